"""Who speaks a verb of speech, also where the parse has missed its subject."""

from collections.abc import Sequence

from spacy.tokens import Token

from corpus.attribution.commaless import phrase_head, touching_name
from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.subjects import Subject, grammatical_subject, is_day, is_passive
from corpus.attribution.touching import touching
from corpus.attribution.tree import children, has_commas
from corpus.resolution.capitals import part_before
from corpus.resolution.vocabulary import can_speak, is_human, singular

_ARTICLES = ("the", "a", "an")
_PHRASE = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_NAMING = ("NOUN", "PROPN", "PRON")
_CARRYING = (*_NAMING, "ADP")
_ENDING = ("NOUN", "ADJ")
_LONGEST_TAG = 8
_FUNCTION = ("SCONJ", "CCONJ", "AUX")
_INVERTING = ("say", "add", "write", "argue", "explain", "note", "recall", "tweet", "report", "ask", "warn")
_MODIFYING = (
    "adding",
    "noting",
    "saying",
    "citing",
    "including",
    "speaking",
    "talking",
    "based",
    "quoted",
    "familiar",
    "requesting",
    "wishing",
    "asking",
)
_BEFORE_INVERTED = (",", '"', "''", "?", "!")


def speaking_subject(paragraph: Paragraph, verb: Token) -> Subject | None:
    """Return who speaks a verb of speech, where the parse missed the subject the phrase that touches it.

    After the verb it stands inverted (", added a senior official"), else before it ("…, Smith notes").
    A subject inside a quotation that the verb stands outside of is part of what is said.
    """
    who = _nearest_subject(paragraph, verb)
    if who is None:
        return None
    return (
        touching_name(verb, who)
        or _after_quoting(verb, who)
        or _whole_word(verb, who)
        or _last_phrase(verb, who)
        or who
    )


def _nearest_subject(paragraph: Paragraph, verb: Token) -> Subject | None:
    if verb.tag_ == "VBG" and (speaker := _of_speech_before(paragraph, verb)) is not None:
        return speaker
    who = grammatical_subject(verb)
    if who is not None and paragraph.quotation_of(who.head) != paragraph.quotation_of(verb):
        who = None
    if is_passive(verb) and who is None and children(verb, "auxpass", "nsubjpass"):
        return None
    if who is None:
        return _inverted(verb) or _final(verb) or _displaced(verb) or _before(paragraph, verb)
    inverted = _is_enclosed(verb, who) or (_final(verb) is not None and not _has_object(verb, who))
    if who.head.i < verb.i and inverted:
        return _phrase_from(verb.nbor(1), verb) or who
    if verb.i < who.head.i < verb.right_edge.i and who.head.pos_ == "PRON" and who.head.head == verb:
        return _before(paragraph, verb) or who
    return who


def _of_speech_before(paragraph: Paragraph, participle: Token) -> Subject | None:
    """Return whose speech a participle goes on with: "…," said Lee, adding …."""
    said = participle.head
    if participle.dep_ == "advcl" and said.lemma_ in _INVERTING and said.i < participle.i:
        return _close_speaker(paragraph, said)
    return _beside_speech(paragraph, participle)


def _close_speaker(paragraph: Paragraph, verb: Token) -> Subject | None:
    """Return who speaks a verb; where commas are lost, the last of several phrases read as one."""
    who = speaking_subject(paragraph, verb)
    phrase = () if has_commas(verb) else tuple(touching(verb))
    if who is None or not phrase or who.head in phrase or who.words[-1] != phrase[-1]:
        return who
    placed = phrase[0].i > 0 and phrase[0].nbor(-1).pos_ == "ADP"
    return who if placed or len(phrase) == len(who.words) else Subject(phrase_head(phrase), phrase)


def _beside_speech(paragraph: Paragraph, participle: Token) -> Subject | None:
    """Return who speaks right before a participle: "it fell said the source noting …"."""
    before = [
        token
        for token in participle.doc[max(participle.i - _LONGEST_TAG, 0) : participle.i]
        if token.text != ","
    ]
    while len(before) > 1 and (is_day(before[-1]) or before[-1].lower_ == "on"):
        before.pop()
    verb = next((token for token in reversed(before) if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ not in _INVERTING or verb.tag_ not in ("VBD", "VBZ") or has_commas(verb):
        return None
    if verb == before[-1]:
        return _close_speaker(paragraph, verb)
    who = _phrase_from(verb.nbor(1), verb)
    return who if who is not None and who.words and who.words[-1] == before[-1] else None


def _after_quoting(verb: Token, who: Subject) -> Subject | None:
    """Return who quotes others: "Quoting reports from its partners in Varnia | UNICEF said"."""
    first, last = verb.sent[0], verb.nbor(-1) if verb.i > verb.sent.start else verb
    quotes = first.lower_ in ("quoting", "citing") and not has_commas(verb)
    placed = last.i > first.i + 1 and last.nbor(-1).ent_type_ in ("GPE", "LOC")
    if not quotes or not placed or not last.text.isupper() or last not in who.words:
        return None
    part_before([last])
    return Subject(last, (last,))


def _last_phrase(verb: Token, who: Subject) -> Subject | None:
    """Return the monitor of "They joined the blue group the monitor said", two phrases read as one."""
    words = [token for token in who.words if token.i < verb.i]
    claims = any(_is_finite(token) for token in verb.sent if words and token.i < words[0].i)
    if not claims or not words or words[-1].i + 1 != verb.i:
        return None
    named = _name_after_clause(words) or _people_after_clause(words)
    if named and not has_commas(verb):
        return Subject(named[-1], tuple(named))
    if words[0].lower_ not in _ARTICLES and has_commas(verb):
        return None
    starts = [
        place for place, token in enumerate(words) if token.lower_ in _ARTICLES and _may_end(words, place)
    ]
    if not starts or words[0].doc[words[0].i - 1].lower_ == "that":
        return None
    phrase = words[starts[-1] :]
    inside = {token.i for token in phrase}
    head = next((token for token in phrase if token.head.i not in inside), phrase[-1])
    return Subject(head, tuple(phrase)) if head.pos_ in _NAMING else None


def _name_after_clause(words: Sequence[Token]) -> Sequence[Token]:
    """Return the person that a phrase with a clause runs into: "a crew whose boat was lost | Ann Lee"."""
    place = len(words)
    while place > 0 and words[place - 1].ent_type_ == "PERSON":
        place -= 1
    finite = any(_is_finite(token) and token.tag_ != "MD" for token in words[:place])
    return words[place:] if finite and place and words[place - 1].pos_ in _ENDING else ()


def _people_after_clause(words: Sequence[Token]) -> Sequence[Token]:
    """Return those whom a clause runs into: "members of a pact that bans nets and | western nations"."""
    links = [place for place, token in enumerate(words) if token.lower_ == "and"]
    phrase = words[links[-1] + 1 :] if links else ()
    if not phrase or has_commas(phrase[0]) or not any(_is_finite(token) for token in words[: links[-1]]):
        return ()
    last = phrase[-1]
    several = last.tag_ == "NNS" and can_speak(singular(last.lower_))
    return phrase if several and all(token.pos_ in (*_PHRASE, "ADV") for token in phrase) else ()


def _may_end(words: Sequence[Token], place: int) -> bool:
    """Tell whether a phrase may end before the word at `place`; a person's name goes on with "the chief"."""
    last = words[place - 1 if words[place - 1].text != "," else place - 2] if place > 1 else None
    return last is not None and last.pos_ in ("NOUN", "PROPN") and last.ent_type_ != "PERSON"


def _whole_word(verb: Token, who: Subject) -> Subject | None:
    """Return the phrase of a source that begins inside a word: "a source in Beit al- | Tarn told us"."""
    before = who.words[0].nbor(-1) if who.words and who.words[0].i else None
    if before is None or before.text != "-" or before.whitespace_:
        return None
    phrase = touching(verb)
    noun = next((token for token in phrase if token.tag_ == "NN" and is_human(singular(token.lower_))), None)
    return Subject(noun, tuple(phrase)) if noun is not None and who.words[-1] in phrase else None


def _is_enclosed(verb: Token, who: Subject) -> bool:
    """Tell whether the speaker follows the verb though a subject stands before: "It, said Lee, is"."""
    if who.head.ent_type_ == "PERSON" and children(who.head, "appos"):
        return False  # "Ann Lee, the mayor, said the pier …"
    following = _following(verb)
    if following is None or who.head.i == verb.i - 1 or verb.nbor(-1).text != ",":
        return False
    return following.dep_ in ("dobj", "nsubj", "attr", "oprd")


def _final(verb: Token) -> Subject | None:
    """Return the speaker at the end of a sentence whose comma is lost: "It was hit says a monitor"."""
    following = _following(verb)
    if following is None or not _ends_sentence(following):
        return None
    claims = any(_is_finite(token) for token in verb.sent if token.i < verb.i)
    return _phrase_from(verb.nbor(1), verb) if claims else None


def _has_object(verb: Token, who: Subject) -> bool:
    """Tell whether what follows a verb is its object: no leak speaks in "where the mayor reported a leak"."""
    thing = _following(verb)
    common = thing is not None and thing.pos_ == "NOUN" and not can_speak(singular(thing.lower_))
    return common and bool(who.words) and who.words[-1].i + 1 == verb.i


def _following(verb: Token) -> Token | None:
    """Return the name or noun phrase that an inverting verb is followed by."""
    if verb.lemma_ not in _INVERTING or verb.i == 0 or verb.i + 1 >= len(verb.doc):
        return None
    phrase = next((child for child in verb.children if child.left_edge.i == verb.i + 1), None)
    known = phrase is not None and phrase.pos_ in ("PROPN", "NOUN") and not is_day(phrase)
    return phrase if known else None


def _ends_sentence(phrase: Token) -> bool:
    for token in phrase.doc[phrase.i + 1 : phrase.sent.end]:
        if _is_modifier(token):
            return True
        if token.pos_ in ("VERB", "AUX", "SCONJ") or token.text in (":", '"'):
            return False
    return True


def _is_modifier(token: Token) -> bool:
    """Tell whether a verb only says more of a speaker: "said sources speaking on condition of …"."""
    return token.lower_ in _MODIFYING and token.tag_ in ("VBG", "VBN")


def _is_finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _inverted(verb: Token) -> Subject | None:
    if verb.i == 0 or verb.i + 1 >= len(verb.doc) or verb.nbor(-1).text not in _BEFORE_INVERTED:
        return None
    return _phrase_from(verb.nbor(1), verb)


def _phrase_from(first: Token, verb: Token) -> Subject | None:
    """Return the noun phrase that begins with `first`."""
    if first.pos_ not in _PHRASE or first.sent != verb.sent:
        return None
    head = first
    while head.head != head and head.head.pos_ in _PHRASE and head.head.left_edge.i >= first.i:
        head = head.head
    return Subject(head, mention(head, verb)) if head.pos_ in _NAMING else None


def _displaced(verb: Token) -> Subject | None:
    """Return the subject read as an apposition: "In a letter to the mayor, Lee, her aide, said …"."""
    for phrase in children(verb, "prep"):
        if not phrase.left_edge.is_sent_start or phrase.i > verb.i:
            continue
        for part in phrase.subtree:
            if (
                part.dep_ == "appos"
                and part.head.dep_ == "pobj"
                and part.pos_ in _NAMING
                and _ends_at(part, verb)
            ):
                return Subject(part, mention(part, verb))
    return None


def _ends_at(part: Token, verb: Token) -> bool:
    """Tell whether nothing but commas and auxiliaries stands between a phrase and a verb."""
    between = verb.doc[part.right_edge.i + 1 : verb.i]
    return all(token.is_punct or token.pos_ in ("AUX", "ADV", "PART") for token in between)


def _before(paragraph: Paragraph, verb: Token) -> Subject | None:
    own = [verb, *children(verb, "aux", "neg"), *(t for t in children(verb, "advmod") if not t.is_title)]
    start = min(own, key=lambda token: token.i)
    if start.i == 0 or start.is_sent_start:
        return None
    last = start.nbor(-1)
    if last.text == "," and last.i > last.sent.start:
        last = last.nbor(-1)
    if last.pos_ not in _NAMING and (not last.is_title or last.pos_ in _FUNCTION):
        return None
    head, outside = last, paragraph.quotation_of(verb)
    while head.head.i < verb.i and head.head.pos_ in _CARRYING and head.head != head:
        if paragraph.quotation_of(head.head) != outside:
            break
        head = head.head
    if head.pos_ == "ADP":
        return None
    words = tuple(t for t in mention(head, verb) if t.i < verb.i and paragraph.quotation_of(t) == outside)
    return Subject(head, words) if words else None
