"""How an index grows: adding, searching and memory at 1,000 to 1,000,000 passages.

`python -m benchmarks.growth --help`
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from benchmarks.lookup import Lookup
from benchmarks.reports import bare_reports
from benchmarks.synthetic import clustered, questions
from index.index import Index
from index.sidecar import Sidecar
from index.vectors import Vectors

ASKED = 200
MORE = 100
"""Passages added to an index that stands."""

NEAREST = 10
DEPTH = 100
HITS = 30
WORDS = 10
"""Words of a question."""

CHUNK = 80_000

app = typer.Typer(add_completion=False)


@app.command()
def run(
    counts: Annotated[list[int] | None, typer.Option("--count", help="numbers of passages")] = None,
    out: Annotated[Path, typer.Option(help="JSON Lines file to write")] = Path("growth.jsonl"),
) -> None:
    """Measure each size, building and searching in processes of their own; print and write the figures.

    Example: OMP_NUM_THREADS=1 python -m benchmarks.growth run --count 1000 --count 10000
    """
    with out.open("w", encoding="utf-8") as file:
        for count in counts or (1_000, 10_000, 100_000, 1_000_000):
            folder = Path(tempfile.mkdtemp())
            figures = {"passages": count, **_child("build", folder, count), **_child("search", folder, count)}
            shutil.rmtree(folder)
            typer.echo(json.dumps(figures))
            file.write(json.dumps(figures) + "\n")


def _child(command: str, folder: Path, count: int) -> dict[str, float]:
    arguments = [sys.executable, "-m", "benchmarks.growth", command, str(folder), str(count)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


@app.command(hidden=True)
def build(folder: Path, count: int) -> None:
    """Make an index and print how long it took, and adding a few more passages."""
    vectors = clustered(count + MORE)
    asked = questions(vectors[:count], ASKED)
    np.savez(folder / "asked.npz", asked=asked, nearest=_exact(vectors[:count], asked))
    encoder = Lookup(vectors)
    started = time.perf_counter()
    with Index.create(folder / "index", encoder) as index:
        for start in range(0, count, CHUNK):
            texts = encoder.texts(range(start, min(start + CHUNK, count)))
            index.add(bare_reports(texts, first=start))
        built = time.perf_counter()
    with Index.open(folder / "index", encoder) as index:
        index.add(bare_reports(encoder.texts(range(count, count + MORE)), first=count))
    more = time.perf_counter() - built
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    figures = {"build_s": built - started, "add_100_s": more, "disk_mb": size / 1e6}
    typer.echo(json.dumps(figures))


def _exact(vectors: NDArray[np.float32], asked: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the numbers of the nearest vectors of each question, by exhaustive search: (n, NEAREST)."""
    return np.array([np.argsort(-(vectors @ row))[:NEAREST] for row in asked])


@app.command(hidden=True)
def search(folder: Path, count: int) -> None:
    """Open an index, search it, and print times, recall and memory."""
    del count
    with np.load(folder / "asked.npz") as stored:
        asked, nearest = stored["asked"], stored["nearest"]
    encoder = Lookup(asked)
    started = time.perf_counter()
    with Index.open(folder / "index", encoder) as index:
        index.search("passage 0", 1)
        opened = time.perf_counter() - started
        asking = [" ".join(text.split()[:WORDS]) for text in encoder.texts(range(ASKED))]
        times, processor = zip(*(_milliseconds(index, question) for question in asking), strict=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    p50, p95 = np.percentile(times, (50, 95))
    figures = {"open_s": opened, "search_p50_ms": p50, "search_p95_ms": p95, "memory_mb": memory}
    figures["search_cpu_p50_ms"] = float(np.median(processor))
    typer.echo(json.dumps(figures | _vectors_alone(folder / "index", asked, nearest)))


def _milliseconds(index: Index, question: str) -> tuple[float, float]:
    """Return how long a search takes, by the clock and in processor time."""
    started, used = time.perf_counter(), time.process_time()
    index.search(question, HITS)
    return 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - used)


def _vectors_alone(folder: Path, asked: NDArray[np.float32], nearest: NDArray[np.int64]) -> dict[str, float]:
    """Measure the vector index: what it puts forward is put in exact order afterwards."""
    sidecar = Sidecar.read(folder / "vectors.json")
    if sidecar is None:
        raise SystemExit("the index has no vectors")
    vectors = Vectors.load(folder / sidecar.data)
    times, recalls = [], []
    for row, known in zip(asked, nearest, strict=True):
        started = time.perf_counter()
        keys = vectors.search(row, DEPTH)
        times.append(1000 * (time.perf_counter() - started))
        recalls.append(len(set(keys) & {int(each) + 1 for each in known}) / NEAREST)
    p50, p95 = np.percentile(times, (50, 95))
    return {"vectors_p50_ms": p50, "vectors_p95_ms": p95, "recall_at_10": float(np.mean(recalls))}


if __name__ == "__main__":
    app()
