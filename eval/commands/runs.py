"""Running sets of cases: `run`, `report`, `compare`."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from eval.commands.options import (
    FAILED,
    INTERRUPTED,
    CaseSet,
    Chosen,
    Folder,
    RunFolder,
    Site,
    chosen_in,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eval.cases import Case
    from eval.journal import Journal
    from eval.report import Report

app = typer.Typer()


@app.command()
def run(
    context: typer.Context,
    cases: CaseSet,
    *,
    index: Folder = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="the run's folder; by default one in runs/")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, metavar="N", help="questions asked at a time")] = 1,
    site: Site = None,
    fail_under: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="least a figure may be; repeatable")
    ] = None,
    fail_over: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="most a figure may be; repeatable")
    ] = None,
) -> None:
    """Ask every question of a set and compare the answers with the gold ones.

    The run is kept in a folder, case by case: the same command goes on where a run was stopped or
    killed, and asks nothing twice. Exits with 1 when a figure is under its --fail-under bar or over
    its --fail-over bar, with 2 on bad input, and with 130 when stopped by Ctrl-C.

    Examples:
      python -m eval run eval/sets/sample.jsonl

      python -m eval run cases.jsonl --index my-index --out runs/today

      python -m eval run cases.jsonl --fail-under verdict_accuracy=0.7 --fail-over false_conflict_rate=0.1
    """
    from eval.bars import fallen_under, parse_bars, risen_over
    from eval.cases import load_cases
    from eval.evaluation import check_bars
    from eval.tables import tables

    chosen = chosen_in(context)
    lower, upper = parse_bars(fail_under or ()), parse_bars(fail_over or ())
    check_bars((*lower, *upper))
    questions = load_cases(cases)
    journal, whole = _asked(questions, cases, out, jobs, replace(chosen, index=index or chosen.index))
    built = _published(journal, site or chosen.site)
    Console().print(tables(built))
    if not whole:
        tell(f"stopped after {len(built.records)} of {len(questions)} cases; the same command goes on")
        raise typer.Exit(INTERRUPTED)
    below = fallen_under(built.figures, lower) + risen_over(built.figures, upper)
    tell(*below)
    raise typer.Exit(FAILED if below else 0)


def _asked(
    questions: "Sequence[Case]", cases: Path, out: Path | None, jobs: int, chosen: Chosen
) -> "tuple[Journal, bool]":
    """Ask the questions of the set `cases`; return where the run is kept and whether all were asked."""
    from assistant.assistant import Assistant
    from assistant.models import load_models
    from eval.evaluation import evaluate
    from eval.journal import Journal
    from eval.provenance import Entries, provenance
    from eval.rivals import rivals
    from index.encoder import load_encoder
    from index.index import Index

    encoder = load_encoder(chosen.encoder, chosen.download)
    with Index.open(chosen.index, encoder) as reports:
        asking: Entries = {
            "depth": chosen.depth,
            "reader": chosen.reader,
            "extractor": chosen.extractor,
            "judge": chosen.judge,
            "comparer": chosen.comparer,
        }
        made = provenance(cases, len(questions), chosen.index, reports, encoder, asking)
        journal = Journal(out or Path("runs") / f"{cases.stem}-{made.identity}")
        assistant = Assistant(reports, chosen.depth, models=load_models(chosen))
        others = partial(rivals, searched=reports, depth=chosen.depth, library=reports)
        return journal, evaluate(questions, assistant, reports, journal, made, jobs, others)


@app.command()
def report(context: typer.Context, run_folder: RunFolder, *, site: Site = None) -> None:
    """Write the report of a run anew: report.json, report.md and report.html in its folder.

    Works while a run goes on, and after one was stopped. The page needs no other file and asks
    nothing of any other place; its links go to the report pages of the chat.

    Examples:
      python -m eval report runs/sample-3fa9c1d2

      python -m eval report runs/today --site https://news.example.org
    """
    from eval.journal import Journal

    _published(Journal(run_folder), site or chosen_in(context).site)


@app.command()
def compare(
    before: RunFolder,
    after: RunFolder,
    *,
    by: Annotated[str, typer.Option(metavar="NAME", help="the figure that decides")] = "verdict_accuracy",
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="write compare.json and compare.md into it")
    ] = None,
    fail_if_worse: Annotated[bool, typer.Option(help="exit with 1 when it is shown to be worse")] = False,
) -> None:
    """Compare two runs of one set, case by case: which cases got better, which worse, and is it luck?

    The difference in the deciding figure is tested by swapping the runs case by case (a paired
    permutation test). Where chance alone might well give as large a one: "no difference shown".

    Examples:
      python -m eval compare runs/sample-3fa9c1d2 runs/sample-77b0e4aa

      python -m eval compare main branch --by source_recall --out comment --fail-if-worse
    """
    from dataclasses import asdict

    from eval.comparison import compare as compared
    from eval.conclusion import case_lines, comparison_markdown, conclusion
    from eval.journal import Journal
    from eval.output import write_json, write_text
    from eval.tables import comparison_table

    first, second = Journal(before), Journal(after)
    found = compared(first.records(), second.records(), by)
    unlike = first.provenance().differences(second.provenance())
    Console().print(comparison_table(found))
    for line in (*(f"made otherwise: {each}" for each in unlike), *case_lines(found), conclusion(found)):
        typer.echo(line)
    if out:
        tell(f"written: {write_json({**asdict(found), 'unlike': unlike}, out, 'compare.json')}")
        tell(f"written: {write_text(comparison_markdown(found, unlike), out, 'compare.md')}")
    raise typer.Exit(FAILED if fail_if_worse and found.is_worse else 0)


def _published(journal: "Journal", site: str) -> "Report":
    """Write the report of a run into its folder, say where, and return it."""
    from eval.publishing import publish
    from eval.report import build

    built = build(journal.records(), journal.provenance())
    tell(*(f"written: {path}" for path in publish(built, journal.folder, site)))
    return built
