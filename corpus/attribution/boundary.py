"""Where what is said ends and who says it begins, in a sentence whose commas are lost."""

from dataclasses import replace

from spacy.tokens import Token

from corpus.attribution.beginnings import beginning
from corpus.attribution.mentions import STRUCK
from corpus.attribution.open_ends import DESCRIBING, closing
from corpus.attribution.relation import Relation
from corpus.attribution.tree import has_commas
from corpus.resolution.capitals import MOMENTS, is_owner, part_before
from corpus.resolution.vocabulary import bodies, is_human, is_known, people, singular, words

_PREDICATIVE = frozenset("alive asleep awake afraid alone ashamed aware unaware".split())
_DETERMINERS = ("the", "a", "an", "this", "that", "its", "their", "his", "her")
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
    given = beginning(relation)
    if given:
        part_before([given[0]])
        relation = replace(relation, content=content[: -len(given)], source=(*given, *source))
        return _less(relation, closing(relation.content, relation.source))
    return _less(relation, _taken(relation))


def _less(relation: Relation, taken: int) -> Relation:
    """Return a relation whose source has given its content a number of words, if somebody is left."""
    source = relation.source
    rest = source[taken:]
    if not taken or not rest or not _names(rest):
        part_before([source[0]] if source[0].text.islower() else [])
        return relation
    part_before([rest[0]])
    head = relation.head if relation.head in rest else rest[-1]
    return replace(relation, content=(*relation.content, *source[:taken]), source=rest, head=head)


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


def _taken(relation: Relation) -> int:
    """Return how many of a source's words belong to the content before it."""
    source, last = relation.source, relation.content[-1]
    if len(source) < 2:
        return 0
    taken = _object_before_people(source) if last.tag_ == "VBG" else _time(relation)
    taken = taken or _run_in(relation) or _lacked(relation) or closing(relation.content, source)
    first = _named_first if source[0].text[:1].isupper() else _small_first
    return taken or first(last, source)


def _named_first(last: Token, source: tuple[Token, ...]) -> int:
    """Return how many words of a source that begins with a name belong to the content that ends before."""
    one_name = last.pos_ == "PROPN" and source[0].ent_iob_ == "I" and source[0].ent_type_ == last.ent_type_
    return _names_before_noun(source) if last.pos_ == "ADP" or one_name else 0


def _small_first(last: Token, source: tuple[Token, ...]) -> int:
    """Return how many words of a source that begins with none belong to the content that ends before."""
    first, second = source[0], source[1]
    if first.lower_ in _DETERMINERS:
        return 2 if last.pos_ == "ADP" and second.pos_ == "NOUN" else 0
    stated = first.lower_ in _PREDICATIVE
    counted = last.pos_ == "NUM" and first.tag_ == "NNS"
    counted |= first.pos_ == "NUM" and second.text[:1].isupper()
    owned = last.lower_ in _OWNERS and first.pos_ == "NOUN"
    graded = last.pos_ == "ADV" and first.pos_ == "ADJ" and last.head == first
    placed = last.pos_ == "ADP" and first.pos_ == "NOUN" and first.lower_ not in DESCRIBING
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
    described = before.lower_ in DESCRIBING or noun in people() or noun in bodies()
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
