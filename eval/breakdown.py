"""Breakdown: the main figures apart by verdict, type and tag."""

from collections.abc import Callable, Mapping, Sequence

from eval.bootstrap import Figure
from eval.figures import MEASURES
from eval.grade import Grade

NAMES = (
    "verdict_accuracy",
    "source_recall",
    "statement_recall",
    "statement_precision",
    "passage_recall_at_10",
)
"""The figures that are broken down."""

_KINDS: Mapping[str, Callable[[Grade], Sequence[str]]] = {
    "verdict": lambda grade: (grade.expected,),
    "type": lambda grade: (grade.type,),
    "tag": lambda grade: grade.tags,
}

Breakdown = Mapping[str, Mapping[str, Mapping[str, Figure]]]
"""For each kind, for each of its labels: the main figures."""


def breakdown(grades: Sequence[Grade]) -> Breakdown:
    """Return the main figures over the cases of each verdict, type and tag, in order of first sight."""
    return {kind: _by(grades, labels) for kind, labels in _KINDS.items()}


def _by(grades: Sequence[Grade], labels_of: Callable[[Grade], Sequence[str]]) -> dict[str, dict[str, Figure]]:
    measures = [measure for measure in MEASURES if measure.name in NAMES]
    labels = dict.fromkeys(label for grade in grades for label in labels_of(grade))
    groups = {label: [grade for grade in grades if label in labels_of(grade)] for label in labels}
    return {label: {each.name: each.figure(group) for each in measures} for label, group in groups.items()}
