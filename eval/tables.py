"""The report as tables for a terminal."""

from collections.abc import Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table

from eval.bootstrap import Figure
from eval.comparison import Comparison
from eval.numbers import number, signed
from eval.report import Report, lost


def tables(report: Report) -> Group:
    """Return the report's figures, confusion, losses by stage and wrong cases, to be printed."""
    return Group(*_parts(report))


def figure_table(figures: Mapping[str, Figure]) -> Table:
    """Return one row a figure: value, what it was counted over, 95% interval."""
    table = _table("figure", "value", "count", "95% interval")
    for name, figure in figures.items():
        table.add_row(name, number(figure.value), str(figure.count), _interval(figure))
    return table


def cross_table(rows: Mapping[str, Mapping[str, Figure]], title: str = "baseline") -> Table:
    """Return one row for each name, one column for each figure: value, and below it the 95% interval."""
    table = _narrow(title, *(name.replace("_", " ") for name in next(iter(rows.values()))))
    for name, figures in rows.items():
        table.add_row(
            escape(name), *(f"{number(each.value)}\n{_bounds(each)}".strip() for each in figures.values())
        )
    return table


def comparison_table(comparison: Comparison) -> Table:
    """Return one row for each figure that differs: before, after, difference, interval, p."""
    table = _narrow("figure", "before", "after", "change", "95% interval", "p", "p, adjusted")
    table.columns[0].no_wrap = True
    for each in comparison.differences:
        if each.change:
            bounds = f"{signed(each.low)} to {signed(each.high)}"
            values = number(each.before), number(each.after), signed(each.change), bounds
            table.add_row(each.name, *values, f"{each.p:.3f}", f"{each.adjusted:.3f}")
    return table


def _parts(report: Report) -> Iterator[RenderableType]:
    yield figure_table(report.figures)
    for rows in report.baselines.values():
        if rows:
            yield cross_table(rows)
    for kind, groups in report.breakdown.items():
        if groups:
            yield cross_table(groups, kind)
    yield _confusion_table(report)
    yield _losses(report)
    if report.unlocated:
        yield f"{report.unlocated} gold quotes stand in no article of the index; they count as missed"
    for record in report.records:
        if not record.grade.is_right:
            failure = f" ({record.error})" if record.error else ""
            yield escape(f"{record.id}: {record.grade.expected}, answered {record.grade.answered}{failure}")


def _confusion_table(report: Report) -> Table:
    answered = list(next(iter(report.confusion.values())))
    table = _table("verdict, answered as", *answered)
    for gold, counts in report.confusion.items():
        table.add_row(gold, *(str(counts[name] or "·") for name in answered))
    return table


def _losses(report: Report) -> Table:
    table = _table("gold statements lost before they were", "count")
    for name, count in lost(report).items():
        table.add_row(name, str(count))
    return table


def _table(first: str, *others: str) -> Table:
    table = Table(first, title_justify="left")
    for name in others:
        table.add_column(name, justify="right")
    return table


def _narrow(first: str, *others: str) -> Table:
    """Return a table of which seven columns fit into 80 characters."""
    table = _table(first, *others)
    table.box, table.padding = SIMPLE_HEAD, (0, 1, 0, 0)
    return table


def _bounds(figure: Figure) -> str:
    return "" if figure.low is None else f"{number(figure.low)}–{number(figure.high)}"


def _interval(figure: Figure) -> str:
    return "" if figure.low is None else f"{number(figure.low)} to {number(figure.high)}"
