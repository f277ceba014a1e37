"""The vector index follows the number of passages, and stays right while it switches."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from benchmarks.synthetic import clustered, questions
from index.database import Database, create_database
from index.derived import Derived, Recipe
from index.feed import Feed
from index.kind import Kind, probed
from index.store import remove_article
from index.vectors import Vectors
from tests.made_reports import made_report, store_made

DIMENSION, COUNT = 32, 4_000


@pytest.mark.parametrize(
    ("kind", "count", "lists"),
    [
        (Kind.AUTO, 0, 0),
        (Kind.AUTO, 30_000, 0),
        (Kind.AUTO, 30_001, 693),
        (Kind.AUTO, 100_000, 1265),
        (Kind.AUTO, 1_000_000, 4000),
        (Kind.FLAT, 1_000_000, 0),
        (Kind.IVF, 0, 0),
        (Kind.IVF, 39, 0),
        (Kind.IVF, 10_000, 250),
    ],
)
def test_the_type_follows_the_number_of_passages(kind: Kind, count: int, lists: int) -> None:
    assert kind.lists(count) == lists
    assert kind.fits(lists, count)


@pytest.mark.parametrize(
    ("kind", "lists", "count", "fits"),
    [
        (Kind.AUTO, 0, 30_001, False),
        (Kind.AUTO, 693, 20_000, True),  # it does not switch to and fro
        (Kind.AUTO, 693, 14_000, False),
        (Kind.AUTO, 1265, 399_000, True),
        (Kind.AUTO, 1265, 401_000, False),
        (Kind.FLAT, 1265, 100_001, False),
        (Kind.IVF, 0, 40, False),
        (Kind.IVF, 400, 39_000, True),
        (Kind.IVF, 400, 41_000, False),
    ],
)
def test_when_another_type_is_due(kind: Kind, lists: int, count: int, fits: bool) -> None:
    assert kind.fits(lists, count) is fits


@pytest.mark.parametrize(("lists", "searched"), [(100, 100), (693, 256), (4_000, 256), (12_649, 790)])
def test_how_many_lists_a_question_searches(lists: int, searched: int) -> None:
    assert probed(lists) == searched


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    create_database(tmp_path, {"dimension": str(DIMENSION)})
    opened = Database(tmp_path)
    vectors = clustered(COUNT, dimension=DIMENSION)
    for number, rows in enumerate(np.split(vectors, 8)):
        paragraphs = [f"Paragraph {number}-{place} of many." for place in range(len(rows))]
        store_made(opened, made_report(f"a{number}", paragraphs), rows)
    yield opened
    opened.close()


def exact(feed: Feed, query: np.ndarray[tuple[int], np.dtype[np.float32]], limit: int) -> list[int]:
    keys, rows = feed.vectors(feed.everything().added)
    return [int(key) for key in keys[np.argsort(-(rows @ query), kind="stable")][:limit]]


def recipe(feed: Feed, kind: Kind) -> Recipe[Vectors]:
    return Recipe(
        "vectors",
        lambda changes: Vectors.planned(feed, changes.added, kind),
        Vectors.load,
        lambda vectors: kind.fits(vectors.lists, len(vectors)),
    )


def test_lists_find_what_exact_search_finds(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.kind.LEAST_PROBED", 1)  # one in 16 is searched
    feed = Feed(database)
    changes = feed.everything()
    vectors = Vectors.planned(feed, changes.added, Kind.IVF)
    vectors.apply(feed, changes)
    assert vectors.lists == 100
    asked = questions(feed.vectors(changes.added)[1], 40)
    among = [len({*vectors.search(query, 100)} & {*exact(feed, query, 10)}) for query in asked]
    assert sum(among) / 400 >= 0.95
    allowed = np.array(changes.added[::100], dtype=np.int64)
    for query in asked[:5]:  # a filter leaves no list out
        assert set(vectors.search(query, 100, allowed)) == set(allowed.tolist())


def test_lists_let_go_of_what_is_removed(database: Database, tmp_path: Path) -> None:
    feed = Feed(database)
    derived = Derived(tmp_path, feed, recipe(feed, Kind.IVF))
    before = set(feed.everything().added)
    remove_article(database, "a3")
    gone = before - set(feed.everything().added)
    assert len(gone) == len(derived.current()) // 7 == 500
    for query in clustered(20, dimension=DIMENSION):
        assert not gone & set(derived.current().search(query, 1_000))


def test_the_writer_switches_and_a_reader_follows(database: Database, tmp_path: Path) -> None:
    feed = Feed(database)
    Derived(tmp_path, feed, recipe(feed, Kind.FLAT)).save()
    writer, reader = (Derived(tmp_path, feed, recipe(feed, Kind.IVF)) for _ in range(2))
    assert (reader.current().lists, len(reader.current())) == (0, COUNT)  # it does not train by itself
    writer.save()
    assert writer.current().lists == 100
    remove_article(database, "a0")  # the reader looks at the disk again when something changes
    assert (reader.current().lists, len(reader.current())) == (100, COUNT - 500)


def test_saving_waits_until_enough_has_changed(database: Database, tmp_path: Path) -> None:
    feed = Feed(database)
    derived = Derived(tmp_path, feed, recipe(feed, Kind.AUTO))
    assert derived.due()
    derived.save()
    assert not derived.due()
    remove_article(database, "a1")
    assert derived.due()  # a small index is saved whenever it changed
