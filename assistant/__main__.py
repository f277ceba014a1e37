"""The command line of the assistant: `python -m assistant ask "QUESTION"`."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import command_line
import settings
from corpus.errors import SaysWhoError

app = typer.Typer(help="Ask news reports a question; every source is named and quoted.", no_args_is_help=True)


@app.callback()
def _commands() -> None:
    """Ask news reports a question; every source is named and quoted."""


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.")],
    index: Annotated[Path | None, typer.Option(help="Folder of the index.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as one JSON object.")] = False,
    markdown: Annotated[bool, typer.Option(help="Print the answer as Markdown.")] = False,
    since: Annotated[str, typer.Option(help="Only reports published on or after this day, YYYY-MM-DD.")] = "",
    until: Annotated[str, typer.Option(help="Only reports published on or before this day.")] = "",
    outlet: Annotated[list[str] | None, typer.Option(help="Only this outlet; may be repeated.")] = None,
    article: Annotated[
        list[str] | None, typer.Option(help="Only the article of this id; repeatable.")
    ] = None,
    after: Annotated[list[str] | None, typer.Option(help="An earlier question; repeatable.")] = None,
) -> None:
    """Answer a question from the reports in the index.

    Examples:
      python -m assistant ask "Who controls Minian?"

      python -m assistant ask "How many died?" --since 2016-11-01 --outlet "Harbour Post" --json

      python -m assistant ask "And 1070 Apartments?" --after "Who controls Minian?"

    The exit status is 0 for any verdict and 2 for bad input.
    """
    from assistant.assistant import Assistant
    from assistant.models import load_models
    from assistant.rendering import as_json as to_json
    from assistant.rendering import as_markdown, as_text
    from index.encoder import load_encoder
    from index.filters import Filters
    from index.index import Index

    chosen = settings.load()
    filters = Filters(_day(since), _day(until), tuple(outlet or ()), tuple(article or ()))
    encoder = load_encoder(chosen.encoder, chosen.download)
    with Index.open(index or chosen.index, encoder) as opened:
        assistant = Assistant(opened, chosen.depth, models=load_models(chosen))
        answer = assistant.ask(question, filters, after or ())
    if as_json:
        typer.echo(json.dumps(to_json(answer), ensure_ascii=False, indent=2))
    elif markdown:
        typer.echo(as_markdown(answer, lambda citation: citation.article.url or ""))
    else:
        typer.echo(as_text(answer))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SaysWhoError(f"'{text}' is not a date: write it as YYYY-MM-DD") from error


def main() -> None:
    """Run the command line."""
    command_line.run(lambda: app(args=sys.argv[1:], standalone_mode=False))


if __name__ == "__main__":
    main()
