"""How fast reports are indexed, against the encoder alone on the same texts, in one run.

`python -m benchmarks.indexing --help`
"""

import json
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from benchmarks.reports import bare_reports
from benchmarks.texts import articles, paragraphs
from index.adding import add_paths
from index.encoder import SentenceEncoder, load_encoder
from index.index import Index
from index.texts import texts_of

app = typer.Typer(add_completion=False)


@app.command()
def main(
    data: Annotated[Path, typer.Option(help="folder of the data sets")] = Path("../shared/data"),
    count: Annotated[int, typer.Option(help="paragraphs to index")] = 1_000,
    rounds: Annotated[int, typer.Option(help="times to repeat, the contenders taking turns")] = 3,
) -> None:
    """Print paragraphs a second for the encoder alone, retrieval-only and full indexing, and the ratios.

    Each is given by the clock and by the processor time of all processes, which other work disturbs less.

    Example: OMP_NUM_THREADS=1 python -m benchmarks.indexing --count 2000
    """
    texts, encoder = paragraphs(data, count), load_encoder("")
    words = statement_words(texts)
    encoder.encode(texts[:8])
    contenders: dict[str, Callable[[], object]] = {
        "encoder alone": lambda: encoder.encode(texts),
        "retrieval only": lambda: _bare(texts, encoder),
        "statements' words encoded": lambda: encoder.encode(words),
        "full": lambda: _full(texts, encoder),
    }
    spent = {name: list[tuple[float, float]]() for name in contenders}
    for _ in range(rounds):
        for name, contender in contenders.items():
            spent[name].append(_seconds(contender))
    for name, seconds in spent.items():
        clock, processor = zip(*seconds, strict=True)
        raw_clock, raw_processor = zip(*spent["encoder alone"], strict=True)
        typer.echo(f"{name:27} {_compared(count, clock, raw_clock)}")
        typer.echo(f"{'  by processor time':27} {_compared(count, processor, raw_processor)}")


def _compared(count: int, seconds: Sequence[float], raw: Sequence[float]) -> str:
    """Return the median rate, and its ratio to that of the encoder in the same round."""
    ratios = np.array(raw) / np.array(seconds)
    return (
        f"{count / np.median(seconds):7.1f} paragraphs/s   of the encoder's: "
        f"{np.median(ratios):.2f} ({ratios.min():.2f} to {ratios.max():.2f})"
    )


def statement_words(texts: list[str]) -> list[str]:
    """Return what full indexing encodes besides the passages."""
    from corpus.analysis import Analyst

    reports = list(Analyst().reports(articles(texts)))
    passages = {passage.text for report in reports for passage in report.passages}
    embedded = dict.fromkeys(text for report in reports for text in texts_of(report))
    return [text for text in embedded if text not in passages]


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds that work takes, by the clock and of the processor."""
    started, before = time.perf_counter(), _processor_seconds()
    work()
    return time.perf_counter() - started, _processor_seconds() - before


def _processor_seconds() -> float:
    """Return the processor time of this process and of those it started, once they have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _bare(texts: list[str], encoder: SentenceEncoder) -> None:
    with tempfile.TemporaryDirectory() as folder, Index.create(Path(folder) / "i", encoder) as index:
        index.add(bare_reports(texts))


def _full(texts: list[str], encoder: SentenceEncoder) -> None:
    """Add a JSON Lines file as the command does: read, parsed, attributed, embedded, stored."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "reports.jsonl"
        with rows.open("w", encoding="utf-8") as file:
            for article in articles(texts):
                row = {"id": article.id, "title": article.title, "text": article.text}
                file.write(json.dumps(row) + "\n")
        add_paths([rows], Path(folder) / "i", encoder, max_characters=100_000)


if __name__ == "__main__":
    app()
