"""Figures with 95% intervals, by resampling cases."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 20161108
_TAILS = (2.5, 97.5)
_CHUNK = 2_000_000  # numbers that are held at once

Table = NDArray[np.float64]
"""Numbers of cases: (…, cases, columns)."""

Statistic = Callable[[Table], Table]
"""Maps (…, cases, columns) to (…): one value for each table of cases, nan where there is none."""


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


def estimate(table: Table, statistic: Statistic, count: int) -> Figure:
    """Return the statistic over a table (cases, columns) with its percentile bootstrap interval.

    A unit is a case with all its statements, because statements of a case rise and fall
    together (a cluster bootstrap: Efron and Tibshirani, 1993, chapter 13). Resamples for which
    the statistic is nan are left out. The seed is fixed: equal outcomes give equal intervals.
    """
    value = float(statistic(table)) if len(table) else np.nan
    if np.isnan(value):
        return Figure(None, count)
    if len(table) == 1:
        return Figure(value, count)
    low, high = interval(np.concatenate([statistic(table[picks]) for picks in draws(*table.shape)]))
    return Figure(value, count, low, high)


def draws(cases: int, columns: int) -> Iterator[NDArray[np.int64]]:
    """Yield RESAMPLES draws of as many cases with replacement, in chunks: (draws, cases)."""
    generator = np.random.default_rng(SEED)
    chunk = max(1, _CHUNK // (cases * columns))
    for start in range(0, RESAMPLES, chunk):
        yield generator.integers(cases, size=(min(chunk, RESAMPLES - start), cases))


def interval(drawn: Table) -> tuple[float, float]:
    """Return the bounds of the middle 95% of what was drawn, nan left out."""
    low, high = np.percentile(drawn[~np.isnan(drawn)], _TAILS)
    return float(low), float(high)


def share(units: Sequence[tuple[int, int]]) -> Figure:
    """Return how many of all were hit, where a unit is (hits, of how many)."""
    table = np.array(units, dtype=float).reshape(-1, 2)
    return estimate(table, hits_of_all, int(table[:, 1].sum()))


def mean(units: Sequence[float]) -> Figure:
    """Return the mean of one number a case."""
    table = np.array([(unit, 1.0) for unit in units]).reshape(-1, 2)
    return estimate(table, hits_of_all, len(units))


def hits_of_all(table: Table) -> Table:
    """Return the sum of the first column over that of the second, nan for 0 / 0."""
    hits, of = np.moveaxis(table.sum(axis=-2), -1, 0)
    return ratio(hits, of)


def ratio(part: Table, whole: Table) -> Table:
    """Return part / whole, nan where whole is 0."""
    quotient: Table = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)
    return quotient
