"""Comparing: where answers differ, how likely it is that time went on between them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from assistant.claim import Claim
from assistant.comparer import Comparer, Pair
from assistant.contrast import difference
from assistant.question import Question

_MOST = 8
"""Claims that are compared with each other, the likeliest."""


def compared(question: Question, claims: Sequence[Claim], comparer: Comparer) -> list[Claim]:
    """Return the claims, each with how likely it is news against earlier ones that differ from it."""
    pairs = list(_in_order(claims[:_MOST]))
    told = comparer.change(question.text, [pair for _, _, pair in pairs])
    news: dict[int, dict[str, float]] = {id(claim): {} for claim in claims}
    for (earlier, later, _), logit in zip(pairs, told, strict=True):
        news[id(later)][earlier.candidate.statement.id] = logit
    return [replace(claim, news=news[id(claim)]) for claim in claims]


def _in_order(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Pair]]:
    """Yield each claim and a later one that differs from it."""
    for earlier, later in permutations(claims, 2):
        days = _days(earlier, later)
        if days > 0 and difference(earlier, later) is not None:
            yield earlier, later, Pair(earlier.candidate.excerpt, later.candidate.excerpt, days)


def _days(earlier: Claim, later: Claim) -> int:
    """Return how many days one claim was published before another; 0 where either is undated."""
    first, second = earlier.candidate.article.published, later.candidate.article.published
    return (second - first).days if first and second else 0
