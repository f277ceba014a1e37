"""Looking things up in the store."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.passage import Passage
from corpus.statement import Statement
from index.database import Database
from index.filters import Filters
from index.overview import ArticleOverview, Stats
from index.rows import article_of, passage_of, statement_of

OVERVIEWS = """
    SELECT a.id, a.title, a.outlet, a.published,
        (SELECT count(*) FROM passages p WHERE p.article = a.key) AS passages,
        (SELECT count(*) FROM statements s JOIN passages p ON p.key = s.passage WHERE p.article = a.key)
            AS statements
    FROM articles a ORDER BY a.key"""

BY_ID = "SELECT * FROM articles WHERE id IN (SELECT value FROM json_each(?))"

FILES = """
    SELECT json_extract(metadata, '$.from_file') AS file, id FROM articles WHERE file IS NOT NULL"""

PASSAGES_OF_ARTICLE = """
    SELECT p.*, a.id AS article_id FROM passages p JOIN articles a ON a.key = p.article
    WHERE a.id = ? ORDER BY p.position"""

PASSAGES_BY_KEY = """
    SELECT p.*, a.id AS article_id FROM passages p JOIN articles a ON a.key = p.article
    WHERE p.key IN (SELECT value FROM json_each(?))"""

KEYS_OF_REPORTS = """
    SELECT p.key FROM passages p JOIN articles a ON a.key = p.article
    WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY p.key"""

STATEMENTS = """
    SELECT s.*, p.id AS passage_id FROM statements s JOIN passages p ON p.key = s.passage
    WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY s.key"""

PARSES = """
    SELECT p.id, p.text, parses.packed FROM passages p JOIN parses ON parses.passage = p.key
    WHERE p.id IN (SELECT value FROM json_each(?))"""

STATS = """
    SELECT (SELECT count(*) FROM articles) AS articles,
        (SELECT count(*) FROM passages) AS passages,
        (SELECT count(*) FROM statements) AS statements,
        (SELECT count(DISTINCT source_name) FROM statements) AS sources,
        count(DISTINCT outlet) AS outlets, min(published) AS first, max(published) AS last
    FROM articles"""

MATCHING = """
    SELECT key FROM articles
    WHERE (:since IS NULL OR published >= :since)
        AND (:until IS NULL OR published <= :until)
        AND (:outlets IS NULL OR outlet IN (SELECT value FROM json_each(:outlets)))
        AND (:articles IS NULL OR id IN (SELECT value FROM json_each(:articles)))
    ORDER BY key"""

KEYS_OF_ARTICLES = """
    SELECT key FROM passages WHERE article IN (SELECT value FROM json_each(?)) ORDER BY key"""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a filter leaves: keys of articles, and of their passages, ascending."""

    articles: list[int]
    passages: NDArray[np.int64]


class Catalogue:
    """The articles, passages and statements of a store, by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def article(self, article_id: str) -> Article | None:
        """Return an article, or None if there is none of that id."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT * FROM articles WHERE id = ?", (article_id,)).fetchone()
        return None if row is None else article_of(row)

    def articles_by_id(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Return the articles of these ids, by id; ids that are gone are left out."""
        with self._database.reading() as connection:
            rows = connection.execute(BY_ID, (json.dumps(list(article_ids)),)).fetchall()
        return {row["id"]: article_of(row) for row in rows}

    def files(self) -> dict[str, str]:
        """Map the files that articles took their ids from to those ids."""
        with self._database.reading() as connection:
            return {row["file"]: row["id"] for row in connection.execute(FILES)}

    def articles(self) -> list[ArticleOverview]:
        """List every article, in the order they were added."""
        with self._database.reading() as connection:
            rows = connection.execute(OVERVIEWS).fetchall()
        return [ArticleOverview(**{**row, "published": _day(row["published"])}) for row in map(dict, rows)]

    def passages(self, article_id: str) -> list[Passage]:
        """Return an article's passages in the order of its text; none for an unknown id."""
        with self._database.reading() as connection:
            rows = connection.execute(PASSAGES_OF_ARTICLE, (article_id,)).fetchall()
        return [passage_of(row) for row in rows]

    def passages_by_key(self, keys: Iterable[int]) -> dict[int, Passage]:
        """Return the passages that have these keys; keys that are gone are left out."""
        with self._database.reading() as connection:
            rows = connection.execute(PASSAGES_BY_KEY, (json.dumps(list(keys)),)).fetchall()
        return {row["key"]: passage_of(row) for row in rows}

    def keys_of(self, article_ids: Sequence[str]) -> list[int]:
        """Return the keys of the articles' passages: article by article, in the order of the text."""
        with self._database.reading() as connection:
            return [key for (key,) in connection.execute(KEYS_OF_REPORTS, (json.dumps(list(article_ids)),))]

    def statements(self, passage_ids: Sequence[str]) -> list[Statement]:
        """Return the statements of the passages: article by article, each in the order of its text."""
        with self._database.reading() as connection:
            rows = connection.execute(STATEMENTS, (json.dumps(list(passage_ids)),)).fetchall()
        return [statement_of(row) for row in rows]

    def parses(self, texts: Mapping[str, str]) -> dict[str, bytes]:
        """Return the packed parses of passages by id, as far as there are any of these texts."""
        with self._database.reading() as connection:
            rows = connection.execute(PARSES, (json.dumps(list(texts)),)).fetchall()
        return {row["id"]: row["packed"] for row in rows if row["text"] == texts[row["id"]]}

    def stats(self) -> Stats:
        """Count what the store holds."""
        with self._database.reading() as connection:
            row = dict(connection.execute(STATS).fetchone())
        meta = self._database.meta
        dates = {"first": _day(row["first"]), "last": _day(row["last"])}
        return Stats(**{**row, **dates}, encoder=meta["encoder"], dimension=int(meta["dimension"]))

    def allowed(self, filters: Filters) -> Allowed | None:
        """Return what the filters leave, or None when they leave everything."""
        if filters == Filters():
            return None
        with self._database.reading() as connection:
            outlets = connection.execute("SELECT DISTINCT outlet FROM articles WHERE outlet NOT NULL")
            wanted = {name.casefold() for name in filters.outlets}
            named = [name for (name,) in outlets if name.casefold() in wanted]
            values = {
                "since": filters.since and filters.since.isoformat(),
                "until": filters.until and filters.until.isoformat(),
                "outlets": json.dumps(named) if filters.outlets else None,
                "articles": json.dumps(filters.articles) if filters.articles else None,
            }
            articles = [key for (key,) in connection.execute(MATCHING, values)]
            passages = [key for (key,) in connection.execute(KEYS_OF_ARTICLES, (json.dumps(articles),))]
        return Allowed(articles, np.array(passages, dtype=np.int64))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
