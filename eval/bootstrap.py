"""Figures with 95% intervals, by resampling cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

RESAMPLES = 1000
SEED = 20161108
_TAILS = (2.5, 97.5)

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, what it was counted over, and its 95% interval.

    `value` is None where there was nothing to measure; it is never 0 for that reason. `low` and
    `high` are None for fewer than two units, which cannot be resampled.
    """

    value: float | None
    count: int
    low: float | None = None
    high: float | None = None


def estimate(
    units: Sequence[Unit], statistic: Callable[[Sequence[Unit]], float | None], count: int
) -> Figure:
    """Return the statistic over the units with its percentile bootstrap interval.

    A unit is a case with all its statements, because statements of a case rise and fall
    together (a cluster bootstrap: Efron and Tibshirani, 1993, chapter 13). Resamples for which
    the statistic is None are left out. The seed is fixed: equal outcomes give equal intervals.
    """
    value = statistic(units) if units else None
    if value is None or len(units) == 1:
        return Figure(value, count)
    picks = np.random.default_rng(SEED).integers(len(units), size=(RESAMPLES, len(units)))
    drawn = (statistic([units[index] for index in row]) for row in picks.tolist())
    low, high = np.percentile([figure for figure in drawn if figure is not None], _TAILS)
    return Figure(value, count, float(low), float(high))


def share(units: Sequence[tuple[int, int]]) -> Figure:
    """Return how many of all were hit, where a unit is (hits, of how many)."""
    return estimate(units, _share, sum(of for _, of in units))


def mean(units: Sequence[float]) -> Figure:
    """Return the mean of one number a case."""
    return estimate(units, lambda values: float(np.mean(values)), len(units))


def _share(units: Sequence[tuple[int, int]]) -> float | None:
    hits, of = (sum(column) for column in zip(*units, strict=True))
    return hits / of if of else None
