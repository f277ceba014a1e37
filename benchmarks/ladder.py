"""How many lists, and how many of them probed: recall and time of FAISS types by size.

`python -m benchmarks.ladder --help`
"""

import time
from typing import Annotated

import faiss
import numpy as np
import typer
from numpy.typing import NDArray

from benchmarks.synthetic import clustered, questions

NEAREST = 10
DEPTH = 100
QUESTIONS = 200
PROBES = (8, 16, 32, 64, 128, 256)
TRAINED_ON = 64
"""Vectors a list that the lists are trained on."""

app = typer.Typer(add_completion=False)


@app.command()
def main(
    count: Annotated[int, typer.Option(help="number of vectors")] = 100_000,
    lists: Annotated[list[int] | None, typer.Option(help="numbers of lists to try")] = None,
) -> None:
    """Print recall@10 against exact search and milliseconds a query, for each type.

    Example: python -m benchmarks.ladder --count 1000000 --lists 1024 --lists 4096
    """
    faiss.omp_set_num_threads(1)
    vectors = clustered(count)
    asked = questions(vectors, QUESTIONS)
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(vectors)
    exact = _reported("Flat", 0.0, flat, asked, None)
    for number in lists or [max(round(4 * count**0.5), 1)]:
        _ivf(vectors, number, asked, exact)


def _ivf(
    vectors: NDArray[np.float32], lists: int, asked: NDArray[np.float32], exact: NDArray[np.int64]
) -> None:
    started = time.perf_counter()
    index = faiss.index_factory(vectors.shape[1], f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    sample = np.random.default_rng(0).choice(
        len(vectors), min(len(vectors), lists * TRAINED_ON), replace=False
    )
    index.train(vectors[np.sort(sample)])
    index.add(vectors)
    built = time.perf_counter() - started
    for probes in PROBES:
        faiss.ParameterSpace().set_index_parameter(index, "nprobe", probes)
        _reported(f"IVF{lists},SQ8 nprobe {probes}", built, index, asked, exact)


def _reported(
    name: str, built: float, index: faiss.Index, asked: NDArray[np.float32], exact: NDArray[np.int64] | None
) -> NDArray[np.int64]:
    found, times = [], []
    for row in asked:
        started = time.perf_counter()
        found.append(index.search(row.reshape(1, -1), DEPTH)[1][0])
        times.append(1000 * (time.perf_counter() - started))
    keys = np.array(found)
    nearest = keys[:, :NEAREST] if exact is None else exact
    recall = np.mean([len(set(a) & set(b)) / NEAREST for a, b in zip(keys, nearest, strict=True)])
    p50, p95 = np.percentile(times, (50, 95))
    typer.echo(
        f"{name:28} built {built:6.1f} s  recall@10 {recall:.4f}  p50 {p50:6.2f} ms  p95 {p95:6.2f} ms"
    )
    return nearest


if __name__ == "__main__":
    app()
