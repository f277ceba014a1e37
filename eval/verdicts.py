"""Verdicts: accuracy, macro F1, conflicts, abstention, and which is taken for which."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from assistant.answer import Verdict
from eval.bootstrap import Table, ratio
from eval.grade import Grade
from eval.measure import Measure, Row, flagged
from eval.outcome import ERROR

_LABELS = tuple(verdict.value for verdict in Verdict)


def confusion(grades: Iterable[Grade]) -> dict[str, dict[str, int]]:
    """Return how often each gold verdict (outer key) was answered with each (inner key)."""
    counts = Counter((grade.expected, grade.answered) for grade in grades)
    return {gold: {answered: counts[gold, answered] for answered in (*_LABELS, ERROR)} for gold in _LABELS}


def _macro_row(grade: Grade) -> Row:
    """Return for each verdict: right, and gold plus answered."""
    return tuple(
        number
        for label in _LABELS
        for number in (
            float(grade.expected == grade.answered == label),
            float(grade.expected == label) + float(grade.answered == label),
        )
    )


def _macro_f1(table: Table) -> Table:
    """Return the mean F1 of the verdicts that occur, as gold or as answer."""
    sums = table.sum(axis=-2)
    mean: Table = np.nanmean(ratio(2 * sums[..., ::2], sums[..., 1::2]), axis=-1)
    return mean


def _f1(table: Table) -> Table:
    """Return F1 from columns gold, answered, both; nan without gold."""
    gold, answered, both = np.moveaxis(table.sum(axis=-2), -1, 0)
    return ratio(2 * both, np.where(gold > 0, gold + answered, 0))


def _detection(name: str, verdict: Verdict) -> tuple[Measure, ...]:
    """Return precision, recall and F1 of one verdict against the rest."""

    def is_gold(grade: Grade) -> bool:
        return grade.expected == verdict

    def is_answered(grade: Grade) -> bool:
        return grade.answered == verdict

    def row(grade: Grade) -> Row:
        gold, answered = is_gold(grade), is_answered(grade)
        return float(gold), float(answered), float(gold and answered)

    return (
        flagged(f"{name}_precision", is_gold, is_answered),
        flagged(f"{name}_recall", is_answered, is_gold),
        Measure(f"{name}_f1", row, _f1, lambda table: float(table[:, 0].sum())),
    )


VERDICTS = (
    flagged("completed", lambda grade: not grade.failed, lambda _: True),
    flagged("verdict_accuracy", lambda grade: grade.is_right, lambda _: True),
    Measure("verdict_macro_f1", _macro_row, _macro_f1, len),
    *_detection("conflict", Verdict.CONFLICT),
    flagged(
        "false_conflict_rate",
        lambda grade: grade.answered == Verdict.CONFLICT,
        lambda grade: grade.is_calm,
        lower_is_better=True,
    ),
    *_detection("abstention", Verdict.NONE),
)
"""Accuracy and macro F1; P, R, F1 of `conflict`; the false-conflict rate; abstention.

A case that failed counts as wrong.
"""
