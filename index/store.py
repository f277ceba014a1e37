"""Writing to the store."""

import secrets
import sqlite3
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.report import Report
from index.database import Database
from index.feed import current_generation
from index.rows import Row, article_row, content_hash, passage_row, statement_row
from index.summary import Summary
from index.writer_lock import writer_lock

INSERT_ARTICLE = """
    INSERT INTO articles (id, hash, title, text, outlet, url, author, published, language, metadata)
    VALUES (:id, :hash, :title, :text, :outlet, :url, :author, :published, :language, :metadata)"""

INSERT_PASSAGE = """
    INSERT INTO passages (id, article, generation, position, start, end, text)
    VALUES (:id, :article, :generation, :position, :start, :end, :text)"""

INSERT_STATEMENT = """
    INSERT INTO statements (
        id, passage, source_name, source_kind, source_role, source_organisation, source_aliases, content,
        form, stance, spans, cue, via, said_on, said_on_basis, event_on, referents, confidence)
    VALUES (
        :id, :passage, :source_name, :source_kind, :source_role, :source_organisation, :source_aliases,
        :content, :form, :stance, :spans, :cue, :via, :said_on, :said_on_basis, :event_on, :referents,
        :confidence)"""

REMEMBER_REMOVED = """
    INSERT INTO removed_passages
    SELECT p.key, ? FROM passages p JOIN articles a ON a.key = p.article WHERE a.id = ?"""


class Store:
    """The truth of an index. Every change is one transaction and a generation of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unchanged(self, article: Article) -> bool:
        """Tell whether the store holds this very article, all its fields alike."""
        with self._database.reading() as connection:
            return _hash_of(connection, article.id) == content_hash(article)

    def add(self, batch: Iterable[tuple[Report, NDArray[np.float32]]]) -> Summary:
        """Store reports with their passages' embeddings (passages, dimension), all or none.

        An article already stored under the same id is replaced; one that is the same is left.
        """
        summary = Summary()
        with self._database.writing() as connection:
            generation = _begin_generation(connection)
            for report, vectors in batch:
                summary += _put(connection, generation, report, vectors)
        return summary

    def remove(self, article_id: str) -> bool:
        """Remove an article with all that was found in it; tell whether there was one."""
        with self._database.writing() as connection:
            if _hash_of(connection, article_id) is None:
                return False
            _delete(connection, _begin_generation(connection), article_id)
        return True


def remove_article(database: Database, article_id: str) -> None:
    """Remove an article from an index, as its only writer.

    Raises SaysWhoError when there is no such article, or the index cannot be written to.
    """
    with writer_lock(database.folder):
        if not Store(database).remove(article_id):
            raise SaysWhoError(f"no article '{article_id}' in {database.folder}; see python -m index list")


def _begin_generation(connection: sqlite3.Connection) -> int:
    number = current_generation(connection).number + 1
    connection.execute("INSERT INTO generations VALUES (?, ?)", (number, secrets.token_hex(8)))
    return number


def _hash_of(connection: sqlite3.Connection, article_id: str) -> str | None:
    row = connection.execute("SELECT hash FROM articles WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else str(row["hash"])


def _delete(connection: sqlite3.Connection, generation: int, article_id: str) -> None:
    connection.execute(REMEMBER_REMOVED, (generation, article_id))
    connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))


def _put(
    connection: sqlite3.Connection, generation: int, report: Report, vectors: NDArray[np.float32]
) -> Summary:
    row = article_row(report.article)
    known = _hash_of(connection, report.article.id)
    if known == row["hash"]:
        return Summary(unchanged=1)
    if known is not None:
        _delete(connection, generation, report.article.id)
    _insert_report(connection, generation, report, row, vectors)
    return Summary(added=1) if known is None else Summary(replaced=1)


def _insert_report(
    connection: sqlite3.Connection, generation: int, report: Report, row: Row, vectors: NDArray[np.float32]
) -> None:
    article = _insert(connection, INSERT_ARTICLE, row)
    keys: dict[str, int] = {}
    for passage, vector in zip(report.passages, vectors, strict=True):
        key = _insert(connection, INSERT_PASSAGE, passage_row(passage, article, generation))
        connection.execute("INSERT INTO embeddings VALUES (?, ?)", (key, vector.astype("<f2").tobytes()))
        keys[passage.id] = key
    rows = [statement_row(statement, keys[statement.passage_id]) for statement in report.statements]
    connection.executemany(INSERT_STATEMENT, rows)


def _insert(connection: sqlite3.Connection, statement: str, row: Row) -> int:
    return connection.execute(statement, row).lastrowid or 0
