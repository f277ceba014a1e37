"""The report of a run: figures, one row a case, and the settings it was made with."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.bootstrap import Figure
from eval.figures import measure
from eval.library import Library
from eval.outcome import Outcome
from eval.output import write_json
from eval.stages import Stage, furthest
from eval.verdicts import confusion


@dataclass(frozen=True, slots=True)
class Row:
    """One case: gold and answered verdict, and how far each gold statement came."""

    id: str
    verdict: str
    answered: str
    error: str | None
    milliseconds: float
    statements: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known about a run. `unlocated` counts gold quotes not found in the index."""

    figures: Mapping[str, Figure]
    confusion: Mapping[str, Mapping[str, int]]
    rows: tuple[Row, ...]
    unlocated: int
    settings: Mapping[str, object]


def build(outcomes: Sequence[Outcome], library: Library, settings: Mapping[str, object]) -> Report:
    """Measure the outcomes and gather them with the settings of the run."""
    return Report(
        figures=measure(outcomes, library),
        confusion=confusion(outcomes),
        rows=tuple(_row(outcome, library) for outcome in outcomes),
        unlocated=sum(not gold.spans for outcome in outcomes for gold in outcome.gold),
        settings=settings,
    )


def write(report: Report, folder: Path) -> Path:
    """Write `report.json` into the folder, made if need be, and return its path.

    Raises SaysWhoError when it cannot be written.
    """
    return write_json(asdict(report), folder, "report.json")


def lost(report: Report) -> dict[str, int]:
    """Return how many gold statements were lost at each stage: they came no further than before it."""
    reached = [str(gold["reached"]) for row in report.rows for gold in row.statements]
    after = {Stage(stage - 1).name.lower(): stage.name.lower() for stage in Stage if stage}
    return {name: reached.count(before) for before, name in after.items()}


def _row(outcome: Outcome, library: Library) -> Row:
    return Row(
        id=outcome.case.id,
        verdict=outcome.case.verdict.value,
        answered=outcome.verdict,
        error=outcome.error,
        milliseconds=round(outcome.milliseconds, 2),
        statements=_statements(outcome, library),
    )


def _statements(outcome: Outcome, library: Library) -> tuple[Mapping[str, object], ...]:
    return tuple(
        {
            "source": gold.statement.source,
            "article": gold.statement.article,
            "located": bool(gold.spans),
            "reached": stage.name.lower(),
        }
        for gold, stage in zip(outcome.gold, furthest(outcome, library), strict=True)
    )
