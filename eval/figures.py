"""All figures of a run, by name."""

from collections.abc import Sequence

import numpy as np

from eval.bootstrap import Figure, Table, ratio
from eval.grade import Grade
from eval.measure import Measure, Row, ranked, shared
from eval.ranking import METRICS
from eval.stages import STAGES
from eval.statements import STATEMENTS
from eval.verdicts import VERDICTS

_PERCENTILES = (50, 95)


def measure(grades: Sequence[Grade]) -> dict[str, Figure]:
    """Return every figure over the grades, in the order they are shown in."""
    return {each.name: each.figure(grades) for each in MEASURES}


def _pair_counts(grade: Grade) -> Row:
    """Return the pairs of one gold position that were kept together, of all; and those of two, apart."""
    same = [together for gold, together in grade.pairs if gold]
    different = [together for gold, together in grade.pairs if not gold]
    return float(sum(same)), float(len(same)), float(len(different) - sum(different)), float(len(different))


def _balanced_accuracy(table: Table) -> Table:
    """Return the mean of the shares that are right among the pairs of either kind."""
    together, same, apart, different = np.moveaxis(table.sum(axis=-2), -1, 0)
    return (ratio(together, same) + ratio(apart, different)) / 2


def _latency(percentile: int) -> Measure:
    """Return a percentile of the wall time in milliseconds over answered cases."""

    def row(grade: Grade) -> Row:
        return (np.nan if grade.failed else grade.milliseconds,)

    def statistic(table: Table) -> Table:
        times = table[..., 0]
        unanswered = np.asarray(np.isnan(times).all(axis=-1, keepdims=True))
        value: Table = np.nanpercentile(np.where(unanswered, 0.0, times), percentile, axis=-1)
        return np.where(unanswered[..., 0], np.nan, value)

    return Measure(f"latency_p{percentile}_ms", row, statistic, lambda table: float((~np.isnan(table)).sum()))


MEASURES: tuple[Measure, ...] = (
    *VERDICTS,
    *map(shared, STATEMENTS),
    Measure(
        "grouping_balanced_accuracy",
        _pair_counts,
        _balanced_accuracy,
        lambda table: float(table[:, [1, 3]].sum()),
    ),
    shared("quote_fidelity"),
    *map(ranked, METRICS),
    *map(shared, STAGES),
    *map(_latency, _PERCENTILES),
)
"""Every measure of a run, in the order they are shown in."""
