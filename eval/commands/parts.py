"""Measuring parts alone: `attribution`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from eval.commands.options import tell

app = typer.Typer()


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
        tell(f"written: {write_json(named, out, 'attribution.json')}")
