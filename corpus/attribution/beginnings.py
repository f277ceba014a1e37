"""The words that begin a source and ended in its content: "… and two | state news agency | SANA said"."""

from spacy.tokens import Token

from corpus.attribution.offices import office_at_end
from corpus.attribution.open_ends import DESCRIBING
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import is_day
from corpus.resolution.capitals import is_owner
from corpus.resolution.matching import is_acronym
from corpus.resolution.vocabulary import bodies, is_human, people, singular, words

_DETERMINERS = ("the", "a", "an", "this", "that", "its", "their", "his", "her")
_SIDED = ("run", "owned", "backed", "based", "funded", "led", "held", "affiliated", "linked")
_OWNED_MEDIA = ("news", "media", "television", "radio", "tv")


def beginning(relation: Relation) -> tuple[Token, ...]:
    """Return the words that begin the source of a relation and stand at the end of its content."""
    content, source = relation.content, relation.source
    given = _begun(relation)
    given = (*_given(content[: len(content) - len(given)], (*given, *source)), *given)
    given = (*_body(content[: len(content) - len(given)], (*given, *source)), *given)
    given = given or _prefix(relation) or _compound(relation) or _state(relation)
    given = given or (office_at_end(content) if source[0].text[:1].isupper() else ())
    return (*_owner(content[: len(content) - len(given)]), *given)


def _begun(relation: Relation) -> tuple[Token, ...]:
    """Return the start of a person's name that ended in the content: "… at noon | Leys | al-Horn said"."""
    content, first = relation.content, relation.source[0]
    if first.ent_type_ != "PERSON" or first.ent_iob_ != "I" or content[-1].ent_type_ != "PERSON":
        return ()
    start = len(content) - 1
    while start > 1 and content[start].ent_iob_ == "I":
        start -= 1
    placed = content[start - 1].pos_ == "ADP"
    return content[start:] if content[start].ent_iob_ == "B" and not placed else ()


def _given(content: tuple[Token, ...], name: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return what describes a lone name and ended in the content: "… false | state news agency | SANA"."""
    if not all(token.pos_ == "PROPN" or token.text == "-" for token in name) or content[-1].tag_ != "NN":
        return ()
    nouns = words("media") if name[0].lower_ in words("medium") else people() | bodies()
    start = len(content)
    while start > 1 and content[start - 1].text.islower() and _describes(content[start - 1]):
        start -= 1
    before = content[start - 1]
    fits = start < len(content) and content[-1].lower_ in nouns
    return content[start:] if fits and before.pos_ not in ("DET", "ADP", "PRON") else ()


def _prefix(relation: Relation) -> tuple[Token, ...]:
    """Return the small words that begin a name: "… in the town | al- | Tarn Radio"."""
    content, start = relation.content, len(relation.content)
    named = relation.source[0].text[:1].isupper()
    while start > 1 and named and (_is_small(content[start - 1]) or _is_joined(content[start - 1])):
        start -= 1
    return content[start:]


def _body(content: tuple[Token, ...], source: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the body before its head: "… on Monday | HW | chief Ann Lee"."""
    last, before = content[-1], content[-2]
    titled = len(source) > 1 and is_human(singular(source[0].lower_)) and source[1].text[:1].isupper()
    parted = (before.pos_ not in ("ADP", "DET", "CCONJ", "VERB") and not before.text.istitle()) or is_day(
        before
    )
    named = is_acronym(last.text) or (last.text.istitle() and singular(last.lower_) in bodies())
    return (last,) if titled and named and parted else ()


def _state(relation: Relation) -> tuple[Token, ...]:
    """Return the "state" that owns a medium: "… and hurt 40 others | state | news agency SANA"."""
    last, first = relation.content[-1], relation.source[0]
    owns = last.text == "state" and first.lower_ in _OWNED_MEDIA
    return (last,) if owns and relation.content[-2].pos_ not in ("DET", "ADP") else ()


def _compound(relation: Relation) -> tuple[Token, ...]:
    """Return the compound that describes who speaks: "… in the bay | state-run | news agency Interfax"."""
    content, size = relation.content, len(("state", "-", "run"))
    last = content[-size:]
    if len(content) <= size + 1 or last[1].text != "-" or last[2].lower_ not in _SIDED:
        return ()
    before = content[-size - 1]
    described = before.ent_type_ == "NORP" and content[-size - 2].pos_ in ("NOUN", "PROPN", "NUM", "ADV")
    return (before, *last) if before.lower_ in _DETERMINERS or described else last


def _owner(content: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the country that has lost its apostrophe: "… in the bay | Varnias | Tarn Radio"."""
    last, before = content[-1], content[-2]
    return (last,) if is_owner(last) and before.pos_ in ("NOUN", "PROPN", "NUM", "ADV") else ()


def _is_small(token: Token) -> bool:
    return token.text == "-" or token.lower_ in words("prefix")


def _is_joined(token: Token) -> bool:
    """Tell whether a hyphen ties a word to the next: the "Under" of "Under-Secretary"."""
    return not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).text == "-"


def _describes(word: Token) -> bool:
    return word.pos_ in ("NOUN", "ADJ") and (
        word.lower_ in DESCRIBING - {"war"} or word.lower_ in people() | bodies()
    )
