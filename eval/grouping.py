"""Grouping: whether statements of one gold position stand in one position of the answer."""

from collections.abc import Sequence
from itertools import combinations

from eval.bootstrap import Figure, estimate
from eval.matching import matches
from eval.outcome import Outcome

_Pair = tuple[bool, bool]  # same gold position, same position in the answer


def grouping(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return balanced accuracy over pairs of matched statements: same position or different.

    Pairs that rest on one and the same citation are left out, as grouping had no choice there.
    None when all pairs are of one kind.
    """
    pairs = [_pairs(outcome) for outcome in outcomes]
    count = sum(len(of_case) for of_case in pairs)
    return {"grouping_balanced_accuracy": estimate(pairs, _balanced_accuracy, count)}


def _pairs(outcome: Outcome) -> list[_Pair]:
    return [
        (one.gold.position == other.gold.position, one.position == other.position)
        for one, other in combinations(matches(outcome), 2)
        if one.citation is not other.citation
    ]


def _balanced_accuracy(units: Sequence[list[_Pair]]) -> float | None:
    """Return the mean of the shares that are right among the pairs of either kind."""
    pairs = [pair for of_case in units for pair in of_case]
    same = [answered for gold, answered in pairs if gold]
    different = [not answered for gold, answered in pairs if not gold]
    if not same or not different:
        return None
    return (sum(same) / len(same) + sum(different) / len(different)) / 2
