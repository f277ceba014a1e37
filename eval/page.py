"""The report as one HTML file that asks nothing of any other place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from eval import plots
from eval.numbers import number
from eval.record import Expected, Record
from eval.report import Report, lost
from eval.span import half_overlaps

_FOLDER = Path(__file__).parent / "templates"
HEADLINES = (
    "verdict_accuracy",
    "conflict_f1",
    "false_conflict_rate",
    "source_recall",
    "statement_recall",
    "quote_fidelity",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement on one side of a case: whether the other side has it, and where to read it."""

    source: str
    stance: str
    outlet: str
    quote: str
    is_matched: bool
    link: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What was expected, or given: a verdict and positions of statements."""

    verdict: str
    summary: str
    positions: tuple[tuple[str, tuple[Said, ...]], ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case side by side."""

    record: Record
    expected: Side
    given: Side


def html(report: Report, site: str) -> str:
    """Return the report as an HTML page; links go to the report pages of the chat at `site`."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["number"] = number
    environment.filters["words"] = lambda name: name.replace("_", " ")
    views = [_view(record, site) for record in report.records]
    return environment.get_template("report.html").render(
        report=report,
        headlines={name: report.figures[name] for name in HEADLINES},
        lost=lost(report),
        plots=_plots(report),
        wrong=[view for view in views if not view.record.grade.is_right],
        partly=[view for view in views if view.record.grade.is_right and _is_lacking(view)],
    )


def _plots(report: Report) -> Mapping[str, Any]:
    grades = [record.grade for record in report.records]
    return {
        "width": plots.WIDTH,
        "height": plots.HEIGHT,
        "recall": plots.recall_curves(grades),
        "recall_ticks": plots.recall_ticks(),
        "latency": plots.latency_curve(grades),
        "latency_ticks": plots.latency_ticks(grades),
    }


def _is_lacking(view: CaseView) -> bool:
    sides = (view.expected, view.given)
    return not all(
        said.is_matched for side in sides for _, statements in side.positions for said in statements
    )


def _view(record: Record, site: str) -> CaseView:
    return CaseView(record, _expected(record, site), _given(record, site))


def _expected(record: Record, site: str) -> Side:
    labels = dict.fromkeys((gold.position, gold.label) for gold in record.expected)
    positions = tuple(
        (label, tuple(_gold(gold, site) for gold in record.expected if gold.position == place))
        for place, label in labels
    )
    return Side(record.grade.expected, record.notes, positions)


def _gold(gold: Expected, site: str) -> Said:
    return Said(
        gold.source,
        gold.stance,
        gold.outlet or "",
        gold.quote,
        gold.reached in ("answering", "sourced", "grouped"),
        _link(site, gold.article, gold.start, gold.end),
        f"came as far as: {gold.reached}" if gold.start is not None else "not in the index",
    )


def _given(record: Record, site: str) -> Side:
    if record.answer is None:
        return Side(record.grade.answered, record.error or "", ())
    positions = tuple(
        (position["label"], tuple(_cited(each, record, site) for each in position["statements"]))
        for position in record.answer["positions"]
    )
    return Side(record.grade.answered, record.answer["summary"], positions)


def _cited(statement: Mapping[str, Any], record: Record, site: str) -> Said:
    article, span = statement["article"], (statement["start"], statement["end"])
    is_gold = any(
        gold.article == article["id"]
        and gold.start is not None
        and gold.end is not None
        and half_overlaps((gold.start, gold.end), span)
        for gold in record.expected
    )
    return Said(
        statement["source"]["name"],
        statement["stance"],
        article["outlet"] or "",
        statement["quote"],
        is_gold,
        _link(site, article["id"], *span),
        "" if is_gold else "not in the gold",
    )


def _link(site: str, article: str, start: int | None, end: int | None) -> str | None:
    if start is None:
        return None
    return f"{site}/report/{quote(article, safe='')}?cite={start}-{end}#cited"
