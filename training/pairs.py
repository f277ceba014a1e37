"""Pairs: questions beside two excerpts that answer them, and whether they give the same answer."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from assistant.comparer import Pair
from training.piles import Asked, Pile, Told

_MOST = 12
"""Pairs of a question that agree, and that do not, at most."""

_APART = ("conflict", "changed")
"""Verdicts under which the positions of a question cannot all hold at one time."""


class PairRow(NamedTuple):
    """A question and a pair; `same` and `later` are 1.0 for yes, 0.0 for no; None for what is not known."""

    question: str
    pair: Pair
    same: float
    later: float | None


def drawn_pairs(piles: Sequence[tuple[Pile, Sequence[Told]]], drawn: random.Random) -> Iterator[PairRow]:
    """Yield pairs of excerpts that answer a question of their pile, the one published first before."""
    for pile, texts in piles:
        for asked in pile.asked:
            rows = list(_rows(pile, asked, texts, drawn))
            for same in (1.0, 0.0):
                alike = [row for row in rows if row.same == same]
                yield from drawn.sample(alike, min(_MOST, len(alike)))


def _rows(pile: Pile, asked: Asked, texts: Sequence[Told], drawn: random.Random) -> Iterator[PairRow]:
    held = [(told, position) for told in texts if (position := _position(asked, told)) is not None]
    for (one, position), (other, against) in combinations(held, 2):
        if one.sentences == other.sentences or (position != against and asked.verdict not in _APART):
            continue
        same = position == against
        pair = _in_order(pile, one, other, drawn)
        yield PairRow(asked.question, pair, float(same), None if same else float(asked.verdict == "changed"))


def _position(asked: Asked, told: Told) -> int | None:
    """Return the number of the position that an excerpt holds, None where it holds none, or several."""
    held = [place for place, keys in enumerate(asked.positions) if told.sentences & keys]
    return held[0] if len(held) == 1 else None


def _in_order(pile: Pile, one: Told, other: Told, drawn: random.Random) -> Pair:
    days = (_published(pile, other) - _published(pile, one)).days
    turned = days < 0 or (days == 0 and drawn.random() < 1 / 2)
    first, second = (other, one) if turned else (one, other)
    return Pair(first.excerpt, second.excerpt, abs(days))


def _published(pile: Pile, told: Told) -> date:
    article, _ = pile.places[min(told.sentences)]
    found = next(each.published for each in pile.articles if each.id == article)
    return found or date.min
