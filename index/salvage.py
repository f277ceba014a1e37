"""Reading what can still be read of a damaged store."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.report import Report
from index.article_check import broken_parts, content_matches
from index.database import Database
from index.feed import unpacked
from index.rows import article_of, passage_of, statement_of
from index.store import Embeddings
from index.texts import text_hash, texts_of

LAST_KEY = "SELECT seq FROM sqlite_sequence WHERE name = 'articles'"
IDS = "SELECT key, id FROM articles INDEXED BY sqlite_autoindex_articles_1"
PASSAGES = "SELECT p.*, :id AS article_id FROM passages p WHERE article = :key ORDER BY position"
STATEMENTS = """
    SELECT s.*, p.id AS passage_id FROM statements s JOIN passages p ON p.key = s.passage
    WHERE p.article = :key ORDER BY s.key"""
PARSES = """
    SELECT p.id, parses.packed FROM parses JOIN passages p ON p.key = parses.passage
    WHERE p.article = :key"""
UNREADABLE = (sqlite3.DatabaseError, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """An article of a damaged store: its whole `report` with embeddings, the `article` alone, or neither."""

    id: str
    article: Article | None = None
    report: Report | None = None
    embeddings: Embeddings = field(default_factory=dict)


class Salvage:
    """Reads the articles of a store one by one, each as far as it goes."""

    def __init__(self, database: Database) -> None:
        self._database, self._dimension = database, int(database.meta["dimension"])

    def articles(self) -> Iterator[Salvaged]:
        """Yield every article that the store is known to hold, in the order they were added."""
        names = self._names()
        for key in range(1, self._last_key() + 1):
            if (found := self._salvaged(key, names)) is not None:
                yield found

    def _last_key(self) -> int:
        with self._database.reading() as connection:
            row = connection.execute(LAST_KEY).fetchone()
        return 0 if row is None else int(row["seq"])

    def _names(self) -> dict[int, str]:
        """Return the ids of articles by key, as far as their own B-tree can be read."""
        names: dict[int, str] = {}
        try:
            with self._database.reading() as connection:
                names.update((row["key"], row["id"]) for row in connection.execute(IDS))
        except SaysWhoError:
            return names
        return names

    def _salvaged(self, key: int, names: dict[int, str]) -> Salvaged | None:
        with self._database.reading() as connection:
            try:
                row = connection.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    return self._read(connection, row)
                return Salvaged(names[key]) if key in names else None
            except UNREADABLE:
                return Salvaged(names.get(key, f"number {key}"))

    def _read(self, connection: sqlite3.Connection, row: sqlite3.Row) -> Salvaged:
        if not content_matches(row):
            return Salvaged(row["id"])
        article = article_of(row)
        try:
            if any(broken_parts(connection, row, self._dimension)):
                return Salvaged(article.id, article)
            report = _report(connection, row["key"], article)
            complete = [passage.order for passage in report.passages] == list(range(len(report.passages)))
            if not report.passages or not complete:
                return Salvaged(article.id, article)
            return Salvaged(article.id, article, report, self._embeddings(connection, report))
        except UNREADABLE:
            return Salvaged(article.id, article)

    def _embeddings(self, connection: sqlite3.Connection, report: Report) -> Embeddings:
        """Return the stored embeddings of a report's texts; those of statements may be missing."""
        texts = {text_hash(text): text for text in texts_of(report)}
        find = "SELECT vector FROM embeddings WHERE hash = ?"
        found = {text: connection.execute(find, (key,)).fetchone() for key, text in texts.items()}
        rows = {text: row["vector"] for text, row in found.items() if row is not None}
        return dict(zip(rows, unpacked(list(rows.values()), self._dimension), strict=True))


def _report(connection: sqlite3.Connection, key: int, article: Article) -> Report:
    values = {"id": article.id, "key": key}
    return Report(
        article,
        tuple(passage_of(row) for row in connection.execute(PASSAGES, values)),
        tuple(statement_of(row) for row in connection.execute(STATEMENTS, values)),
        dict(connection.execute(PARSES, values).fetchall()),
    )
