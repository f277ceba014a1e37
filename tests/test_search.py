"""Search: by meaning and by words, filtered exactly, always level with the store."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from index.filters import Filters
from index.fusion import convex_combination
from index.index import EVERYTHING, Index
from index.summary import Summary
from tests.made_reports import DENIAL, HARBOUR, VOTE, WHEAT, encoder, made_report

JULY = date(2017, 7, 1)
CRANE = made_report("crane", [HARBOUR, DENIAL], outlet="Velm Courier", published=date(2016, 11, 8))
FARM = made_report(
    "farm", [WHEAT, "Rain is due on Friday."], outlet="Meridian Wire", published=date(2017, 7, 1)
)
POLL = made_report("poll", [VOTE], title="Lindow elects", outlet="Meridian Wire")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.create(tmp_path / "index", encoder()) as made:
        made.add([CRANE, FARM, POLL])
        yield made


def found(index: Index, question: str, filters: Filters = EVERYTHING) -> list[str]:
    return [hit.passage.id for hit in index.search(question, 10, filters)]


def test_similarities_and_scores_are_joined_each_by_its_greatest() -> None:
    near, alike = {7: 0.8, 9: 0.6, 8: 0.4}, {9: 20.0, 8: 5.0}
    # 7: .6; 9: .6 × .75 + .4; 8: .6 × .5 + .4 × .25
    assert convex_combination(near, alike) == [9, 7, 8]
    assert convex_combination(near, alike, weight=1.0) == [7, 9, 8]
    assert convex_combination(near, alike, weight=0.0) == [9, 8, 7]
    assert convex_combination(near, {}) == [7, 9, 8]
    assert convex_combination({}, {}) == []


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Was somebody injured in the accident at the docks?", "crane#p1"),
        ("What do growers hope to reap?", "farm#p0"),
        ("How many ballots decided the vote in Lindow?", "poll#p0"),
    ],
)
def test_the_passage_that_answers_comes_first(index: Index, question: str, first: str) -> None:
    assert found(index, question)[0] == first


def test_a_hit_tells_its_rank_and_cosine_similarity(index: Index) -> None:
    question = "Was anyone hurt when the crane fell?"
    hits = index.search(question, 3, Filters(articles=("crane",)))
    assert [(hit.passage.id, hit.rank) for hit in hits] == [("crane#p1", 1), ("crane#p0", 2)]
    asked, *read = encoder().encode([question, DENIAL, HARBOUR])
    assert [hit.score for hit in hits] == pytest.approx([float(asked @ vector) for vector in read], abs=2e-3)


def test_no_more_hits_than_asked_for(index: Index) -> None:
    assert len(index.search("crane", 2)) == 2
    assert len(index.search("crane", 500)) == 5


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        (Filters(), {"crane", "farm", "poll"}),
        (Filters(since=date(2017, 1, 1)), {"farm"}),
        (Filters(until=date(2017, 1, 1)), {"crane"}),
        (Filters(outlets=("meridian wire",)), {"farm", "poll"}),
        (Filters(articles=("poll", "nowhere")), {"poll"}),
        (Filters(outlets=("Nobody's Paper",)), set()),
    ],
)
def test_filters_keep_exactly_what_they_say(index: Index, filters: Filters, articles: set[str]) -> None:
    ids = found(index, "Who denied that anyone was hurt by the crane?", filters)
    assert {passage_id.partition("#")[0] for passage_id in ids} == articles


@pytest.mark.parametrize("question", ["", "?", "AND (", "\ud800", "word " * 5_000, "的"])
def test_any_question_can_be_asked(index: Index, question: str) -> None:
    assert len(index.search(question, 3)) == 3


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    with Index.create(tmp_path / "empty", encoder()) as index:
        assert index.search("Who?", 5) == []
        assert index.add([]) == Summary()
        assert index.verify() == []


def test_an_article_without_passages(tmp_path: Path) -> None:
    with Index.create(tmp_path / "bare", encoder()) as index:
        assert index.add([made_report("bare", [])]) == Summary(added=1)
        assert index.search("Who?", 5) == []
        assert index.verify() == []


def test_a_reader_sees_what_another_adds_and_removes(index: Index, tmp_path: Path) -> None:
    with Index.open(tmp_path / "index", encoder()) as reader:
        assert found(reader, "zeppelin")[0] != "late#p0"
        index.add([made_report("late", ["A zeppelin crossed Velm at noon."])])
        assert found(reader, "zeppelin")[0] == "late#p0"
        index.remove("late")
        assert "late#p0" not in found(reader, "zeppelin")


def test_a_replaced_article_is_found_by_its_new_words_only(index: Index) -> None:
    assert index.add([made_report("farm", ["The farm was sold to a circus."])]) == Summary(replaced=1)
    assert found(index, "Who bought the farm?")[0] == "farm#p0"
    assert "farm#p1" not in found(index, "wheat harvest rain")


def test_adding_again_is_unchanged_and_writes_nothing(index: Index, tmp_path: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "index").glob("vectors*")}
    assert index.add([CRANE, FARM, POLL]) == Summary(unchanged=3)
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "index").glob("vectors*")} == before


def test_a_copy_of_the_folder_is_an_index(index: Index, tmp_path: Path) -> None:
    expected = found(index, "Was anyone hurt?")
    index.close()
    copy = tmp_path / "elsewhere" / "copy"
    shutil.copytree(tmp_path / "index", copy)
    shutil.rmtree(tmp_path / "index")
    with Index.open(copy, encoder()) as copied:
        assert found(copied, "Was anyone hurt?") == expected
        copied.add([made_report("late", ["A zeppelin crossed Velm at noon."])])
        assert copied.verify() == []


def test_threads_search_while_one_adds(index: Index) -> None:
    late = [made_report(f"late{number}", [f"Zeppelin number {number} crossed Velm."]) for number in range(12)]

    def search(_: int) -> list[str]:
        return found(index, "Was anyone hurt by the crane?")

    def add() -> None:
        for report in late:
            index.add([report])

    with ThreadPoolExecutor(5) as threads:
        adding = threads.submit(add)
        results = list(threads.map(search, range(60)))
        adding.result()
    assert all(result[0] == "crane#p1" for result in results)
    assert {f"late{number}#p0" for number in range(12)} == {
        hit.passage.id for hit in index.search("zeppelin", 12)
    }
    assert index.verify() == []
