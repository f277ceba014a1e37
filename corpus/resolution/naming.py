"""The names that common nouns are given: "the village of X", "X village", "the ferry X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.tree import children
from corpus.resolution.capitals import is_capital, run_end, split
from corpus.resolution.vocabulary import is_human, singular, words

_NAMING = ("of", "in", "on", "at", "near", "against", "off", "through")
_LONGEST_NAME = 6
_SHORTEST_NUMBER = 3
_DEEPEST = 2
TIMES = ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY")
"""Labels of the parser for what is no name."""


def names_of(paragraph: Paragraph, noun: Token, depth: int = _DEEPEST) -> Iterator[str]:
    """Yield the names a noun phrase gives its noun: "village of X", "X village", "fire on the ferry X".

    Names are looked for in at most `depth` phrases, one inside the other.
    """
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        yield whole_name(paragraph, noun.head)
        return
    before = _name_before(paragraph, noun)
    after = _name_after(paragraph, noun)
    if before or after:
        yield before or after
        return
    is_event = singular(noun.lower_) in words("event")
    phrases = children(noun, "prep")
    if is_event and noun.dep_ == "nsubj":
        phrases += children(noun.head, "prep")  # "fire broke out on the ferry X"
    for phrase in phrases:
        if phrase.lower_ == "of" or (is_event and phrase.lower_ in _NAMING):
            yield from _tail_names(paragraph, phrase, depth)


def _tail_names(paragraph: Paragraph, phrase: Token, depth: int) -> Iterator[str]:
    for thing in children(phrase, "pobj"):
        if thing.pos_ == "PROPN" and is_capital(thing) and thing.ent_type_ not in (*TIMES, "PERSON"):
            yield whole_name(paragraph, thing)
        elif thing.pos_ == "NOUN" and depth:
            yield from names_of(paragraph, thing, depth - 1)


def _name_before(paragraph: Paragraph, noun: Token) -> str:
    """Return the name of "Minian village", "the Corrin farms"; not of "the Syrian army"."""
    parts = [token for token in children(noun, "compound", "nmod", "appos", "nummod") if token.i < noun.i]
    if not parts or parts[-1].i != noun.i - 1 or not _is_named(parts[-1]) or is_human(singular(noun.lower_)):
        return ""
    name = split([*noun.doc[parts[0].left_edge.i : noun.i]])[1]
    if not name or name[-1].i != noun.i - 1 or name[-1].ent_type_ in ("NORP", *TIMES):
        return ""
    return paragraph.words(_numbered(name))


def _name_after(paragraph: Paragraph, noun: Token) -> str:
    """Return the name of "the ferry Maren Castle": it directly follows its noun."""
    following = [token for token in noun.doc[noun.i + 1 : noun.i + 2] if is_capital(token)]
    if not following or following[0].is_stop or following[0].ent_type_ in ("DATE", "TIME", "NORP", "PERSON"):
        return ""
    last = noun.doc[run_end(following[0])]
    related = last.head == noun or noun.head == last or last.dep_ in ("appos", "pobj")
    return paragraph.words(list(noun.doc[following[0].i : last.i + 1])) if related else ""


def _is_named(token: Token) -> bool:
    return is_capital(token) and token.ent_type_ not in TIMES


def whole_name(paragraph: Paragraph, last: Token) -> str:
    """Return the whole name that a capitalised word belongs to."""
    if last.is_stop:
        return ""
    edge = max(last.left_edge.i, last.i - _LONGEST_NAME)
    return paragraph.words(_numbered(split(list(last.doc[edge : run_end(last) + 1]))[1]))


def _numbered(name: list[Token]) -> list[Token]:
    """Add the number that begins a name such as "1070 Apartments"."""
    before = name[0].nbor(-1) if name and name[0].i else None
    is_part = before is not None and before.is_digit and len(before) >= _SHORTEST_NUMBER
    return [before, *name] if before is not None and is_part else name
