"""Running a set of cases over an index, from files to report."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.progress import track

from assistant.assistant import Assistant
from eval.answers import collect
from eval.bars import Bar, check_names
from eval.cases import Case
from eval.figures import measure
from eval.gold import check
from eval.output import opened
from eval.provenance import provenance
from eval.report import Report, build
from eval.run import run
from index.index import Index


def evaluate(
    cases: tuple[Case, ...], reports: Index, depth: int, answers: Path | None, bars: Iterable[Bar]
) -> Report:
    """Ask every question, `depth` passages deep, and measure what came back.

    Each answer is written to the file `answers` as it comes. Ctrl-C ends the asking; what was
    answered until then is measured. Raises SaysWhoError, before anything is asked, when the
    index holds none of the articles quoted or a bar is for a figure that there is not.
    """
    check_names(bars, measure((), reports))
    check(cases, reports)
    outcomes = run(cases, Assistant(reports, depth), reports)
    with opened(answers) as file:
        bar = track(outcomes, "asking", len(cases), console=Console(stderr=True), transient=True)
        done = collect(bar, file)
    return build(done, reports, provenance(reports, depth))
