"""Content that ends open, and the words of its source that close it: "to | Varnia port officials"."""

from collections.abc import Sequence

from spacy.tokens import Token

from corpus.attribution.mentions import STRUCK
from corpus.resolution.capitals import MOMENTS
from corpus.resolution.matching import is_acronym
from corpus.resolution.vocabulary import bodies, is_human, singular, words

DESCRIBING = frozenset(
    "state local news security military police media regime rebel opposition war civil defense defence"
    " medical aid government hospital council".split()
)
"""Nouns and adjectives that describe who speaks."""

_DAYTIMES = ("morning", "afternoon", "evening", "night")
_WANTING = ("VB", "VBG")
_NAMED = ("ORG", "PERSON")
_ARTICLES = ("the", "a", "an")


def closing(content: Sequence[Token], source: Sequence[Token]) -> int:
    """Return how many words of a source close a content that ends open, 0 where none do.

    A content ends open in a preposition, an owner, an adjective of a noun in the source, or a verb
    without the object that the source begins with.
    """
    last = content[-1]
    if last.text in MOMENTS and source[0].lower_ in _DAYTIMES:
        return 1
    if _is_modifier(last, source) and content[-2].pos_ == "DET":
        place = source.index(last.head) + 1
        return place if place < len(source) and _begins(source, place) else 0
    wanting = last.tag_ in _WANTING and (_is_country(source) or len(source) > len(("heavy", "rain")) + 1)
    if last.tag_ not in ("IN", "PRP$") and not wanting:
        return 0
    places = range(1, len(source))
    return next((n for n in places if _may_end(source[n - 1]) and _begins(source, n)), 0)


def _is_modifier(last: Token, source: Sequence[Token]) -> bool:
    """Tell whether an adjective lacks its noun: "the divided | city local activists"."""
    return last.dep_ == "amod" and last.head in source and last.lower_ not in STRUCK


def _is_country(source: Sequence[Token]) -> bool:
    """Tell whether a source begins with a country that cannot describe: "Turkey | security sources"."""
    first = source[0]
    return first.ent_type_ == "GPE" and first.lower_ in words("country") and not is_acronym(first.text)


def _may_end(word: Token) -> bool:
    """Tell whether a noun phrase may end in a word."""
    common = word.pos_ == "NOUN" and word.lower_ not in DESCRIBING and not _speaks(word)
    named = word.pos_ == "PROPN" and word.text[:1].isupper() and word.lower_ not in words("prefix")
    return common or named


def _speaks(noun: Token) -> bool:
    return is_human(singular(noun.lower_)) or singular(noun.lower_) in bodies()


def _begins(source: Sequence[Token], place: int) -> bool:
    """Tell whether a noun phrase for somebody who speaks begins at a place in a source."""
    first, before = source[place], source[place - 1]
    if first.lower_ in _ARTICLES:
        return True
    if first.text[:1].isupper():
        parted = before.text.islower() or (first.ent_iob_ == "B" and first.ent_type_ in _NAMED)
        if first.ent_type_ == "EVENT":
            return place + 1 == len(source)  # "since World War II | Lee said"
        return parted or first.ent_type_ == "NORP" or is_acronym(first.text)
    last = source[-1]
    named = last.text[:1].isupper() and last.pos_ == "PROPN"
    described = first.lower_ in DESCRIBING or first.pos_ in ("NOUN", "ADJ", "VERB")
    return described and ((_speaks(last) and last.tag_ == "NNS") or named or last.lower_ in words("media"))
