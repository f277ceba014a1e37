"""Where what is said ends and who says it begins, in a sentence whose commas are lost."""

from dataclasses import replace

from spacy.tokens import Token

from corpus.attribution.mentions import STRUCK
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import is_day
from corpus.attribution.tree import has_commas
from corpus.resolution.capitals import MOMENTS, is_owner, part_before
from corpus.resolution.matching import is_acronym
from corpus.resolution.vocabulary import bodies, is_human, is_known, people, singular, words

_PREDICATIVE = frozenset("alive asleep awake afraid alone ashamed aware unaware".split())
_DETERMINERS = ("the", "a", "an", "this", "that", "its", "their", "his", "her")
_DESCRIBING = frozenset(
    "state local news security military police media regime rebel opposition war civil defense medical aid"
    " government hospital council".split()
)
_SIDED = ("run", "owned", "backed", "based", "funded", "led", "held", "affiliated", "linked")
_NOBODIES = ("EVENT", "WORK_OF_ART", "LAW", "FAC")
_OWNERS = ("its", "their", "his", "her")
_TIMES = ("DATE", "TIME")
_FEWEST_WORDS = 4
_COUNTS = ("dozens", "scores", "hundreds", "thousands", "tens", "several", "many")


def parted(relation: Relation) -> Relation:
    """Return a relation whose source has given back what its content lacks: "… and two women | SANA said".

    A content that ends in a number, a degree word or a preposition goes on with the next word or two.
    """
    relation = _less_cue(relation)
    source, content = relation.source, relation.content
    if not source or not content or content[-1].i + 1 != source[0].i or has_commas(source[0]):
        return relation
    if source[-1].i > relation.cue[0].i or sum(token.is_alpha for token in content) < _FEWEST_WORDS:
        return relation
    given = _begun(relation)
    given = (*_given(content[: len(content) - len(given)], (*given, *source)), *given)
    given = given or _prefix(relation) or _compound(relation) or _body(relation)
    given = (*_owner(content[: len(content) - len(given)]), *given)
    if given:
        part_before([given[0]])
        return replace(relation, content=content[: -len(given)], source=(*given, *source))
    taken = _taken(relation)
    rest = source[taken:]
    if not taken or not rest or not _names(rest):
        part_before([source[0]] if source[0].text.islower() else [])
        return relation
    part_before([rest[0]])
    head = relation.head if relation.head in rest else rest[-1]
    return replace(relation, content=(*content, *source[:taken]), source=rest, head=head)


def _less_cue(relation: Relation) -> Relation:
    """Drop a second cue between what is said and who says it: '"It was calm | said Ann Lee told us'."""
    content, source = relation.content, relation.source
    unclosed = sum(token.is_quote for token in content) == 1 and content[0].is_quote
    doubled = unclosed and len(content) > _FEWEST_WORDS and content[-1].text == "said" and bool(source)
    return relation.with_content(list(content[:-1])) if doubled and content[-1].i < source[0].i else relation


def closed(relation: Relation) -> Relation:
    """Return a relation without the sentence that follows its quotation, the stop between the two lost."""
    content = relation.content
    marks = [place for place, token in enumerate(content) if token.is_quote]
    place = next((mark for mark in marks[1::2] if _begins_sentence(content[mark + 1 :])), None)
    if place is None or has_commas(content[place]):
        return relation
    return replace(relation, content=content[: place + 1])


def _begins_sentence(rest: tuple[Token, ...]) -> bool:
    if len(rest) < _FEWEST_WORDS or not rest[0].text[:1].isupper() or rest[0].i == 0:
        return False
    unquoted = not any(token.is_quote for token in rest)
    return unquoted and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in rest)


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
    return content[start:] if fits and before.pos_ not in ("DET", "ADP") else ()


def _prefix(relation: Relation) -> tuple[Token, ...]:
    """Return the small words that begin a name: "… in the town | al- | Tarn Radio"."""
    start = len(relation.content)
    while start > 1 and relation.source[0].text[:1].isupper() and _is_small(relation.content[start - 1]):
        start -= 1
    return relation.content[start:]


def _body(relation: Relation) -> tuple[Token, ...]:
    """Return the body before its head: "… on Monday | HW | chief Ann Lee"."""
    source, last, before = relation.source, relation.content[-1], relation.content[-2]
    titled = len(source) > 1 and is_human(singular(source[0].lower_)) and source[1].text[:1].isupper()
    parted = (before.pos_ not in ("ADP", "DET", "CCONJ", "VERB") and not before.text.istitle()) or is_day(
        before
    )
    return (last,) if titled and is_acronym(last.text) and parted else ()


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


def _describes(word: Token) -> bool:
    return word.pos_ in ("NOUN", "ADJ") and (
        word.lower_ in _DESCRIBING - {"war"} or word.lower_ in people() | bodies()
    )


def _taken(relation: Relation) -> int:
    """Return how many of a source's words belong to the content before it."""
    if len(relation.source) < 2:
        return 0
    last, first, second = relation.content[-1], relation.source[0], relation.source[1]
    one_name = last.pos_ == "PROPN" and first.ent_iob_ == "I" and first.ent_type_ == last.ent_type_
    taken = _object_before_people(relation.source) if last.tag_ == "VBG" else _time(relation)
    taken = taken or _run_in(relation) or _lacked(relation)
    if taken:
        return taken
    if first.text[:1].isupper() and (last.pos_ == "ADP" or one_name):
        return _names_before_noun(relation.source)
    if last.pos_ == "ADP" and first.lower_ in _DETERMINERS and second.pos_ == "NOUN":
        return 2
    if first.text[:1].isupper() or first.lower_ in _DETERMINERS:
        return 0
    stated = first.lower_ in _PREDICATIVE
    counted = last.pos_ == "NUM" and first.tag_ == "NNS"
    counted |= first.pos_ == "NUM" and second.text[:1].isupper()
    owned = last.lower_ in _OWNERS and first.pos_ == "NOUN"
    graded = last.pos_ == "ADV" and first.pos_ == "ADJ" and last.head == first
    placed = last.pos_ == "ADP" and first.pos_ == "NOUN" and first.lower_ not in _DESCRIBING
    return 1 if stated or counted or owned or graded or placed else 0


def _time(relation: Relation) -> int:
    """Return how many words tell when, after the preposition of "in | the last 24 hours | media said"."""
    first = relation.source[0]
    if relation.content[-1].pos_ != "ADP":
        return 0
    times = sum(token.ent_type_ in _TIMES for token in relation.source[:-1])
    return times if first.ent_type_ in _TIMES else int(first.text in MOMENTS)


def _run_in(relation: Relation) -> int:
    """Return how many words stand before a second noun phrase: "a coma | Varnian news agencies"."""
    source = relation.source
    listed = relation.content[-1].lower_ in ("or", "and") and source[0].ent_type_ in ("GPE", "LOC")
    if listed and len(source) > 1 and source[1].text.islower() and source[-1].tag_ == "NNS":
        return 1
    if source[0].lower_ == "more" and relation.content[-1].lower_ in _COUNTS:
        return 1
    for place, word in enumerate(source[1:], 1):
        if word.ent_type_ == "NORP" or is_owner(word) or word.lower_ in words("medium"):
            return place if _is_apart(source[place - 1], word, relation) else 0
    return 0


def _is_apart(before: Token, word: Token, relation: Relation) -> bool:
    """Tell whether a noun cannot describe the capitalised word after it: they are of two phrases."""
    if not before.text.islower():
        return False
    if before.lower_ in STRUCK:
        return True
    noun = singular(before.lower_)
    described = before.lower_ in _DESCRIBING or noun in people() or noun in bodies()
    if word.lower_ in words("medium") and is_human(singular(relation.source[-1].lower_)):
        phrase = relation.source[: word.i - relation.source[0].i]
        described &= not any(token.pos_ == "ADP" for token in phrase)  # "… from the station | Lumo reporter"
    return before.tag_ in ("NN", "NNS") and not described


def _lacked(relation: Relation) -> int:
    """Return how many words are the object of a verb: "to defeat | the Caps Secretary of State Ann Lee"."""
    source, last = relation.source, relation.content[-1]
    if last.tag_ not in ("VB", "VBG") and last.pos_ != "ADP":
        return 0
    titles = (place for place, token in enumerate(source) if token.lower_ in words("honorific"))
    place = next(titles, 0)
    while place > 0 and source[place - 1].lower_ in words("rank"):
        place -= 1
    if place and all(token.text[:1].isupper() for token in source[: place + 1]):
        return 0 if source[place - 1].ent_type_ == "NORP" else place
    if all(token.ent_type_ in _NOBODIES for token in source):
        return len(source) - 1
    pair = len(source) == len(("Caps", "Lee")) and all(token.text[:1].isupper() for token in source)
    return 1 if pair and last.tag_ == "VBG" and source[0].ent_type_ != "PERSON" else 0


def _object_before_people(source: tuple[Token, ...]) -> int:
    """Return how many words stand before the people of "killing | the captain Ann Lee | port sources"."""
    capitals = [place for place, token in enumerate(source) if token.text[:1].isupper()]
    taken = capitals[-1] + 1 if capitals else 0
    rest = source[taken:]
    return taken if rest and rest[-1].tag_ == "NNS" and is_human(singular(rest[-1].lower_)) else 0


def _names_before_noun(source: tuple[Token, ...]) -> int:
    """Return how many words stand before the common nouns of "from | Varnia and Tarnia | diplomats"."""
    small = (place for place, token in enumerate(source) if token.text.islower() and token.lower_ != "and")
    place = next(small, 0)
    return place if source[place].pos_ in ("NOUN", "ADJ") and source[-1].tag_ == "NNS" else 0


def _names(words: tuple[Token, ...]) -> bool:
    return any(is_known(singular(token.lower_)) or token.pos_ == "PROPN" for token in words)
