"""What an index holds, counted and listed: for a reader who looks around in it."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.database import Database
from index.filters import Filters
from index.overview import ArticleOverview

OUTLETS = """
    SELECT outlet AS name, count(*) AS articles FROM articles WHERE outlet IS NOT NULL
    GROUP BY outlet ORDER BY articles DESC, outlet"""

MONTHS = """
    SELECT substr(published, 1, 7) AS name, count(*) AS articles FROM articles
    WHERE published IS NOT NULL GROUP BY name ORDER BY name"""

PAGE = """
    SELECT id, title, outlet, published, count(*) OVER () AS total,
        (SELECT count(*) FROM passages p WHERE p.article = a.key) AS passages,
        (SELECT count(*) FROM statements s JOIN passages p ON p.key = s.passage WHERE p.article = a.key)
            AS statements
    FROM articles a
    WHERE (:since IS NULL OR published >= :since) AND (:until IS NULL OR published <= :until)
        AND (:outlets IS NULL OR outlet IN (SELECT value FROM json_each(:outlets)))
        AND (:articles IS NULL OR id IN (SELECT value FROM json_each(:articles)))
    ORDER BY published DESC, key LIMIT :limit OFFSET :offset"""


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles there are of an outlet, or of a month (`2016-11`)."""

    name: str
    articles: int


def outlets(database: Database) -> list[Count]:
    """Return the outlets with the number of their articles, most first."""
    return _counts(database, OUTLETS)


def months(database: Database) -> list[Count]:
    """Return the months in which articles were published, with their number, in order."""
    return _counts(database, MONTHS)


def _counts(database: Database, query: str) -> list[Count]:
    with database.reading() as connection:
        return [Count(**row) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the articles that fit, and how many do: 0 where `articles` is empty."""

    articles: tuple[ArticleOverview, ...]
    total: int


def page(database: Database, filters: Filters, limit: int, offset: int = 0) -> Page:
    """Return `limit` of the articles that `filters` keep, from `offset` on: the latest first."""
    values = {
        "since": _iso(filters.since),
        "until": _iso(filters.until),
        "outlets": json.dumps(filters.outlets) if filters.outlets else None,
        "articles": json.dumps(filters.articles) if filters.articles else None,
        "limit": limit,
        "offset": offset,
    }
    with database.reading() as connection:
        rows = [dict(row) for row in connection.execute(PAGE, values)]
    total = rows[0]["total"] if rows else 0
    return Page(tuple(_overview(row) for row in rows), total)


def _overview(row: dict[str, Any]) -> ArticleOverview:
    published = row["published"] and date.fromisoformat(row["published"])
    return ArticleOverview(
        row["id"], row["title"], row["outlet"], published, row["passages"], row["statements"]
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
