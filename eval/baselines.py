"""Baselines: the same figures for simpler ways to answer and to search, so that no figure stands alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import Verdict
from eval.bootstrap import Figure
from eval.figures import MEASURES
from eval.grade import Grade
from eval.ranking import METRICS
from index.way import Way

VERDICT_FIGURES = ("verdict_accuracy", "verdict_macro_f1", "conflict_f1", "false_conflict_rate")

_Row = Mapping[str, Figure]


def verdict_baselines(grades: Sequence[Grade]) -> dict[str, _Row]:
    """Return the verdict figures of the run beside those of always and of never answering `conflict`.

    "Never conflict" gives the run's own verdict, and `agree` in place of a conflict.
    """
    always = [replace(grade, answered=Verdict.CONFLICT.value) for grade in grades]
    never = [
        replace(grade, answered=Verdict.AGREE.value) if grade.answered == Verdict.CONFLICT else grade
        for grade in grades
    ]
    ways = {"Says Who": grades, "always conflict": always, "never conflict": never}
    return {name: _figures(each, VERDICT_FIGURES) for name, each in ways.items()}


def retrieval_baselines(grades: Sequence[Grade]) -> dict[str, _Row]:
    """Return the retrieval figures of each way to search, over the cases that have gold."""
    names = {Way.BM25: "BM25 only", Way.DENSE: "dense only", Way.HYBRID: "hybrid"}
    asked = [grade for grade in grades if grade.rivals]
    return {
        name: _figures([replace(grade, ranks=grade.rivals[way]) for grade in asked], METRICS)
        for way, name in names.items()
        if asked
    }


def speaker_baseline(grades: Sequence[Grade]) -> dict[str, _Row]:
    """Return the speaker accuracy of the run beside that of taking each sentence for the outlet's own."""
    narrated = [
        replace(grade, shares={"speaker_accuracy": grade.shares.get("narrated", (0, 0))}) for grade in grades
    ]
    ways = {"Says Who": grades, "every sentence a narration": narrated}
    return {name: _figures(each, ("speaker_accuracy",)) for name, each in ways.items()}


def _figures(grades: Sequence[Grade], names: Sequence[str]) -> _Row:
    return {each.name: each.figure(grades) for each in MEASURES if each.name in names}
