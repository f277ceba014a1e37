"""Writing to the store."""

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.report import Report
from index.database import Database
from index.feed import current_generation
from index.rows import Row, article_row, content_hash, passage_row, statement_row
from index.summary import Summary
from index.texts import text_hash, words_of
from index.writer_lock import writer_lock

INSERT_ARTICLE = """
    INSERT INTO articles (id, hash, title, text, outlet, url, author, published, language, metadata)
    VALUES (:id, :hash, :title, :text, :outlet, :url, :author, :published, :language, :metadata)"""

INSERT_PASSAGE = """
    INSERT INTO passages (id, article, generation, position, start, end, text, embedding)
    VALUES (:id, :article, :generation, :position, :start, :end, :text, :embedding)"""

INSERT_PARSE = "INSERT INTO parses (passage, packed) VALUES (:passage, :packed)"

INSERT_STATEMENT = """
    INSERT INTO statements (
        id, passage, source_name, source_kind, source_role, source_organisation, source_aliases, content,
        form, stance, spans, cue, via, said_on, said_on_basis, event_on, referents, confidence,
        embedding)
    VALUES (
        :id, :passage, :source_name, :source_kind, :source_role, :source_organisation, :source_aliases,
        :content, :form, :stance, :spans, :cue, :via, :said_on, :said_on_basis, :event_on, :referents,
        :confidence, :embedding)"""

REMEMBER_REMOVED = """
    INSERT INTO removed_passages
    SELECT p.key, ? FROM passages p JOIN articles a ON a.key = p.article WHERE a.id = ?"""

EMBEDDINGS_OF_ARTICLE = """
    WITH own AS (
        SELECT p.key, p.embedding FROM passages p JOIN articles a ON a.key = p.article WHERE a.id = ?)
    SELECT embedding FROM own
    UNION SELECT s.embedding FROM statements s JOIN own ON own.key = s.passage"""

DELETE_UNUSED = """
    DELETE FROM embeddings WHERE key IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM passages WHERE embedding = embeddings.key)
        AND NOT EXISTS (SELECT 1 FROM statements WHERE embedding = embeddings.key)"""

Embeddings = Mapping[str, NDArray[np.float32]]
"""Vectors (dimension,) by text."""


class Store:
    """The truth of an index. Every change is one transaction and a generation of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unchanged(self, article: Article) -> bool:
        """Tell whether the store holds this very article, all its fields alike."""
        with self._database.reading() as connection:
            return _hash_of(connection, article.id) == content_hash(article)

    def unembedded(self, texts: Iterable[str]) -> list[str]:
        """Return the texts that the store has no embedding of, each once."""
        hashes = {text_hash(text): text for text in texts}
        with self._database.reading() as connection:
            find = "SELECT 1 FROM embeddings WHERE hash = ?"
            return [text for key, text in hashes.items() if not connection.execute(find, (key,)).fetchone()]

    def add(self, reports: Iterable[Report], vectors: Embeddings) -> Summary:
        """Store reports, all or none, with the embeddings of their texts that the store lacks.

        An article already stored under the same id is replaced; one that is the same is left.
        Statements without an embedding are stored all the same. Raises KeyError if a passage has none.
        """
        with self._database.writing() as connection:
            return _Transaction(connection, vectors).put(reports)

    def remove(self, article_id: str) -> bool:
        """Remove an article with all that was found in it; tell whether there was one."""
        with self._database.writing() as connection:
            if _hash_of(connection, article_id) is None:
                return False
            transaction = _Transaction(connection, {})
            transaction.delete(article_id)
            transaction.finish()
        return True


def remove_article(database: Database, article_id: str) -> None:
    """Remove an article from an index, as its only writer.

    Raises SaysWhoError when there is no such article, or the index cannot be written to.
    """
    with writer_lock(database.folder):
        if not Store(database).remove(article_id):
            raise SaysWhoError(f"no article '{article_id}' in {database.folder}; see python -m index list")


class _Transaction:
    """One change of the store, in a transaction of the caller's."""

    def __init__(self, connection: sqlite3.Connection, vectors: Embeddings) -> None:
        self._connection, self._vectors = connection, vectors
        self._generation = current_generation(connection).number + 1
        self._let_go: set[int | None] = set()
        connection.execute("INSERT INTO generations VALUES (?, ?)", (self._generation, secrets.token_hex(8)))

    def put(self, reports: Iterable[Report]) -> Summary:
        summary = Summary()
        for report in reports:
            summary += self._put(report)
        self.finish()
        return summary

    def _put(self, report: Report) -> Summary:
        row = article_row(report.article)
        known = _hash_of(self._connection, report.article.id)
        if known == row["hash"]:
            return Summary(unchanged=1)
        if known is not None:
            self.delete(report.article.id)
        self._insert_report(report, row)
        return Summary(added=1) if known is None else Summary(replaced=1)

    def delete(self, article_id: str) -> None:
        own = self._connection.execute(EMBEDDINGS_OF_ARTICLE, (article_id,))
        self._let_go.update(key for (key,) in own)
        self._connection.execute(REMEMBER_REMOVED, (self._generation, article_id))
        self._connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    def finish(self) -> None:
        """Delete embeddings of removed texts, unless others have the same text."""
        self._connection.execute(DELETE_UNUSED, (json.dumps(list(self._let_go)),))

    def _insert_report(self, report: Report, row: Row) -> None:
        article = self._insert(INSERT_ARTICLE, row)
        keys: dict[str, int] = {}
        for passage in report.passages:
            columns = passage_row(passage, article, self._generation)
            columns["embedding"] = self._embedding(passage.text)
            if columns["embedding"] is None:
                raise KeyError(passage.id)
            keys[passage.id] = self._insert(INSERT_PASSAGE, columns)
        for name, packed in report.parses.items():
            self._insert(INSERT_PARSE, {"passage": keys[name], "packed": packed})
        for statement in report.statements:
            columns = statement_row(statement, keys[statement.passage_id])
            columns["embedding"] = self._embedding(words_of(statement, report.article.text))
            self._insert(INSERT_STATEMENT, columns)

    def _embedding(self, text: str) -> int | None:
        """Return the key of a text's embedding, stored if need be; None if there is none."""
        found = self._connection.execute("SELECT key FROM embeddings WHERE hash = ?", (text_hash(text),))
        row = found.fetchone()
        if row is not None:
            return int(row["key"])
        vector = self._vectors.get(text)
        if vector is None:
            return None
        columns: Row = {"hash": text_hash(text), "vector": vector.astype("<f2").tobytes()}
        return self._insert("INSERT INTO embeddings (hash, vector) VALUES (:hash, :vector)", columns)

    def _insert(self, statement: str, row: Row) -> int:
        return self._connection.execute(statement, row).lastrowid or 0


def _hash_of(connection: sqlite3.Connection, article_id: str) -> str | None:
    row = connection.execute("SELECT hash FROM articles WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else str(row["hash"])
