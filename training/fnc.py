"""Turn the article bodies of the Fake News Challenge into reports that can be indexed.

`python -m training.fnc --help`
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

_STANCES = ("agree", "discuss", "disagree")
"""Stances of a headline that is about the body, the likeliest to be its own first."""

app = typer.Typer(add_completion=False)


@app.command()
def main(
    bodies: Annotated[Path, typer.Argument(help="train_bodies.csv: Body ID, articleBody")],
    stances: Annotated[Path, typer.Argument(help="train_stances.csv: Headline, Body ID, Stance")],
    out: Annotated[Path, typer.Argument(help="the JSON Lines file to write")],
) -> None:
    """Write a report for each body that some headline is about.

    The set names neither outlets nor dates: the id is "fnc-" and the body's number, the outlet
    "Outlet" and that number, the title the first headline that agrees with the body.

    Example: python -m training.fnc train_bodies.csv train_stances.csv fnc.jsonl
    """
    headlines = _headlines(stances)
    with out.open("w", encoding="utf-8") as file:
        for number, text in _rows(bodies, "Body ID", "articleBody"):
            if number in headlines:
                report = {"id": f"fnc-{number}", "title": headlines[number], "text": text}
                file.write(json.dumps({**report, "outlet": f"Outlet {number}"}, ensure_ascii=False) + "\n")


def _headlines(path: Path) -> dict[str, str]:
    found: dict[str, dict[str, str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["Body ID"], {}).setdefault(row["Stance"], row["Headline"])
    told = {number: [by[stance] for stance in _STANCES if stance in by] for number, by in found.items()}
    return {number: ordered[0] for number, ordered in told.items() if ordered}


def _rows(path: Path, *columns: str) -> Iterator[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield tuple(row[column] for column in columns)


if __name__ == "__main__":
    app()
