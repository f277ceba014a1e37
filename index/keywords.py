"""The keyword index: BM25 by tantivy, derived from the store."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from math import log1p
from pathlib import Path
from typing import Protocol

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from index.feed import Document
from index.generation import Changes

ANALYZER = "report"
LONGEST_TOKEN = 64
WEIGHTS = {"text": 1.0, "title": 0.5}
LOCK_SUFFIX = ".lock"
HEAP_BYTES = 50_000_000
CHUNK = 10_000
COMMON = 0.5
"""A word in a greater share of the passages says next to nothing, and takes most of the time."""

LARGE = 100_000
"""Passages from which common words are left out of a question; among fewer they may be its subject."""


@cache
def _analyzer() -> tantivy.TextAnalyzer:
    """Lower-cased words without accents, stemmed as English."""
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(LONGEST_TOKEN))
    builder = builder.filter(Filter.lowercase()).filter(Filter.ascii_fold())
    return builder.filter(Filter.stemmer("english")).build()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("passage", indexed=True, fast=True)
    builder.add_integer_field("article", indexed=True)
    for field in WEIGHTS:
        builder.add_text_field(field, tokenizer_name=ANALYZER, index_option="freq")
    return builder.build()


def stems(text: str) -> list[str]:
    """Return the words of a text as they are compared: lower-cased, without accents, stemmed."""
    return list(_analyzer().analyze(text.encode("utf-8", "replace").decode()))


class Documents(Protocol):
    """Where the words come from: the feed of a store."""

    def documents(self, keys: Sequence[int]) -> Sequence[Document]:
        """Return the documents with these keys; keys gone are left out."""


class Keywords:
    """The words of passages and of their articles' titles, in a folder.

    A folder given to `load` is never changed: changes go to a private copy, so that
    one process can read what another is about to replace.
    """

    def __init__(self, folder: Path, private: bool) -> None:
        """Open a folder, or make an index in an empty one; only a private one is changed."""
        self._open(folder, private)

    def _open(self, folder: Path, private: bool) -> None:
        self._folder, self._private = folder, private
        self._index = tantivy.Index(_schema(), str(folder))
        self._index.config_reader("manual")
        self._index.register_tokenizer(ANALYZER, _analyzer())
        self._reload()

    def _reload(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    @classmethod
    def empty(cls) -> "Keywords":
        """Return an index of nothing."""
        return cls(_private_folder(), private=True)

    @classmethod
    def load(cls, path: Path) -> "Keywords":
        """Open a folder that `save` wrote. Its bytes are trusted: check them first."""
        if os.access(path, os.W_OK):
            return cls(path, private=False)
        return cls(_copied(path, _private_folder()), private=True)  # tantivy locks what it opens

    def save(self, path: Path) -> None:
        """Write everything to a new folder."""
        path.mkdir()
        _copied(self._folder, path)

    def __len__(self) -> int:
        """Return the number of passages."""
        return self._searcher.num_docs

    def apply(self, feed: Documents, changes: Changes) -> None:
        """Bring in what changed in the store. Raises OSError if its folder is gone or full."""
        if not changes.added and not changes.removed:
            return
        if not self._private:
            self._open(_copied(self._folder, _private_folder()), private=True)
        try:
            self._write(feed, changes)
        except ValueError as error:  # as tantivy raises it
            raise OSError(None, f"{self._folder}: {error}") from error

    def _write(self, feed: Documents, changes: Changes) -> None:
        writer = self._index.writer(HEAP_BYTES, 1)
        for key in changes.removed:
            writer.delete_documents_by_term("passage", key)
        for start in range(0, len(changes.added), CHUNK):
            for document in feed.documents(changes.added[start : start + CHUNK]):
                writer.add_document(tantivy.Document(**asdict(document)))
        writer.commit()
        writer.wait_merging_threads()
        self._reload()

    def search(self, question: str, limit: int, articles: Sequence[int] | None = None) -> list[int]:
        """Return keys of passages that share words with the question, best first; see `scores`."""
        return list(self.scores(question, limit, articles))

    def scores(self, question: str, limit: int, articles: Sequence[int] | None = None) -> dict[int, float]:
        """Return the BM25 scores, over 0, of the passages that share words with the question, best first.

        `articles`, when given, are the keys of the articles to look in. Any string will do.
        """
        query = self._query(question)
        if articles is not None:
            within = Query.term_set_query(self._index.schema, "article", articles)
            query = Query.boolean_query(
                [(Occur.Must, query), (Occur.Must, Query.const_score_query(within, 0.0))]
            )
        searcher = self._searcher
        hits = searcher.search(query, limit, count=False).hits
        keys = searcher.fast_field_values("passage", [address for _, address in hits])
        return {int(key or 0): score for key, (score, _) in zip(keys, hits, strict=True)}

    def rarity(self, stem: str) -> float:
        """Return the inverse document frequency of a stem among the passages (Robertson, 2004)."""
        having, size = self._searcher.doc_freq("text", stem), len(self)
        return log1p((size - having + 0.5) / (having + 0.5))

    def _query(self, question: str) -> Query:
        """Return a query for any of the question's words; it has no syntax."""
        clauses = [
            (Occur.Should, Query.boost_query(self._term(field, word), weight))
            for word in self._telling(list(dict.fromkeys(stems(question))))
            for field, weight in WEIGHTS.items()
        ]
        return Query.boolean_query(clauses)

    def _telling(self, words: list[str]) -> list[str]:
        """Return the words that tell passages apart; all if none does, or in a small collection."""
        most = COMMON * len(self) if len(self) > LARGE else len(self)
        return [word for word in words if self._searcher.doc_freq("text", word) <= most] or words

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self._index.schema, field, word, index_option="freq")


def _private_folder() -> Path:
    """Return a new temporary folder, removed when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="sayswho-keywords-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _copied(source: Path, target: Path) -> Path:
    """Copy an index's files to an empty folder, by hard link where that is possible.

    Linking is safe: tantivy never writes to a file twice, it puts new ones in their place.
    """
    for path in source.iterdir():
        if path.suffix == LOCK_SUFFIX:
            continue
        try:
            if path.suffix == ".json":  # which tantivy makes readable to its owner alone
                shutil.copyfile(path, target / path.name)
            else:
                (target / path.name).hardlink_to(path)
        except OSError:  # another file system, or one without links
            shutil.copyfile(path, target / path.name)
    return target
