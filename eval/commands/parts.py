"""Measuring parts alone, on public sets: `retrieval`, `attribution`, and `convert`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from eval.adapters import CASEBOOKS, COLLECTIONS, CaseFormat, RetrievalFormat
from eval.commands.options import chosen_in, tell

app = typer.Typer()


Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="take this many, drawn at random")]
Seed = Annotated[int, typer.Option(min=0, metavar="N", help="what --limit draws with")]


@app.command()
def retrieval(
    context: typer.Context,
    form: Annotated[
        RetrievalFormat, typer.Argument(metavar="FORMAT", help="squad, beir, fnc, trecqa, ramdocs")
    ],
    path: Annotated[Path, typer.Argument(help="the set: a file, or the folder of its files")],
    *,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="write retrieval.json into it")] = None,
    limit: Limit = None,
    seed: Seed = 0,
) -> None:
    """Measure the search alone on a public set: by words, by meaning, by both.

    The documents are indexed in a folder that is removed afterwards.

    Examples:
      python -m eval retrieval squad xquad.en.json

      python -m eval retrieval beir scifact/ --limit 100 --out scifact-figures
    """
    from dataclasses import asdict

    from eval.output import write_json
    from eval.searching import figures, gains, search
    from eval.tables import cross_table
    from index.encoder import load_encoder

    chosen = chosen_in(context)
    collection = COLLECTIONS[form](path).judged(limit, seed)
    scores = search(collection, load_encoder(chosen.encoder, chosen.download))
    rows = {**figures(scores), **gains(scores)}
    size = f"{len(collection.documents)} documents, {len(collection.queries)} questions"
    Console().print(size, cross_table(rows, "search"), sep="\n")
    if out:
        named = {name: {metric: asdict(each) for metric, each in row.items()} for name, row in rows.items()}
        tell(f"written: {write_json({'set': size, 'figures': named}, out, 'retrieval.json')}")


@app.command()
def convert(
    form: Annotated[CaseFormat, typer.Argument(metavar="FORMAT", help="squad, fnc, ramdocs, nanco")],
    path: Annotated[Path, typer.Argument(help="the set: a file, or the folder of its files")],
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="write reports.jsonl and cases.jsonl into it")],
) -> None:
    """Turn a public set into reports to be indexed and cases to be run.

    Examples:
      python -m eval convert squad xquad.en.json --out xquad

      python -m index add xquad/reports.jsonl --index xquad/index

      python -m eval run xquad/cases.jsonl --index xquad/index
    """
    from eval.casebook import write

    tell(*(f"written: {each}" for each in write(CASEBOOKS[form](path), out)))


@app.command()
def attribution(
    gold: Annotated[Path, typer.Argument(help="annotated articles: one a line", metavar="GOLD.jsonl")],
    *,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="write what is extracted to it, a line an article")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="write attribution.json into it")] = None,
    limit: Limit = None,
    seed: Seed = 0,
) -> None:
    """Extract who says what from annotated texts, in PolNeAR's form, and compare.

    Examples:
      python -m eval attribution gold.jsonl

      python -m eval attribution gold.jsonl --limit 50 --predictions out.jsonl
    """
    from dataclasses import asdict

    from eval.attribution import load_documents
    from eval.extraction import narrations, tallies
    from eval.output import write_json
    from eval.relations import score
    from eval.sampling import sample
    from eval.tables import cross_table, figure_table

    documents = sample(load_documents(gold), limit, seed)
    ours, narrated = score(tallies(documents, predictions)), score(narrations(documents))
    rows = {"Says Who": ours, "every sentence a narration": narrated}
    Console().print(figure_table(ours), cross_table(rows))
    if out:
        named = {name: {figure: asdict(value) for figure, value in row.items()} for name, row in rows.items()}
        tell(f"written: {write_json(named, out, 'attribution.json')}")
