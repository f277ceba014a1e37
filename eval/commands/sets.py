"""Making sets of cases: `validate`, `new-case`, `feedback`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import SaysWhoError
from eval.commands.options import FAILED, CaseSet, Drafts, Folder, chosen_in, tell

if TYPE_CHECKING:
    from eval.cases import Case

app = typer.Typer()


@app.command()
def validate(
    context: typer.Context,
    cases: CaseSet,
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

    chosen = chosen_in(context)
    with Index.open(index or chosen.index, load_encoder(chosen.encoder, chosen.download)) as reports:
        found = list(problems(cases, reports))
    for line in found:
        typer.echo(line)
    if found:
        raise typer.Exit(FAILED)
    typer.echo("no problems")


@app.command("new-case")
def new_case(
    context: typer.Context,
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
    from assistant.models import load_models
    from assistant.rendering import as_json
    from eval.draft import draft
    from eval.drafts import ids_of
    from index.encoder import load_encoder
    from index.index import Index

    chosen, taken = chosen_in(context), ids_of(out)
    with Index.open(index or chosen.index, load_encoder(chosen.encoder, chosen.download)) as reports:
        assistant = Assistant(reports, chosen.depth, models=load_models(chosen))
        answer = assistant.ask(question)
    _keep([draft(as_json(answer), taken, "Drafted from the answer of Says Who.")], out)


@app.command()
def feedback(context: typer.Context, *, index: Folder = None, out: Drafts = None) -> None:
    """Draft a case from each word of feedback that readers gave in the web chat.

    What they said stands in the notes. Drafts that the set holds already are not added again.

    Examples:
      python -m eval feedback

      python -m eval feedback --index my-index --out from-readers.jsonl
    """
    from assistant.feedback import FeedbackFile
    from eval.drafts import ids_of
    from eval.feedback import drafts

    kept = FeedbackFile(index or chosen_in(context).index).kept()
    made = list(drafts(kept, ids_of(out)))
    _keep([each for each in made if not isinstance(each, SaysWhoError)], out)
    tell(*(str(each) for each in made if isinstance(each, SaysWhoError)))


def _keep(cases: "Sequence[Case]", out: Path | None) -> None:
    """Print drafts, or add them to a file and say so."""
    from eval.drafts import append, line

    if out is None:
        for case in cases:
            typer.echo(line(case))
        return
    append(cases, out)
    tell(*(f"drafted: {case.id}" for case in cases), f"{len(cases)} added to {out}")
