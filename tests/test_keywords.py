"""The keyword index: stems, accents and titles; any question will do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.checksum import sha256_of
from index.database import Database, create_database
from index.feed import Feed
from index.generation import ORIGIN, Generation
from index.keywords import Keywords
from index.store import remove_article
from tests.made_reports import DENIAL, HARBOUR, VOTE, WHEAT, made_report, store_made, unit_vectors

REPORTS = [
    made_report("crane", [HARBOUR, DENIAL], title="Crane falls in Velm"),
    made_report("wheat", [WHEAT], title="Harvest"),
    made_report("vote", [VOTE, "Turnout was low.", "President Erdoğan sent no one."], title="Lindow elects"),
]
PASSAGES = {1: HARBOUR, 2: DENIAL, 3: WHEAT, 4: VOTE, 5: "Turnout was low.", 6: "Erdoğan"}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    create_database(tmp_path, {"dimension": "4"})
    opened = Database(tmp_path)
    for report in REPORTS:
        store_made(opened, report, unit_vectors(len(report.passages), 4))
    yield opened
    opened.close()


def caught_up(keywords: Keywords, feed: Feed, since: Generation = ORIGIN) -> Keywords:
    changes = feed.changes_since(since)
    assert changes is not None
    keywords.apply(feed, changes)
    return keywords


@pytest.fixture
def keywords(database: Database) -> Keywords:
    return caught_up(Keywords.empty(), Feed(database))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("harvests", 3),  # stemmed
        ("FARMER", 3),  # case
        ("Erdogan", 6),  # accents
        ("closed harbour", 1),
        ("Who denies anyone was hurt?", 2),
        ("ballots", 4),
    ],
)
def test_the_passage_with_the_words_comes_first(keywords: Keywords, question: str, first: int) -> None:
    assert keywords.search(question, 3)[0] == first


def test_words_of_the_title_find_every_passage_of_the_article(keywords: Keywords) -> None:
    assert set(keywords.search("elects", 10)) == {4, 5, 6}


def test_a_word_of_the_text_weighs_more_than_one_of_the_title(keywords: Keywords) -> None:
    assert keywords.search("Lindow", 3)[0] == 4


@pytest.mark.parametrize(
    ("large", "question", "found"),
    [(100_000, "the harvest", {1, 2, 3, 4}), (0, "the harvest", {3}), (0, "the", {1, 2, 3, 4})],
)
def test_a_large_collection_is_not_searched_for_what_most_passages_say(
    keywords: Keywords, monkeypatch: pytest.MonkeyPatch, large: int, question: str, found: set[int]
) -> None:
    monkeypatch.setattr("index.keywords.LARGE", large)
    assert set(keywords.search(question, 10)) == found


def test_words_nobody_wrote_find_nothing(keywords: Keywords) -> None:
    assert keywords.search("zeppelin", 10) == []


@pytest.mark.parametrize(
    "question",
    ["", " \n", '"', "AND OR NOT", "title:crane^9", "(((", "crane~2 +(", "\\", "a" * 100_000, "\ud800", "\0"],
)
def test_a_question_has_no_syntax(keywords: Keywords, question: str) -> None:
    assert set(keywords.search(question, 10)) <= set(PASSAGES)


@given(st.text(max_size=200))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_a_question(keywords: Keywords, question: str) -> None:
    assert set(keywords.search(question, 10)) <= set(PASSAGES)


def test_operators_are_words_like_any_other(keywords: Keywords) -> None:
    assert keywords.search("NOT wheat", 10) == keywords.search("not wheat", 10) != []


def test_only_the_articles_asked_for(keywords: Keywords) -> None:
    assert set(keywords.search("the crane was low", 10, [3])) == {4, 5}
    assert keywords.search("crane", 10, []) == []


def test_catching_up_brings_and_takes(database: Database, keywords: Keywords) -> None:
    feed = Feed(database)
    before = feed.generation()
    remove_article(database, "crane")
    store_made(database, made_report("late", ["A zeppelin crossed Velm."]), unit_vectors(1, 4))
    caught_up(keywords, feed, before)
    assert len(keywords) == len(PASSAGES) - 2 + 1
    assert keywords.search("crane", 10) == []
    assert keywords.search("zeppelin", 10) == [7]


def test_what_is_saved_is_loaded_and_never_changed(
    database: Database, keywords: Keywords, tmp_path: Path
) -> None:
    saved, feed = tmp_path / "saved", Feed(database)
    keywords.save(saved)
    before, generation = sha256_of(*sorted(saved.iterdir())), feed.generation()
    loaded = Keywords.load(saved)
    assert loaded.search("crane", 10) == keywords.search("crane", 10)
    remove_article(database, "crane")
    caught_up(loaded, feed, generation)
    assert loaded.search("crane", 10) == []
    files = sorted(path for path in saved.iterdir() if path.suffix != ".lock")
    assert sha256_of(*files) == before
    assert Keywords.load(saved).search("crane", 10) != []
