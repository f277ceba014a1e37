"""Searching a collection by words, by meaning and by both, and what each way finds."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.article import Article
from corpus.passage import Passage, passage_id
from corpus.report import Report
from eval.bootstrap import Figure, mean
from eval.collection import Collection, Document
from eval.progress import progress
from eval.ranking import evaluate
from index.encoder import Encoder
from index.index import EVERYTHING, Index
from index.way import Way

DEPTH = 100
"""Passages that each way of searching returns."""

METRICS = ("recall@1", "recall@5", "recall@10", "recall@20", "mrr", "ndcg@10")

Scores = Mapping[Way, Mapping[str, list[float]]]
"""For each way to search and each metric, one number a question."""


def search(collection: Collection, encoder: Encoder) -> Scores:
    """Index the documents in a folder of its own and search for every question, each way.

    A document ranks where its best paragraph does.
    """
    with (
        TemporaryDirectory(prefix="sayswho-retrieval-") as folder,
        Index.create(Path(folder) / "index", encoder) as index,
    ):
        documents = map(_report, collection.documents)
        index.add(progress(documents, "indexing", len(collection.documents)))
        found = _found(collection, index)
    judged = collection.judgements
    return {way: {metric: evaluate(judged, found[way], metric) for metric in METRICS} for way in Way}


def figures(scores: Scores) -> dict[str, dict[str, Figure]]:
    """Return the mean of each metric for each way, with its interval over questions."""
    names = {Way.BM25: "BM25 only", Way.DENSE: "dense only", Way.HYBRID: "hybrid"}
    return {name: {metric: mean(each) for metric, each in scores[way].items()} for way, name in names.items()}


def gains(scores: Scores) -> dict[str, dict[str, Figure]]:
    """Return by how much the hybrid search finds more than each of its parts, question by question."""
    return {
        f"hybrid less {way.value}": {
            metric: mean([ours - theirs for ours, theirs in zip(both, scores[way][metric], strict=True)])
            for metric, both in scores[Way.HYBRID].items()
        }
        for way in (Way.BM25, Way.DENSE)
    }


def _found(collection: Collection, index: Index) -> dict[Way, dict[str, list[str]]]:
    found: dict[Way, dict[str, list[str]]] = {way: {} for way in Way}
    for query, text in progress(collection.queries.items(), "searching", len(collection.queries)):
        for way in Way:
            hits = index.search(text, DEPTH, EVERYTHING, way)
            found[way][query] = list(dict.fromkeys(hit.passage.article_id for hit in hits))
    return found


def _report(document: Document) -> Report:
    article = Article(document.id, document.title, document.text)
    return Report(article, tuple(_passages(document)), ())


def _passages(document: Document) -> Iterator[Passage]:
    start, text = 0, document.text
    for order, paragraph in enumerate(text.split("\n\n")):
        end = start + len(paragraph)
        if paragraph.strip():
            yield Passage(passage_id(document.id, order), document.id, order, start, end, paragraph)
        start = end + 2
