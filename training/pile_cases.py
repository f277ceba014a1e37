"""Write the piles as reports to index, and cases to run over them.

`python -m training.pile_cases --help`
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from training.piles import HELD_OUT, Asked, Pile, load_piles

_TYPES = {"control": "control", "when": "date", "where": "place", "said": "statement"}
"""Types of question, by what a pile calls its kind; any other is `other`."""

app = typer.Typer(add_completion=False)


@app.command()
def main(
    out: Annotated[Path, typer.Argument(help="the folder for reports.jsonl and cases.jsonl")],
    folder: Annotated[Path, typer.Option(help="the folder of piles")] = HELD_OUT,
) -> None:
    """Write a folder of piles as one collection of reports and the cases over it.

    Piles do not say who is quoted where: each outlet stands for the sources of its sentences, so that
    what a run tells of sources means nothing.

    Example: python -m training.pile_cases held-out
    """
    piles = load_piles(folder)
    out.mkdir(parents=True, exist_ok=True)
    _write(
        out / "reports.jsonl", (_report(pile, place) for pile in piles for place in range(len(pile.articles)))
    )
    _write(out / "cases.jsonl", (case for pile in piles for case in _cases(pile)))


def _write(path: Path, rows: Iterator[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def _report(pile: Pile, place: int) -> dict[str, Any]:
    article = pile.articles[place]
    published = article.published.isoformat() if article.published else None
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "outlet": article.outlet,
        "published": published,
    }


def _cases(pile: Pile) -> Iterator[dict[str, Any]]:
    for number, asked in enumerate(pile.asked, start=1):
        yield {
            "id": f"{pile.id}-{number:02d}",
            "question": asked.question,
            "type": _TYPES.get(asked.kind, "other"),
            "verdict": asked.verdict,
            "positions": list(_positions(pile, asked)),
            "tags": [asked.kind],
        }


def _positions(pile: Pile, asked: Asked) -> Iterator[dict[str, Any]]:
    outlets = {article.id: article.outlet for article in pile.articles}
    for number, keys in enumerate(asked.positions, start=1):
        places = [pile.places[key] for key in sorted(keys)]
        yield {
            "label": str(number),
            "statements": [
                {"source": outlets[name], "stance": "asserts", "article": name, "start": start, "end": end}
                for name, (start, end) in places
            ],
        }


if __name__ == "__main__":
    app()
