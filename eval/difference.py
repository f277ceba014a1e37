"""The difference of a figure between two runs of the same cases, its interval and its p value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import permutation_test

from eval.bootstrap import SEED, Table, draws, interval
from eval.grade import Grade
from eval.measure import Measure

PERMUTATIONS = 1999
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure before and after. `change`, `low` and `high` are None where either has no value.

    `p` is how often chance alone gives as large a difference; `adjusted` the same in view of all the
    figures that were looked at.
    """

    name: str
    before: float | None
    after: float | None
    change: float | None
    low: float | None
    high: float | None
    p: float
    lower_is_better: bool
    adjusted: float = 1.0

    @property
    def is_gain(self) -> bool:
        """Return whether the figure got better."""
        return bool(self.change) and ((self.change or 0) > 0) != self.lower_is_better

    def with_adjusted(self, p: float) -> "Difference":
        """Return this with its adjusted p value."""
        return replace(self, adjusted=p)


def difference(measure: Measure, before: Sequence[Grade], after: Sequence[Grade]) -> Difference:
    """Return how a figure differs between two runs of the same cases, in the same order.

    The interval is that of a paired bootstrap: both runs are drawn by the same cases. The p value is
    that of a paired permutation test, which swaps the runs case by case (approximate randomization:
    Noreen, 1989), two-sided, exact where there are few cases.
    """
    tables = measure.table(before), measure.table(after)
    was, became = (float(measure.statistic(table)) for table in tables)
    if np.isnan(was) or np.isnan(became):
        values = (None if np.isnan(value) else value for value in (was, became))
        return Difference(measure.name, next(values), next(values), None, None, None, 1.0, False)
    low, high = _interval(measure, *tables)
    p = _p(measure, *tables)
    return Difference(measure.name, was, became, became - was, low, high, p, measure.lower_is_better)


def _interval(measure: Measure, before: Table, after: Table) -> tuple[float, float]:
    changes = [
        measure.statistic(after[picks]) - measure.statistic(before[picks]) for picks in draws(*before.shape)
    ]
    return interval(np.concatenate(changes))


def _p(measure: Measure, before: Table, after: Table) -> float:
    """Return the p value; cases that are alike in both runs, or a single one, are swapped without effect."""
    if len(before) == 1 or np.array_equal(before, after, equal_nan=True):
        return 1.0
    rows, cases = np.concatenate([before, after]), len(before)

    def statistic(one: NDArray[Any], other: NDArray[Any], axis: int) -> Table:
        del axis  # the last one, as `rows` has it last but one
        change = measure.statistic(rows[other.astype(int)]) - measure.statistic(rows[one.astype(int)])
        return np.nan_to_num(change)

    samples = np.arange(cases), np.arange(cases, 2 * cases)
    tested = permutation_test(
        samples,
        statistic,
        permutation_type="samples",
        vectorized=True,
        n_resamples=PERMUTATIONS,
        batch=_BATCH,
        rng=SEED,
    )
    return float(tested.pvalue)
