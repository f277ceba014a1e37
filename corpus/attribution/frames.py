"""What a cue verb says: one function a construction, from the verb to the tokens of its content.

Each takes the verb and returns the content's tokens, or None where the construction is not there.
Examples stand in the tests, a table a function.
"""

from collections.abc import Callable

from spacy.tokens import Token

from corpus.attribution.told import told
from corpus.attribution.tree import children, governed, has_commas, lasting

Frame = Callable[[Token], list[Token] | None]

PREPOSITIONS = tuple("as of for to on about at against with in from over behind like by".split())

_ASIDES = frozenset(
    "say put note point report explain write observe remark state acknowledge warn argue tweet reveal".split()
)

_ABOUT = ("at", "about", "over", "for", "with", "against", "of", "as", "to")
_NAMING = ("call", "dub", "label", "brand", "term", "deem")
_FARTHEST_NAME = 6
_NEXT = 2
_NEAR = 4
_LONGEST_SUBJECT = 6
_PLACING = ("in", "on", "at", "of")
_PLAIN = ("say", "add", "claim", "note")
_LONGEST_NAME = 40
_LIVES = ("life", "live", "victim")


def clause(verb: Token) -> list[Token] | None:
    """Return the finite clause of "said (that) …", also where it stands before the verb."""
    clauses = [child for child in children(verb, "ccomp") if _is_finite(child)]
    if not clauses or (verb.lemma_ == "call" and _calls_for(verb)):
        return told(verb)
    clauses = [child for child in clauses if child.right_edge.dep_ != "cc"] or clauses
    if children(verb, "dobj") and all(_stands_apart(verb, child) for child in clauses):
        return None
    root = max(clauses, key=lambda child: sum(1 for _ in child.subtree))
    if root.i > verb.i and len(clauses) > 1:
        return _from_that(verb, _with_others(verb, root, clauses))
    said = _with_subject(verb, root, governed(root, [verb] if root.is_ancestor(verb) else []))
    antecedent = _antecedent(verb, root)
    if not antecedent and _is_relative(verb, root):
        return None
    antecedent = antecedent or _parted_subject(verb, said) or _misread_subject(verb, root, said)
    return antecedent + (_from_that(verb, said) if root.i > verb.i else said)


def _stands_apart(verb: Token, root: Token) -> bool:
    """Tell whether "but" parts a clause from a verb and its object: "cast a vote but Horn left"."""
    first = root.left_edge
    return verb.i < first.i and first.nbor(-1).dep_ == "cc"


def _with_subject(verb: Token, root: Token, said: list[Token]) -> list[Token]:
    """Return a clause with the subject that stands right after "said": said | shelling on Sunday | hit …."""
    first = _after_place(verb)
    helped = said[0].dep_ in ("aux", "auxpass") and said[0].head == root and verb.lemma_ in _PLAIN
    opens = said[0] == root or helped
    lacks = opens and verb.i < first.i < said[0].i and said[0].tag_ in ("VBD", "VBZ", "VBP", "MD")
    begins = (
        first.tag_ in ("VBG", "NN", "NNS")
        or first.is_quote
        or (first.tag_ in ("DT", "CD") and verb.lemma_ in _PLAIN)
    )
    if not lacks or not begins or has_commas(verb):
        return said
    return [*verb.doc[first.i : said[0].i], *said]


def _after_place(verb: Token) -> Token:
    """Return the word after a verb, or after where it was said: "said | on Twitter | one of the boats …"."""
    rest = list(verb.doc[verb.i + 1 : verb.i + 4])
    if len(rest) > _NEXT and rest[0].lower_ in ("on", "in", "via") and rest[1].text[:1].isupper():
        return rest[2]
    return rest[0] if rest else verb


def _from_that(verb: Token, content: list[Token]) -> list[Token]:
    """Return what is said from its first "that" on, where the parser begins it later or earlier."""
    opening = next((n for n, token in enumerate(content[:_NEXT]) if token.lower_ == "that"), 0)
    if opening and content[0].i > verb.i and content[0].pos_ == "ADV":
        return content[opening:]  # "said | earlier | that it was lost"
    between = verb.doc[verb.i + 1 : content[0].i] if content[0].i > verb.i else ()
    start = next((token for token in between if token.lower_ == "that" and token.dep_ == "mark"), None)
    return content if start is None else list(verb.doc[start.i : content[-1].i + 1])


def _antecedent(verb: Token, root: Token) -> list[Token]:
    """Return the object that a clause of its own describes: "announced a deal Friday that would end it"."""
    subjects = [word for word in children(root, "nsubj") if word.lower_ in ("that", "which")]
    start = root.left_edge.i
    things = [thing for thing in children(verb, "dobj") if verb.i < thing.i < start <= thing.i + _NEAR]
    return [part for thing in things for part in governed(thing)] if subjects else []


def _parted_subject(verb: Token, said: list[Token]) -> list[Token]:
    """Return the subject that a speaker parts from what is said of it: "Varn | he said | would be lost"."""
    speakers = [noun for noun in children(verb, "nsubj") if noun.i + 1 == verb.i and noun.pos_ == "PRON"]
    if not speakers or said[0].i != verb.i + 1 or said[0].tag_ not in ("MD", "VBD", "VBZ", "VBP"):
        return []
    before = list(verb.doc[verb.sent.start : speakers[0].i])
    named = bool(before) and before[-1].pos_ in ("NOUN", "PROPN") and len(before) <= _LONGEST_SUBJECT
    plain = all(token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PUNCT") for token in before)
    return before if named and plain else []


def _misread_subject(verb: Token, root: Token, said: list[Token]) -> list[Token]:
    """Return the subject that the parser has made an object: "denied | its boats | were in the bay"."""
    between = list(verb.doc[verb.i + 1 : said[0].i])
    if verb.lemma_ == "say" and len(between) > 1 and between[-1].lower_ == "and":
        return [] if between[0].ent_type_ in ("DATE", "TIME") or between[0].pos_ == "ADP" else between
    if said[0].tag_ not in ("MD", "VBD", "VBZ", "VBP") or children(root, "nsubj", "nsubjpass", "expl"):
        return []
    things = [thing for thing in children(verb, "dobj", "dative") if thing.left_edge.i == verb.i + 1]
    subject = governed(things[-1]) if things else []
    whole = bool(subject) and not any(word.lower_ == "that" for word in subject)
    return subject if whole and subject[-1].i + 1 == said[0].i else []


def _is_relative(verb: Token, root: Token) -> bool:
    """Tell whether a clause says more of a noun far from the verb: "denied the leak and … that have sunk"."""
    relative = any(word.lower_ == "that" and word.tag_ == "WDT" for word in children(root, "nsubj"))
    return relative and bool(children(verb, "dobj")) and root.left_edge.i > verb.i + 1


def _calls_for(verb: Token) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "for"


def _with_others(verb: Token, root: Token, clauses: list[Token]) -> list[Token]:
    """Return a clause with those beside it after the verb: "that attacks were wrong showed disregard"."""
    near = [root]
    for clause in clauses:
        touches = clause.right_edge.i + 1 == root.left_edge.i or root.right_edge.i + 1 == clause.left_edge.i
        if clause.i > verb.i and touches:
            near.append(clause)
    parts = {part.i: part for clause in near for part in governed(clause)}
    return [parts[place] for place in sorted(parts)]


def _is_finite(root: Token) -> bool:
    return (
        root.pos_ in ("VERB", "AUX")
        or bool(children(root, "nsubj", "nsubjpass", "cop"))
        or root.i < root.head.i
    )


def parenthesis(verb: Token) -> list[Token] | None:
    """Return the host sentence of "The bridge, she said, was open."; ", meaning …" is not said."""
    if verb.dep_ != "parataxis":
        return None
    ours = children(verb.head, "acl", "advcl")
    ours = [part for part in ours if part.tag_ == "VBG" and 0 < part.left_edge.i - verb.right_edge.i <= _NEXT]
    host = verb.head
    if host.dep_ == "conj" and host.i < verb.i and not has_commas(verb) and children(host.head, "cc"):
        host = host.head  # "the port is lost and the bridge is shut she said"
    return governed(host, [verb, *ours])


def aside(verb: Token) -> list[Token] | None:
    """Return the host clause of "As Lee put it, the city is lost", "…, as the report notes, …"."""
    marks = [word for word in children(verb, "mark", "advmod") if word.lower_ == "as"]
    if verb.lemma_ not in _ASIDES or verb.dep_ != "advcl" or not marks or children(verb, "ccomp", "xcomp"):
        return None
    if any(thing.lower_ != "it" for thing in children(verb, "dobj")):
        return None
    return governed(verb.head, [verb])


def infinitive(verb: Token) -> list[Token] | None:
    """Return the infinitive of "vowed to rebuild", with whoever is to act ("urged him to go")."""
    for root in children(verb, "xcomp", "ccomp"):
        if any(mark.lower_ == "to" for mark in children(root, "aux")):
            return [part for actor in children(verb, "dobj") for part in governed(actor)] + governed(root)
    return None


def predicate(verb: Token) -> list[Token] | None:
    """Return object and predicate of "called it a failure"."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    if following.lower_ in ("for", "on", "of"):
        return None
    roots = children(verb, "oprd")
    if roots:
        return _object_words(verb) + governed(roots[0])
    small = [child for child in children(verb, "ccomp") if not children(child, "aux", "mark")]
    small = [child for child in small if not _stands_apart(verb, child)]
    return governed(small[0]) if small else _named_in_marks(verb)


def _named_in_marks(verb: Token) -> list[Token] | None:
    """Return the words in quotation marks, and what they are said of: "called Lee “a gift to us”"."""
    if verb.lemma_ not in _NAMING:
        return None
    rest = list(verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _LONGEST_NAME)])
    marks = [place for place, token in enumerate(rest) if token.is_quote]
    if len(marks) < 2 or marks[0] > _FARTHEST_NAME:
        return None
    if any(token.pos_ in ("VERB", "AUX") or token.text in (",", ":") for token in rest[: marks[0]]):
        return None
    return rest[: marks[1] + 1]


def gerund(verb: Token) -> list[Token] | None:
    """Return the -ing clause of "denied taking bribes"."""
    for root in children(verb, "xcomp", "ccomp"):
        if root.tag_ == "VBG" and not children(root, "aux"):
            return governed(root)
    return None


def direct_object(verb: Token) -> list[Token] | None:
    """Return the object of "denied the report", not of "claimed ten lives"."""
    things = children(verb, "dobj")
    if not things or things[0].lemma_.lower() in _LIVES:
        return None
    end = things[-1].right_edge.i
    phrase = [child for child in children(verb, "prep") if child.i == end + 1 and child.lower_ in _ABOUT]
    phrase += [child for child in children(verb, "advcl") if _is_judged(child, end)]
    phrase = phrase or lasting(verb, end)
    return _object_words(verb) + [part for child in phrase for part in governed(child)]


def _is_judged(word: Token, end: int) -> bool:
    """Tell whether an adjective after "as" says what an object is called: "described it as untrue"."""
    return word.pos_ == "ADJ" and word.left_edge.lower_ == "as" and word.left_edge.i == end + 1


def prepositional(word: str) -> Frame:
    """Return the frame of a verb with its preposition: "called for calm", "accused him of lying"."""

    def frame(verb: Token) -> list[Token] | None:
        for child in children(verb, "prep"):
            if child.lower_ == word and children(child, "pobj", "pcomp"):
                rest = _misread_rest(verb, child) if word == "for" else []
                return _given(verb) + governed(child, _second_predicates(verb, child)) + rest
        return None

    return frame


def _misread_rest(verb: Token, phrase: Token) -> list[Token]:
    """Return a noun read as a second verb right after a phrase: "called for a congress of party figures"."""
    clauses = [child for child in children(verb, "ccomp") if child.left_edge.i == phrase.right_edge.i + 1]
    return [part for clause_ in clauses for part in governed(clause_)]


def _second_predicates(verb: Token, phrase: Token) -> list[Token]:
    """Return what the parser joins to an -ing form but the verb has: "accused him of lying and left"."""
    return [
        part
        for root in children(phrase, "pcomp")
        for joined in root.conjuncts
        for part in [joined, *children(root, "cc")]
        if root.tag_ == "VBG" and joined.tag_ in ("VBD", "VBZ") and joined.tag_ == _tense(verb)
    ]


def _tense(verb: Token) -> str:
    """Return the tag a second predicate beside a verb has: "has accused him and fired" both are past."""
    return "VBD" if verb.tag_ == "VBN" else verb.tag_


def passive_subject(verb: Token) -> list[Token]:
    """Return what is said to be or to have done something: "The mayor is accused of lying"."""
    return [part for thing in children(verb, "nsubjpass") for part in governed(thing)]


def _object_words(verb: Token) -> list[Token]:
    return [part for thing in children(verb, "dobj") for part in governed(thing)]


def _given(verb: Token) -> list[Token]:
    """Return the object of a verb, for "that" what it stands for: "the raid in Varn that they blame on …"."""
    things = children(verb, "dobj")
    if verb.dep_ != "relcl" or not things or things[0].lower_ not in ("that", "which"):
        return _object_words(verb)
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ in _PLACING and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head  # "the raid in the west of the country that …"
    return governed(noun, [verb])


FRAMES: dict[str, Frame] = {
    "predicate": predicate,
    "infinitive": infinitive,
    "gerund": gerund,
    **{word: prepositional(word) for word in PREPOSITIONS},
    "object": direct_object,
}
"""Frames other than clause and quotation, in the order in which they are tried."""
