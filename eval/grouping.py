"""Grouping: whether statements of one gold position stand in one position of the answer."""

from itertools import combinations

from eval.matching import matches
from eval.outcome import Outcome


def pairs(outcome: Outcome) -> tuple[tuple[bool, bool], ...]:
    """Return for each pair of matched statements: same gold position, same position in the answer.

    Pairs that rest on one and the same citation are left out, as grouping had no choice there.
    """
    return tuple(
        (one.gold.position == other.gold.position, one.position == other.position)
        for one, other in combinations(matches(outcome), 2)
        if one.citation is not other.citation
    )
