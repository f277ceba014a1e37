"""The store: what goes in comes out, changes are whole transactions, keys are never used twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.report import Report
from corpus.source import Source, SourceKind
from corpus.statement import DateBasis, Form, Spans, Stance, Statement
from index.catalogue import Catalogue
from index.database import Database, create_database
from index.feed import Feed
from index.filters import Filters
from index.generation import ORIGIN, Generation
from index.store import Store, remove_article
from index.summary import Summary
from tests.made_reports import DENIAL, HARBOUR, VOTE, WHEAT, made_report, store_made, unit_vectors

DIMENSION = 8
KNOWN = made_report("a", [HARBOUR])


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    create_database(tmp_path, {"encoder": "none", "fingerprint": "none", "dimension": str(DIMENSION)})
    opened = Database(tmp_path)
    yield opened
    opened.close()


def put(database: Database, *reports: Report) -> Summary:
    texts = [passage.text for report in reports for passage in report.passages]
    return Store(database).add(reports, dict(zip(texts, unit_vectors(len(texts), DIMENSION), strict=True)))


def test_every_field_comes_back_as_it_went_in(database: Database) -> None:
    text = "“No one was hurt,” Ana Brill told Radio Öst on Monday. 𝄞 \t"
    article = Article(
        id="wire/7 ünder",
        title='A "title" with <marks>',
        text=text,
        outlet="Velm Courier",
        url="https://example.org/7",
        author="L. Osei",
        published=date(2016, 11, 8),
        language="de",
        metadata={"desk": "foreign", "länge": "3"},
    )
    statement = Statement(
        id="s",
        passage_id="p",
        source=Source("Ana Brill", SourceKind.PERSON, "harbour master", "Port of Velm", ("Brill",)),
        content="No one was hurt",
        form=Form.DIRECT,
        stance=Stance.DENIES,
        spans=Spans(quote=(0, 55), content=((1, 16),), cue=((29, 33),), source=((19, 28),)),
        cue="told",
        via=("Radio Öst", "Meridian Wire"),
        said_on=date(2016, 11, 7),
        said_on_basis=DateBasis.INFERRED,
        event_on=date(2016, 11, 6),
        referents=("Velm",),
        confidence=0.75,
    )
    passage = replace(made_report("x", [text]).passages[0], id="p", article_id=article.id)
    put(database, Report(article, (passage,), (statement,)))
    catalogue = Catalogue(database)
    assert catalogue.article(article.id) == article
    assert catalogue.passages(article.id) == [passage]
    assert catalogue.statements(["p"]) == [statement]


def test_what_is_not_there_is_not_found(database: Database) -> None:
    catalogue = Catalogue(database)
    assert catalogue.article("a") is None
    assert catalogue.passages("a") == []
    assert catalogue.statements(["a#p0"]) == []
    assert catalogue.articles() == []
    assert catalogue.stats().articles == 0
    assert catalogue.stats().first is None


def test_the_same_article_again_changes_nothing(database: Database) -> None:
    report = made_report("a", [HARBOUR, DENIAL])
    assert put(database, report) == Summary(added=1)
    assert Store(database).unchanged(report.article)
    assert put(database, report) == Summary(unchanged=1)
    assert Catalogue(database).stats().passages == 2


@pytest.mark.parametrize(
    "changed",
    [
        replace(KNOWN.article, title="Another title"),
        replace(KNOWN.article, text=WHEAT),
        replace(KNOWN.article, outlet=None),
        replace(KNOWN.article, published=date(2020, 1, 1)),
        replace(KNOWN.article, metadata={"desk": "home"}),
        replace(KNOWN.article, id="b"),
    ],
)
def test_an_article_that_differs_in_any_field_is_changed(database: Database, changed: Article) -> None:
    put(database, KNOWN)
    assert not Store(database).unchanged(changed)


def test_the_same_id_replaces_the_article_and_all_that_was_found_in_it(database: Database) -> None:
    put(database, made_report("a", [HARBOUR, DENIAL]), made_report("b", [WHEAT]))
    assert put(database, made_report("a", [VOTE])) == Summary(replaced=1)
    catalogue = Catalogue(database)
    assert [passage.text for passage in catalogue.passages("a")] == [VOTE]
    assert [statement.content for statement in catalogue.statements(["a#p0", "a#p1"])] == [VOTE]
    assert catalogue.stats().statements == 2


def test_one_broken_report_leaves_the_whole_batch_out(database: Database) -> None:
    good, broken = made_report("a", [HARBOUR]), made_report("b", [WHEAT])
    stray = replace(broken.statements[0], passage_id="elsewhere#p0")
    with pytest.raises(KeyError):
        put(database, good, replace(broken, statements=(stray,)))
    assert Catalogue(database).articles() == []
    assert Feed(database).generation() == ORIGIN


def test_removing_takes_everything_of_the_article(database: Database) -> None:
    put(database, made_report("a", [HARBOUR, DENIAL]), made_report("b", [WHEAT]))
    remove_article(database, "a")
    stats = Catalogue(database).stats()
    assert (stats.articles, stats.passages, stats.statements) == (1, 1, 1)
    with pytest.raises(SaysWhoError, match="no article 'a'"):
        remove_article(database, "a")


def test_keys_are_not_used_again(database: Database) -> None:
    put(database, made_report("a", [HARBOUR, DENIAL]))
    remove_article(database, "a")
    put(database, made_report("a", [HARBOUR]))
    changes = Feed(database).changes_since(ORIGIN)
    assert changes is not None
    assert (changes.added, changes.removed) == ((3,), (1, 2))


def test_changes_since_a_generation(database: Database) -> None:
    feed = Feed(database)
    put(database, made_report("a", [HARBOUR]))
    after_a = feed.generation()
    put(database, made_report("b", [WHEAT, VOTE]))
    remove_article(database, "a")
    changes = feed.changes_since(after_a)
    assert changes is not None
    assert (changes.added, changes.removed) == ((2, 3), (1,))
    assert changes.to == feed.generation()
    assert changes.to.number == after_a.number + 2


def test_a_generation_of_another_history_is_unknown(database: Database) -> None:
    put(database, made_report("a", [HARBOUR]))
    assert Feed(database).changes_since(Generation(1, "token of a copy")) is None
    assert Feed(database).changes_since(Generation(9, "to come")) is None


def test_embeddings_come_back_to_half_precision(database: Database) -> None:
    report, vectors = made_report("a", [HARBOUR, DENIAL, WHEAT]), unit_vectors(3, DIMENSION, seed=4)
    store_made(database, report, vectors)
    keys, found = Feed(database).vectors([3, 1, 99])
    assert keys.tolist() == [1, 3]
    np.testing.assert_allclose(found, vectors[[0, 2]], atol=1e-3)


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        (Filters(since=date(2016, 11, 8)), ["b", "c"]),
        (Filters(until=date(2016, 11, 8)), ["a", "b"]),
        (Filters(since=date(2016, 11, 8), until=date(2016, 11, 8)), ["b"]),
        (Filters(outlets=("velm courier",)), ["a", "d"]),
        (Filters(outlets=("Velm Courier", "Öst")), ["a", "c", "d"]),
        (Filters(outlets=("Velm",)), []),
        (Filters(articles=("d", "b", "zz")), ["b", "d"]),
        (Filters(since=date(2016, 1, 1), outlets=("Öst", "Wire"), articles=("a", "c")), ["c"]),
    ],
)
def test_filters_leave_exactly_the_articles_asked_for(
    database: Database, filters: Filters, articles: list[str]
) -> None:
    put(
        database,
        made_report("a", [HARBOUR], published=date(2016, 11, 7)),
        made_report("b", [HARBOUR, DENIAL], outlet="Wire", published=date(2016, 11, 8)),
        made_report("c", [HARBOUR], outlet="Öst", published=date(2016, 11, 9)),
        made_report("d", [HARBOUR, WHEAT]),
    )
    allowed = Catalogue(database).allowed(filters)
    assert allowed is not None
    passages = Catalogue(database).passages_by_key(allowed.passages.tolist()).values()
    assert sorted({passage.article_id for passage in passages}) == articles
    assert len(allowed.articles) == len(articles)


def test_no_filter_allows_everything(database: Database) -> None:
    assert Catalogue(database).allowed(Filters()) is None


def test_a_folder_holds_one_index(tmp_path: Path, database: Database) -> None:
    assert database.writable
    with pytest.raises(SaysWhoError, match="holds an index already"):
        create_database(tmp_path, {})


def test_a_text_is_embedded_once_and_let_go_with_the_last_that_has_it(database: Database) -> None:
    store = Store(database)
    put(database, made_report("a", [HARBOUR, DENIAL]), made_report("b", [HARBOUR]))
    assert store.unembedded([HARBOUR, VOTE, DENIAL, VOTE]) == [VOTE]
    remove_article(database, "a")
    assert store.unembedded([HARBOUR, DENIAL]) == [DENIAL]
    assert store.add([made_report("b", [HARBOUR], title="Renamed")], {}) == Summary(replaced=1)
    with pytest.raises(KeyError):
        store.add([made_report("c", [WHEAT])], {})
    remove_article(database, "b")
    assert store.unembedded([HARBOUR]) == [HARBOUR]
