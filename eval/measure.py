"""Measures: how a figure is made of the grades of many cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.bootstrap import Figure, Statistic, Table, estimate, hits_of_all
from eval.grade import Grade

Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: `row` says what a case adds to it, `statistic` makes the value of all rows.

    `counted` sums up what it was counted over, from the rows.
    """

    name: str
    row: Callable[[Grade], Row]
    statistic: Statistic = hits_of_all
    counted: Callable[[Table], float] = lambda table: float(table[:, 1].sum())
    lower_is_better: bool = False

    def table(self, grades: Sequence[Grade]) -> Table:
        """Return the rows of the cases: (cases, columns)."""
        return np.array([self.row(grade) for grade in grades], dtype=float)

    def figure(self, grades: Sequence[Grade]) -> Figure:
        """Return the value over the cases with its interval."""
        if not grades:
            return Figure(None, 0)
        table = self.table(grades)
        return estimate(table, self.statistic, int(self.counted(table)))


def shared(name: str) -> Measure:
    """Return the measure of a share that each grade counts under this name."""
    return Measure(name, lambda grade: tuple(grade.shares.get(name, (0, 0))))


def ranked(name: str) -> Measure:
    """Return the mean of a retrieval figure over the cases that have gold."""
    return Measure(name, lambda grade: (grade.ranks.get(name, 0.0), float(bool(grade.ranks))))


def flagged(
    name: str,
    hit: Callable[[Grade], bool],
    of: Callable[[Grade], bool],
    *,
    lower_is_better: bool = False,
) -> Measure:
    """Return the share of the cases `of` that are a `hit`."""

    def row(grade: Grade) -> Row:
        return float(of(grade) and hit(grade)), float(of(grade))

    return Measure(name, row, lower_is_better=lower_is_better)
