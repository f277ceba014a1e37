"""Which relations are statements: something said, not an attitude that the outlet ascribes to somebody."""

from collections.abc import Iterable

from spacy.tokens import Token

from corpus.attribution.frames import PREPOSITIONS
from corpus.attribution.lexicon import lexicon
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import is_passive
from corpus.resolution.vocabulary import can_speak, singular, words

_SAID = ("quoted", "parenthesis", "trailing", "relayed", "according", "inquit", "tagged", "continued")
_ANSWERS = ("denial", "confirmation")
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_FEWEST_WORDS = 3
_FARTHEST_MARK = 4
_BEING = ("is", "are", "was", "were")
_TELLING = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "NUM")
_DANGLING = ("ADP", "DET", "CCONJ")
_POINTING = ("another", "one", "others", "it", "this", "these", "that")
_LISTENERS = ("reporters", "journalists")
_PUBLISHING = ("post", "publish", "release", "circulate", "share", "upload", "air", "broadcast")
_INTERVIEWS = ("interview", "map", "song")
_FINDING = ("determine", "assess", "see", "examine", "decide", "investigate")
_SUPPOSING = frozenset("believe think say expect design suppose consider know understand mean intend".split())
_SPENDING = ("take", "need", "spend", "wait", "struggle")
_WITHHOLDING = ("specify", "elaborate", "disclose", "identify", "detail", "comment")
_GIVEN = ("threat", "warning", "statement", "report", "call", "appeal", "order")
_FOUNDING = ("declare", "proclaim")
_FOUNDED = ("region", "republic", "state", "caliphate", "canton", "emirate")
_LISTING = ("Related", "Trending", "Recommended")
_NOBODY = ("no", "neither", "nobody", "none")


def statements_among(relations: Iterable[Relation]) -> list[Relation]:
    """Return the relations of a named source that say something a reader could quote."""
    return [relation for relation in relations if relation.head is not None and _is_statement(relation)]


def _is_statement(relation: Relation) -> bool:
    if relation.rule not in _SAID and _is_attitude(relation):
        return False
    if _is_other_source(relation) or _is_purpose(relation) or _is_showing(relation):
        return False
    if any(rule(relation) for rule in (_is_headline, _is_list, _is_attribution, _is_entangled, _is_naming)):
        return False
    if _is_called(relation) or _is_headless(relation) or _is_habit(relation) or _swallows_main(relation):
        return False
    if _is_nobody(relation.source) or not any(token.pos_ in _TELLING for token in relation.content):
        return False
    return not _is_fragment(relation)


def _is_attitude(relation: Relation) -> bool:
    """Tell whether the cue says what somebody wants or does rather than says: "who want him gone"."""
    words = [token.lemma_.lower() for token in relation.cue]
    pointing = relation.head is not None and relation.head.lower_ in _POINTING
    shown = "show" in words and (relation.rule != "clause" or pointing)
    return shown or any(word in lexicon().attitudes for word in words)


def _is_purpose(relation: Relation) -> bool:
    """Tell whether a verb only says what for or is supposed: "met to discuss", "is believed to refer"."""
    verb = relation.cue[-1]
    if verb.lemma_ in ("find", "learn", "comment") and relation.cue[0].tag_ == "TO":
        return True
    if verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head.tag_ == "VB" and len(relation.cue) == 1:
        return True
    if relation.rule == "infinitive" and verb.lemma_ in ("hope", "hop"):
        return True
    supposed = verb.dep_ == "xcomp" and verb.head.lemma_ in _SUPPOSING and verb.head.tag_ == "VBN"
    if supposed and relation.cue[0].tag_ == "TO" and is_passive(verb.head):
        return True
    aimed = verb.dep_ in ("advcl", "acl", "relcl") and relation.cue[0].tag_ == "TO"
    aimed = aimed or (verb.dep_ == "xcomp" and verb.head.lemma_ in _SPENDING and relation.cue[0].tag_ == "TO")
    return aimed and (relation.rule == "object" or verb.lemma_ in _FINDING)


def _is_naming(relation: Relation) -> bool:
    """Tell whether but the name of what is said is given: "issued a warning", "commenting on the storm"."""
    verb = relation.cue[-1]
    if verb.lemma_ == "comment" and verb.tag_ == "VBG" and relation.rule != "clause":
        return True
    if verb.lemma_ in _WITHHOLDING and any(word.dep_ == "neg" for word in relation.cue):
        return True
    things = [token for token in relation.content if token.head == verb and token.dep_ == "dobj"]
    bare = [thing for thing in things if not any(part.dep_ in ("acl", "relcl") for part in thing.rights)]
    given = verb.lemma_ == "issue" and any(thing.lemma_.lower() in _GIVEN for thing in bare)
    founded = verb.lemma_ in _FOUNDING and any(thing.lemma_.lower() in _FOUNDED for thing in things)
    return relation.rule == "object" and (given or founded)


def _is_habit(relation: Relation) -> bool:
    """Tell whether a verb but says what somebody always does: "a group which documents wrecks"."""
    verb = relation.cue[-1]
    return relation.rule == "object" and verb.dep_ == "relcl" and verb.tag_ in ("VBZ", "VBP")


def _swallows_main(relation: Relation) -> bool:
    """Tell whether a clause that opens a sentence has taken in the rest: "Since they agreed to go it …"."""
    verb, last = relation.cue[-1], relation.content[-1]
    marks = [word for word in verb.lefts if word.dep_ == "mark" or word.tag_ == "WRB"]
    opposed = bool(marks) and marks[0].lower_ in ("while", "although", "though")
    if (
        not (opposed or verb.dep_ in ("advcl", "pcomp"))
        or not marks
        or last.doc is not verb.doc
        or last.i < verb.i
    ):
        return False
    before = verb.doc[verb.sent.start : marks[0].i]
    opens = len(before) <= _FARTHEST_MARK and not any(word.tag_ in _FINITE for word in before)
    ends = all(token.is_punct or token.is_space for token in verb.doc[last.i + 1 : verb.sent.end])
    return opens and ends


def _is_showing(relation: Relation) -> bool:
    """Tell whether what is published is to be seen: "the club posted videos of its boats"."""
    things = [token for token in relation.content if token.head in relation.cue and token.dep_ == "dobj"]
    seen = any(singular(thing.lower_) in words("seen") for thing in things)
    seen = seen or any(thing.lemma_.lower() in _INTERVIEWS for thing in things)
    return relation.rule == "object" and seen and relation.cue[-1].lemma_.lower() in _PUBLISHING


def _is_headline(relation: Relation) -> bool:
    """Tell whether the cue is a word of a headline inside the text: "Ministry Says Toll Has Risen"."""
    verb = relation.cue[-1]
    if verb.is_sent_start or not verb.text.istitle() or verb.tag_ not in ("VBZ", "VBP", "NNS", "NNPS"):
        return False
    return verb.i > 0 and verb.nbor(-1).text[:1].isupper()


def _is_list(relation: Relation) -> bool:
    """Tell whether a list of other headlines runs into what is said: "Related Storm shuts port A …"."""
    first = relation.content[0]
    titled = first.i + 1 < len(first.doc) and first.nbor(1).text[:1].isupper()
    return first.text in _LISTING and bool(first.is_sent_start) and titled


def _is_attribution(relation: Relation) -> bool:
    """Tell whether what is said is but who told it: "told reporters on Friday"."""
    said = [token.lower_ for token in relation.content if token.is_alpha]
    return said[:1] == ["told"] and said[1:2] != [] and said[1] in _LISTENERS


def _is_entangled(relation: Relation) -> bool:
    """Tell whether who speaks and what is said are mixed up: "it has killed | some men … said"."""
    source, last = relation.source, relation.content[-1]
    if set(source) & set(relation.content):
        return True
    touches = bool(source) and last.doc is source[0].doc and last.i + 1 == source[0].i
    if touches and last.dep_ == "amod" and last.head in source and last.nbor(-1).pos_ == "ADP":
        return True  # "… in northern | Varnia said"
    has = any(word.lemma_ == "have" for word in last.lefts)
    return touches and has and last.tag_ == "VBN" and not any(word.dep_ == "auxpass" for word in last.lefts)


def _is_called(relation: Relation) -> bool:
    """Tell whether but a word for something is given: "victims of what nurses say was a leak lay …"."""
    first = relation.source[0] if relation.source else relation.cue[0]
    called = first.i > 0 and first.nbor(-1).lower_ == "what" and relation.rule == "clause"
    return called and relation.content[0].tag_ in _FINITE


def _is_headless(relation: Relation) -> bool:
    """Tell whether what is said lacks its subject, as in "a plan the mayor said | is too small"."""
    verb, first = relation.cue[-1], relation.content[0]
    if verb.lemma_ == "point" and verb.tag_ == "VBG" and relation.rule == "to":
        return True
    follows = first.doc is verb.doc and first.i == verb.i + 1 and relation.rule == "clause"
    lone = (
        follows
        and first.text.islower()
        and first.tag_ in _FINITE
        and not any(word.dep_ == "nsubj" for word in first.lefts)
    )
    if not lone or not relation.source or relation.source[-1].i > verb.i:
        return False
    speaker = relation.source[0]
    taken_up = "WDT" in (
        speaker.tag_,
        speaker.nbor(-1).tag_ if speaker.i else "",
    )  # "nets which | the union says | kill …"
    return taken_up or first.lower_ in _BEING


def _is_nobody(source: Iterable[Token]) -> bool:
    """Tell whether nobody speaks: "no group claimed the attack"."""
    return next((token.lower_ in _NOBODY for token in source), False)


def _is_other_source(relation: Relation) -> bool:
    """Tell whether but another source is named: "…, the monitor said, citing medics"."""
    if relation.rule not in ("object", "as") or relation.cue[-1].lemma_ not in ("cite", "quote"):
        return False
    things = [token for token in relation.content if token.head in relation.cue]
    return any(can_speak(singular(thing.lower_)) or thing.pos_ == "PROPN" for thing in things)


def _is_fragment(relation: Relation) -> bool:
    """Tell whether what is said is but a noun or two, or cut short; a denial may be as short."""
    said = [token for token in relation.content if token.is_alpha]
    if relation.rule in PREPOSITIONS and relation.cue[0].tag_ == "VBG" and len(said) <= _FEWEST_WORDS:
        return True
    last = next((token for token in reversed(relation.content) if token.is_alpha), relation.content[-1])
    quoted = any(token.is_quote for token in relation.content)
    if last.tag_ in ("WDT", "WP") or (last.text in ("said", "says") and not quoted):
        return True
    if last.dep_ == "neg" or (last.pos_ in _DANGLING and relation.rule == "object"):
        return True
    if relation.rule != "object" or relation.paragraph.in_speech(relation.content[0]):
        return False
    cues = (lexicon().verb(token) for token in relation.cue)
    if any(cue is not None and cue.family in _ANSWERS for cue in cues):
        return False
    return sum(token.is_alpha for token in relation.content) < _FEWEST_WORDS
