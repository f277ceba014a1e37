"""How long a complete answer takes, against the encoding of its question, over many passages.

`python -m benchmarks.answers --help`
"""

import json
import tempfile
import time
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from assistant.assistant import DEPTH, Assistant
from assistant.models import NO_MODELS, PACKAGED_MODELS
from benchmarks.multiplied import Multiplied
from index.encoder import load_encoder
from index.index import Index

app = typer.Typer(add_completion=False)


@app.command()
def main(
    index: Annotated[Path, typer.Argument(help="index of real reports, made with the packaged encoder")],
    cases: Annotated[Path, typer.Option(help="JSON Lines with questions")] = Path("eval/sets/fnc.jsonl"),
    passages: Annotated[int, typer.Option(help="passages to multiply the index to")] = 100_000,
    questions: Annotated[int, typer.Option(help="how many to ask")] = 100,
    keep: Annotated[Path | None, typer.Option(help="folder for the larger index, used again")] = None,
) -> None:
    """Print milliseconds for a question's encoding and for the stages of its answer, and how many encodings.

    The index is copied with other names and numbers until it is large enough; each question is asked
    with the packaged reader, extractor, judge and comparer, and without them.

    Example: OMP_NUM_THREADS=1 python -m benchmarks.answers fnc-index --passages 100000
    """
    encoder = load_encoder("")
    with cases.open(encoding="utf-8") as file:
        asked = [json.loads(line)["question"] for line in islice(file, questions)]
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "large"
        if not folder.exists():
            _multiply(index, folder, passages)
        large = stack.enter_context(Index.open(folder, encoder))
        typer.echo(f"{large.stats().passages} passages, {large.stats().statements} statements")
        for name, models in (("packaged", PACKAGED_MODELS), ("none", NO_MODELS)):
            assistant = Assistant(large, DEPTH, models=models)
            assistant.ask(asked[0])
            typer.echo(f"reader, extractor, judge and comparer: {name}")
            _ask(assistant, asked)


def _multiply(index: Path, folder: Path, passages: int) -> None:
    encoder = load_encoder("")
    with Index.open(index, encoder) as small:
        multiplied = Multiplied(small, encoder)
        with Index.create(folder, multiplied) as large:
            large.add(multiplied.reports(passages))


def _ask(assistant: Assistant, asked: list[str]) -> None:
    """Print the stages' times: the encoding is measured on its own, before each question."""
    encoder = load_encoder("")
    encoder.encode(asked[:1])
    times: dict[str, list[float]] = {}
    for question in asked:
        started = time.perf_counter()
        encoder.encode([question])
        encoding = 1000 * (time.perf_counter() - started)
        timing = assistant.ask(question).timing
        for name, spent in {"encoding": encoding, **timing}.items():
            times.setdefault(name, []).append(spent)
    base = float(np.median(times["encoding"]))
    for stage, values in times.items():
        p50, p95 = np.percentile(values, (50, 95))
        typer.echo(
            f"  {stage:10} p50 {p50:7.1f} ms ({p50 / base:5.1f})  p95 {p95:7.1f} ms ({p95 / base:5.1f})"
        )


if __name__ == "__main__":
    app()
