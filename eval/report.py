"""The report of a run: figures, one record a case, and what the run rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from eval.baselines import retrieval_baselines, speaker_baseline, verdict_baselines
from eval.bootstrap import Figure
from eval.breakdown import Breakdown, breakdown
from eval.figures import measure
from eval.provenance import Provenance
from eval.record import Record
from eval.stages import Stage
from eval.verdicts import confusion


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known about a run. `unlocated` counts gold quotes not found in the index.

    `baselines` holds, for verdicts, retrieval and speakers, the figures of each way to get there.
    """

    figures: Mapping[str, Figure]
    confusion: Mapping[str, Mapping[str, int]]
    records: tuple[Record, ...]
    unlocated: int
    provenance: Provenance
    breakdown: Breakdown
    baselines: Mapping[str, Mapping[str, Mapping[str, Figure]]]


def build(records: Sequence[Record], provenance: Provenance) -> Report:
    """Measure the records of a run."""
    grades = [record.grade for record in records]
    return Report(
        figures=measure(grades),
        confusion=confusion(grades),
        records=tuple(records),
        unlocated=sum(gold.start is None for record in records for gold in record.expected),
        provenance=provenance,
        breakdown=breakdown(grades),
        baselines={
            "verdicts": verdict_baselines(grades),
            "retrieval": retrieval_baselines(grades),
            "speakers": speaker_baseline(grades),
        },
    )


def lost(report: Report) -> dict[str, int]:
    """Return how many gold statements were lost at each stage: they came no further than before it."""
    reached = [stage for record in report.records for stage in record.grade.reached]
    after = {Stage(stage - 1).name.lower(): stage.name.lower() for stage in Stage if stage}
    return {name: reached.count(before) for before, name in after.items()}


def document(report: Report) -> dict[str, object]:
    """Return the report as an object for JSON, a short row for each case."""
    return {
        "figures": {name: asdict(figure) for name, figure in report.figures.items()},
        "confusion": report.confusion,
        "rows": [_row(record) for record in report.records],
        "breakdown": asdict(report)["breakdown"],
        "baselines": asdict(report)["baselines"],
        "unlocated": report.unlocated,
        "provenance": asdict(report.provenance),
    }


def _row(record: Record) -> dict[str, object]:
    return {
        "id": record.id,
        "verdict": record.grade.expected,
        "answered": record.grade.answered,
        "error": record.error,
        "milliseconds": record.grade.milliseconds,
        "statements": [
            {
                "source": gold.source,
                "article": gold.article,
                "located": gold.start is not None,
                "reached": gold.reached,
            }
            for gold in record.expected
        ],
    }
