"""Comparing two runs of the same cases: what got better, what worse, and whether that is more than luck."""

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import binomtest, false_discovery_control

from corpus.errors import SaysWhoError
from eval.bars import check_names
from eval.difference import Difference, difference
from eval.figures import MEASURES
from eval.measure import Measure
from eval.record import Record

SIGNIFICANCE = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    """A case that came out otherwise: its id and question, the gold verdict, and both answers'."""

    id: str
    question: str
    expected: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs, case by case. `by` names the figure that decides.

    `sign_p` is the p value of a sign test over the cases that changed in it; `unpaired` are ids that
    only one of the runs has, or whose gold differs: they are left out.
    """

    by: str
    cases: int
    differences: tuple[Difference, ...]
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    sign_p: float
    unpaired: tuple[str, ...]

    @property
    def deciding(self) -> Difference:
        """Return the difference in the figure that decides."""
        return next(each for each in self.differences if each.name == self.by)

    @property
    def is_shown(self) -> bool:
        """Return whether the deciding figure differs by more than luck would have it."""
        return self.deciding.p < SIGNIFICANCE

    @property
    def is_worse(self) -> bool:
        """Return whether the second run is shown to be worse."""
        return self.is_shown and not self.deciding.is_gain


def compare(first: Sequence[Record], second: Sequence[Record], by: str) -> Comparison:
    """Compare the cases that both runs have, with equal gold.

    Raises SaysWhoError when there are none, or no figure is named `by`.
    """
    measures = {measure.name: measure for measure in MEASURES}
    check_names([by], list(measures))
    pairs, unpaired = _paired(first, second)
    tables = [[record.grade for record in column] for column in zip(*pairs, strict=True)]
    differences = [difference(measure, *tables) for measure in MEASURES]
    better, worse = _changes(pairs, measures[by])
    moved = len(better) + len(worse)
    return Comparison(
        by=by,
        cases=len(pairs),
        differences=_adjusted(differences),
        better=better,
        worse=worse,
        sign_p=float(binomtest(len(better), moved).pvalue) if moved else 1.0,
        unpaired=unpaired,
    )


def _paired(
    first: Sequence[Record], second: Sequence[Record]
) -> tuple[list[tuple[Record, Record]], tuple[str, ...]]:
    other = {record.id: record for record in second}
    pairs = [
        (record, other[record.id])
        for record in first
        if record.id in other and other[record.id].digest == record.digest
    ]
    if not pairs:
        raise SaysWhoError("the runs have no case in common; compare two runs of one set")
    both = {record.id for record, _ in pairs}
    return pairs, tuple(dict.fromkeys(each.id for each in (*first, *second) if each.id not in both))


def _changes(
    pairs: Sequence[tuple[Record, Record]], measure: Measure
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Return the cases that are better and those that are worse, each measured alone."""
    better: list[Change] = []
    worse: list[Change] = []
    for before, after in pairs:
        was, became = (float(measure.statistic(measure.table([one.grade]))) for one in (before, after))
        if was < became or became < was:  # neither, where one has no value
            gained = (became > was) != measure.lower_is_better
            (better if gained else worse).append(_change(before, after))
    return tuple(better), tuple(worse)


def _change(before: Record, after: Record) -> Change:
    return Change(
        before.id, before.question, before.grade.expected, before.grade.answered, after.grade.answered
    )


def _adjusted(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Adjust the p values for there being many (Benjamini and Hochberg, 1995)."""
    adjusted = false_discovery_control([each.p for each in differences])
    return tuple(each.with_adjusted(float(p)) for each, p in zip(differences, adjusted, strict=True))
