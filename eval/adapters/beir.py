"""BEIR's form: a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv.

Thakur and others, "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of Information Retrieval
Models", NeurIPS Datasets and Benchmarks 2021.
"""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from corpus.errors import SaysWhoError
from eval.adapters.files import read_jsonl, read_table
from eval.collection import Collection, Document


@dataclass(frozen=True, slots=True)
class _Text:
    id: Annotated[str, Field(alias="_id")]
    text: str
    title: str = ""


_TEXT = TypeAdapter(_Text)


def collection(path: Path) -> Collection:
    """Read a folder; the judgements are those of the test part.

    Raises SaysWhoError when a file is missing or of another form.
    """
    texts = read_jsonl(path / "corpus.jsonl", _TEXT)
    queries = read_jsonl(path / "queries.jsonl", _TEXT)
    return Collection(
        tuple(Document(each.id, each.text, each.title) for each in texts),
        {each.id: each.text for each in queries},
        _judgements(path / "qrels" / "test.tsv"),
    )


def _judgements(path: Path) -> dict[str, dict[str, int]]:
    judged: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for query, document, score in read_table(path, ("query-id", "corpus-id", "score"), "\t"):
        try:
            gain = int(score)
        except ValueError as error:
            raise SaysWhoError(f"{path}: '{score}' is no whole number; is it of this format?") from error
        if gain > 0:
            judged[query][document] = gain
    return dict(judged)
