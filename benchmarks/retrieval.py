"""What finds the answer: meaning, words or both; passages of which size; with the title or without.

`python -m benchmarks.retrieval --help`
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from benchmarks.cache import Cache
from benchmarks.collections import COLLECTIONS, Asked, Collection
from index.encoder import load_encoder
from index.feed import Document
from index.fusion import convex_combination
from index.generation import ORIGIN, Changes
from index.keywords import Keywords

DEPTH = 100
CUTOFF = 10
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
WEIGHTS = (1.0, 0.7, 0.6, 0.5, 0.0)
"""Of the meaning; the words weigh the rest."""

app = typer.Typer(add_completion=False)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a text."""

    text_id: str
    start: int
    end: int
    title: str
    text: str


@app.command()
def main(
    data: Annotated[Path, typer.Option(help="folder of the data sets")] = Path("../shared/data"),
    encoder: Annotated[str, typer.Option(help="folder or hub id; the packaged one by default")] = "",
    cache: Annotated[Path, typer.Option(help="folder that keeps embeddings between runs")] = Path(
        "embeddings"
    ),
    sets: Annotated[list[str] | None, typer.Option("--set", help="data sets; all by default")] = None,
    words: Annotated[
        list[int] | None,
        typer.Option(help="words a passage, 0 for a sentence; titles are tried with the first"),
    ] = None,
) -> None:
    """Print recall@10 and mean reciprocal rank for each way to retrieve.

    Example: python -m benchmarks.retrieval --set xquad --words 75 --words 110
    """
    embeddings = Cache(cache, load_encoder(encoder))
    for name in sets or list(COLLECTIONS):
        collection = COLLECTIONS[name](data)
        typer.echo(f"{collection.name}: {len(collection.texts)} texts, {len(collection.asked)} questions")
        sizes = words or [75]
        for size in sizes:
            cuts = list(_cuts(collection, size))
            titled = size == sizes[0] and any(cut.title for cut in cuts)
            for with_title in (False, True)[: 1 + titled]:
                _report(collection, size, cuts, embeddings, with_title)
        embeddings.save()


def _report(
    collection: Collection, size: int, cuts: Sequence[Cut], embeddings: Cache, with_title: bool
) -> None:
    texts = [f"{cut.title}. {cut.text}" if with_title else cut.text for cut in cuts]
    vectors = embeddings.of(texts)
    asked = embeddings.of([each.question for each in collection.asked])
    keywords = _keywords(cuts)
    found = [
        _found(vectors @ vector, keywords.scores(each.question, DEPTH))
        for vector, each in zip(asked, collection.asked, strict=True)
    ]
    label = f"{size or 1:4} {'words' if size else 'sentence'}{', title' if with_title else ''}"
    for weight in WEIGHTS:
        orders = [convex_combination(near, alike, weight) for near, alike in found]
        scored = zip(collection.asked, orders, strict=True)
        recall, rank = np.mean([_measured(collection, each, cuts, order) for each, order in scored], axis=0)
        typer.echo(
            f"  {label:20} {len(cuts):5} passages  meaning {weight:g}  "
            f"recall@{CUTOFF} {recall:.3f}  MRR {rank:.3f}"
        )


def _found(
    similar: NDArray[np.float32], alike: dict[int, float]
) -> tuple[dict[int, float], dict[int, float]]:
    """Return what either way finds, with its similarity, and what the words find, with its score."""
    nearest = np.argsort(-similar)[:DEPTH].tolist()
    return {key: float(similar[key]) for key in [*nearest, *alike]}, alike


def _measured(
    collection: Collection, asked: Asked, cuts: Sequence[Cut], order: Iterable[int]
) -> tuple[float, float]:
    """Return the share of the gold among the first passages, and the reciprocal rank of the first."""
    listed = [cuts[key] for key in order]
    if collection.by_text:
        firsts: dict[str, Cut] = {}
        for cut in listed:
            firsts.setdefault(cut.text_id, cut)
        listed = list(firsts.values())
    covered = [{gold for gold in asked.gold if _covers(cut, gold)} for cut in listed]
    found = set[tuple[str, int, int]]().union(*covered[:CUTOFF])
    first = next((place for place, gold in enumerate(covered, start=1) if gold), None)
    return len(found) / len(asked.gold), 1 / first if first else 0.0


def _covers(cut: Cut, gold: tuple[str, int, int]) -> bool:
    name, start, end = gold
    return cut.text_id == name and cut.start < end and start < cut.end


def _cuts(collection: Collection, words: int) -> Iterator[Cut]:
    """Cut texts at paragraph and sentence ends into passages of at most so many words."""
    for text in collection.texts:
        start = end = 0
        for begin, stop in _sentences(text.text):
            joined = text.text[start:stop]
            if end and ("\n" in joined or len(joined.split()) > words):
                yield Cut(text.id, start, end, text.title, text.text[start:end])
                start = begin
            start, end = (start if end else begin), stop
        if end:
            yield Cut(text.id, start, end, text.title, text.text[start:end])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*SENTENCE_END.finditer(text), None]:
        end = len(text) if match is None else match.start()
        if text[start:end].strip():
            yield start, end
        start = len(text) if match is None else match.end()


class _Feed:
    """The cuts as the keyword index reads them."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self._cuts = cuts

    def documents(self, keys: Sequence[int]) -> list[Document]:
        """Return the documents with these keys."""
        return [Document(key, 0, self._cuts[key].title, self._cuts[key].text) for key in keys]


def _keywords(cuts: Sequence[Cut]) -> Keywords:
    keywords = Keywords.empty()
    keywords.apply(_Feed(cuts), Changes(ORIGIN, tuple(range(len(cuts))), ()))
    return keywords


if __name__ == "__main__":
    app()
