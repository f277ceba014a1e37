"""The report of a run: figures, one record a case, and what the run rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.bootstrap import Figure
from eval.figures import measure
from eval.output import write_json
from eval.provenance import Provenance
from eval.record import Record
from eval.stages import Stage
from eval.verdicts import confusion


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known about a run. `unlocated` counts gold quotes not found in the index."""

    figures: Mapping[str, Figure]
    confusion: Mapping[str, Mapping[str, int]]
    records: tuple[Record, ...]
    unlocated: int
    provenance: Provenance


def build(records: Sequence[Record], provenance: Provenance) -> Report:
    """Measure the records of a run."""
    grades = [record.grade for record in records]
    return Report(
        figures=measure(grades),
        confusion=confusion(grades),
        records=tuple(records),
        unlocated=sum(gold.start is None for record in records for gold in record.expected),
        provenance=provenance,
    )


def lost(report: Report) -> dict[str, int]:
    """Return how many gold statements were lost at each stage: they came no further than before it."""
    reached = [stage for record in report.records for stage in record.grade.reached]
    after = {Stage(stage - 1).name.lower(): stage.name.lower() for stage in Stage if stage}
    return {name: reached.count(before) for before, name in after.items()}


def write(report: Report, folder: Path) -> Path:
    """Write `report.json` into the folder, made if need be, and return its path.

    Raises SaysWhoError when it cannot be written.
    """
    return write_json(document(report), folder, "report.json")


def document(report: Report) -> dict[str, object]:
    """Return the report as an object for JSON, a short row for each case."""
    return {
        "figures": {name: asdict(figure) for name, figure in report.figures.items()},
        "confusion": report.confusion,
        "rows": [_row(record) for record in report.records],
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
