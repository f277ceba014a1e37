"""`python -m eval`: measure the assistant over a set of cases, and attribution over annotated texts."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

import command_line
import settings
from corpus.errors import SaysWhoError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eval.cases import Case

_BELOW_BAR = _WORSE = _PROBLEMS = 1

Folder = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="folder of the index")]
Drafts = Annotated[
    Path | None, typer.Option("--out", metavar="SET.jsonl", help="add it to this set, made if need be")
]
Site = Annotated[
    str | None, typer.Option(metavar="URL", help="where the chat is served: the page links there")
]
RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="the folder of a run")]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Measure what Says Who answers, and who it finds to say what.",
)


@app.command()
def run(
    cases: Annotated[Path, typer.Argument(help="the set: one case a line", metavar="SET.jsonl")],
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
    from assistant.assistant import Assistant
    from eval.bars import fallen_under, parse_bars, risen_over
    from eval.cases import load_cases
    from eval.evaluation import check_bars, evaluate
    from eval.journal import Journal
    from eval.provenance import provenance
    from eval.publishing import publish
    from eval.report import build
    from eval.rivals import rivals
    from eval.tables import tables
    from index.encoder import load_encoder
    from index.index import Index

    chosen = settings.load()
    lower, upper = parse_bars(fail_under or ()), parse_bars(fail_over or ())
    check_bars((*lower, *upper))
    questions, folder = load_cases(cases), index or chosen.index
    encoder = load_encoder(chosen.encoder, chosen.download)
    with Index.open(folder, encoder) as reports:
        made = provenance(cases, len(questions), folder, reports, encoder, {"depth": chosen.depth})
        journal = Journal(out or Path("runs") / f"{cases.stem}-{made.identity}")
        assistant = Assistant(reports, chosen.depth)
        others = partial(rivals, searched=reports, depth=chosen.depth, library=reports)
        whole = evaluate(questions, assistant, reports, journal, made, jobs, others)
    built = build(journal.records(), made)
    Console().print(tables(built))
    _tell(*(f"written: {path}" for path in publish(built, journal.folder, site or _site(chosen))))
    below = fallen_under(built.figures, lower) + risen_over(built.figures, upper)
    _tell(*below)
    if not whole:
        _tell(f"stopped after {len(built.records)} of {len(questions)} cases; the same command goes on")
        raise typer.Exit(command_line.INTERRUPTED)
    raise typer.Exit(_BELOW_BAR if below else 0)


@app.command()
def report(run_folder: RunFolder, *, site: Site = None) -> None:
    """Write the report of a run anew: report.json, report.md and report.html in its folder.

    Works while a run goes on, and after one was stopped. The page needs no other file and asks
    nothing of any other place; its links go to the report pages of the chat.

    Examples:
      python -m eval report runs/sample-3fa9c1d2

      python -m eval report runs/today --site https://news.example.org
    """
    from eval.journal import Journal
    from eval.publishing import publish
    from eval.report import build

    journal = Journal(run_folder)
    built = build(journal.records(), journal.provenance())
    _tell(*(f"written: {path}" for path in publish(built, run_folder, site or _site(settings.load()))))


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
        _tell(f"written: {write_json({**asdict(found), 'unlike': unlike}, out, 'compare.json')}")
        _tell(f"written: {write_text(comparison_markdown(found, unlike), out, 'compare.md')}")
    raise typer.Exit(_WORSE if fail_if_worse and found.is_worse else 0)


@app.command()
def validate(
    cases: Annotated[Path, typer.Argument(help="the set: one case a line", metavar="SET.jsonl")],
    *,
    index: Folder = None,
) -> None:
    """Check a set against an index: a line for each problem, and exit status 1 if there are any.

    Labels must be known, ids given once, articles in the index, quotes in them word for word, and
    drafts checked.

    Examples:
      python -m eval validate cases.jsonl

      python -m eval validate eval/sets/sample.jsonl --index sample-index && echo fine
    """
    from eval.validation import problems
    from index.encoder import load_encoder
    from index.index import Index

    chosen = settings.load()
    with Index.open(index or chosen.index, load_encoder(chosen.encoder, chosen.download)) as reports:
        found = list(problems(cases, reports))
    for line in found:
        typer.echo(line)
    if found:
        raise typer.Exit(_PROBLEMS)
    typer.echo("no problems")


@app.command("new-case")
def new_case(
    question: Annotated[str, typer.Argument(help="the question, in quotation marks")],
    *,
    index: Folder = None,
    out: Drafts = None,
) -> None:
    """Ask a question and draft a case from the answer, for a person to correct.

    The draft expects what was answered: read the reports, mend it, and take away the tag "draft",
    as `validate` asks. It is printed, or added to a set.

    Examples:
      python -m eval new-case "Who controls Minian?"

      python -m eval new-case "How many died in the ferry fire?" --out cases.jsonl
    """
    from assistant.assistant import Assistant
    from assistant.rendering import as_json
    from eval.draft import draft
    from eval.drafts import ids_of
    from index.encoder import load_encoder
    from index.index import Index

    chosen, taken = settings.load(), ids_of(out)
    with Index.open(index or chosen.index, load_encoder(chosen.encoder, chosen.download)) as reports:
        answer = Assistant(reports, chosen.depth).ask(question)
    _keep([draft(as_json(answer), taken, "Drafted from the answer of Says Who.")], out)


@app.command()
def feedback(*, index: Folder = None, out: Drafts = None) -> None:
    """Draft a case from each word of feedback that readers gave in the web chat.

    What they said stands in the notes. Drafts that the set holds already are not added again.

    Examples:
      python -m eval feedback

      python -m eval feedback --index my-index --out from-readers.jsonl
    """
    from eval.drafts import ids_of
    from eval.feedback import drafts, load_feedback

    made = list(drafts(load_feedback(index or settings.load().index), ids_of(out)))
    _keep([each for each in made if not isinstance(each, SaysWhoError)], out)
    _tell(*(str(each) for each in made if isinstance(each, SaysWhoError)))


@app.command()
def attribution(
    gold: Annotated[Path, typer.Argument(help="annotated articles: one a line", metavar="GOLD.jsonl")],
    *,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="write what is extracted to it, a line an article")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="write attribution.json into it")] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="read this many articles, drawn at random")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="what --limit draws with")] = 0,
) -> None:
    """Extract who says what from annotated texts, in PolNeAR's form, and compare.

    Examples:
      python -m eval attribution gold.jsonl

      python -m eval attribution gold.jsonl --limit 50 --predictions out.jsonl
    """
    from dataclasses import asdict

    from eval.attribution import load_documents
    from eval.extraction import tallies
    from eval.output import write_json
    from eval.relations import score
    from eval.sampling import sample
    from eval.tables import figure_table

    figures = score(tallies(sample(load_documents(gold), limit, seed), predictions))
    Console().print(figure_table(figures))
    if out:
        named = {name: asdict(figure) for name, figure in figures.items()}
        _tell(f"written: {write_json(named, out, 'attribution.json')}")


def _keep(cases: "Sequence[Case]", out: Path | None) -> None:
    """Print drafts, or add them to a file and say so."""
    from eval.drafts import append, line

    if out is None:
        for case in cases:
            typer.echo(line(case))
        return
    append(cases, out)
    _tell(*(f"drafted: {case.id}" for case in cases), f"{len(cases)} added to {out}")


def _site(chosen: settings.Settings) -> str:
    return f"http://{chosen.host}:{chosen.port}"


def _tell(*lines: str) -> None:
    for line in lines:
        typer.echo(line, err=True)


if __name__ == "__main__":
    command_line.run(app)
