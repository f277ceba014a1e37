"""The vector index: exact search, held against NumPy."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.database import Database, create_database
from index.feed import Feed
from index.generation import ORIGIN, Changes
from index.store import remove_article
from index.vectors import Vectors
from tests.made_reports import made_report, store_made, unit_vectors

DIMENSION, COUNT = 16, 60


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    create_database(tmp_path, {"dimension": str(DIMENSION)})
    opened = Database(tmp_path)
    for number, rows in enumerate(np.split(unit_vectors(COUNT, DIMENSION), 20)):
        report = made_report(
            f"a{number}", [f"{word} passage of {number}" for word in ("One", "Two", "Three")]
        )
        store_made(opened, report, rows)
    yield opened
    opened.close()


def changes(feed: Feed) -> Changes:
    found = feed.changes_since(ORIGIN)
    assert found is not None
    return found


def made(feed: Feed) -> Vectors:
    vectors = Vectors.empty(DIMENSION)
    vectors.apply(feed, changes(feed))
    return vectors


def nearest(feed: Feed, query: np.ndarray[tuple[int], np.dtype[np.float32]], limit: int) -> list[int]:
    keys, rows = feed.vectors(changes(feed).added)
    return [int(key) for key in keys[np.argsort(-(rows @ query), kind="stable")][:limit]]


def test_search_is_exact(database: Database) -> None:
    feed = Feed(database)
    vectors = made(feed)
    for query in unit_vectors(20, DIMENSION, seed=1):
        assert vectors.search(query, 10) == nearest(feed, query, 10)


def test_search_among_the_allowed_is_exact(database: Database) -> None:
    feed = Feed(database)
    vectors, allowed = made(feed), np.array([2, 3, 5, 7, 11, 13], dtype=np.int64)
    for query in unit_vectors(20, DIMENSION, seed=2):
        wanted = [key for key in nearest(feed, query, COUNT) if key in allowed]
        assert vectors.search(query, 4, allowed) == wanted[:4]
        assert vectors.search(query, 50, allowed) == wanted
    assert vectors.search(query, 5, np.array([], dtype=np.int64)) == []


def test_more_than_there_are(database: Database) -> None:
    query = unit_vectors(1, DIMENSION)[0]
    assert len(made(Feed(database)).search(query, 500)) == COUNT
    assert Vectors.empty(DIMENSION).search(query, 5) == []


def test_catching_up_equals_making_anew(database: Database) -> None:
    feed = Feed(database)
    vectors, before = made(feed), feed.generation()
    remove_article(database, "a3")
    store_made(database, made_report("late", ["A late passage."]), unit_vectors(1, DIMENSION, seed=5))
    since = feed.changes_since(before)
    assert since is not None
    vectors.apply(feed, since)
    assert len(vectors) == COUNT - 3 + 1
    for query in unit_vectors(10, DIMENSION, seed=3):
        assert vectors.search(query, 60) == made(feed).search(query, 60) == nearest(feed, query, 60)


def test_what_is_saved_is_loaded(database: Database, tmp_path: Path) -> None:
    vectors, query = made(Feed(database)), unit_vectors(1, DIMENSION, seed=6)[0]
    vectors.save(tmp_path / "saved")
    loaded = Vectors.load(tmp_path / "saved")
    assert len(loaded) == COUNT
    assert loaded.search(query, 10) == vectors.search(query, 10)
