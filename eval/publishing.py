"""Publishing a report: as JSON, as a comment for a pull request, as a page."""

from collections.abc import Iterator
from pathlib import Path

from eval.markdown import code, escaped, table
from eval.numbers import number
from eval.output import write_json, write_text
from eval.page import HEADLINES, html
from eval.report import Report, document

_SHOWN_CASES = 20


def publish(report: Report, folder: Path, site: str) -> list[Path]:
    """Write `report.json`, `report.md` and `report.html` into the folder; return their paths.

    Links of the page go to the chat at `site`. Raises SaysWhoError when they cannot be written.
    """
    return [
        write_json(document(report), folder, "report.json"),
        write_text(markdown(report), folder, "report.md"),
        write_text(html(report, site), folder, "report.html"),
    ]


def markdown(report: Report) -> str:
    """Return the main figures, the verdict baselines and the wrong cases, as a comment."""
    return "\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    made = report.provenance
    yield f"**{escaped(str(made.cases['name']))}**: {len(report.records)} cases, code {code(made.code[:8])}\n"
    figures = [(name, report.figures[name]) for name in HEADLINES]
    yield table(
        ("figure", "value", "95% interval", "count"),
        [
            (name, number(each.value), f"{number(each.low)} to {number(each.high)}", str(each.count))
            for name, each in figures
        ],
    )
    rows = report.baselines["verdicts"]
    yield "\n" + table(
        ("baseline", *next(iter(rows.values()))),
        [(name, *(number(each.value) for each in row.values())) for name, row in rows.items()],
    )
    wrong = [record for record in report.records if not record.grade.is_right]
    if wrong:
        yield f"\n<details><summary>{len(wrong)} wrong verdicts</summary>\n"
        for record in wrong[:_SHOWN_CASES]:
            grade = record.grade
            yield f"- {code(record.id)} {escaped(record.question)} {grade.expected}, given {grade.answered}"
        yield f"\n{'… and more in report.html' if len(wrong) > _SHOWN_CASES else ''}</details>"
