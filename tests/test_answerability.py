"""Which statements answer: the signs, how they weigh, and what can never answer."""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from assistant.answerability import load_answerability
from assistant.coverage import Coverage
from assistant.evidence import Evidence, about, evidence
from assistant.gathering import candidates
from assistant.question import read_question
from corpus.article import Article
from corpus.parsing import SpacyParser
from corpus.reading import read
from eval.cases import load_cases
from index.index import Index

SETS = Path(__file__).parent.parent / "eval" / "sets"
FIRE = Article(
    "fire",
    "Fire at a mill in Tarnby",
    "A fire at the mill in Tarnby killed four workers, said Ida Horn, the mayor.\n\n"
    "The owner of the mill, Piet Denk, said the doors had been open.",
)
FLOOD = Article(
    "flood",
    "Flood in Ostren",
    "A flood in Ostren drowned two people, a fire officer said. The government said that the dam had held.",
)
SIGNS = Evidence(
    similarity=0.5,
    fellows=0.5,
    echoed=0.0,
    words_behind=0.2,
    context_behind=0.2,
    names=0.5,
    article=0.8,
    terms=0.5,
    same_day=0.0,
    far_day=0.0,
    undated=1.0,
    narration=0.0,
    rank=0.05,
)


@pytest.fixture(scope="module")
def reports(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path_factory: pytest.TempPathFactory
) -> Index:
    return indexed(tmp_path_factory.mktemp("answerability") / "index", [FIRE, FLOOD])


def test_every_sign_has_a_weight() -> None:
    every = {field.name for field in fields(Evidence)}
    assert set(load_answerability().whole.weights) == every - {"far_day"}  # hardly ever looked at closely
    assert set(load_answerability().unread.weights) == every - {"reader", "reader_behind"}


@pytest.mark.parametrize(
    ("sign", "stronger"),
    [
        ("similarity", True),
        ("article", True),
        ("terms", True),
        ("value", True),
        ("rank", True),
        ("reader", True),
        ("narration", False),
        ("context_behind", False),
        ("far_day", False),
    ],
)
def test_signs_speak_for_or_against(sign: str, stronger: bool) -> None:
    model = load_answerability().whole
    more = replace(SIGNS, **{sign: 1.0})
    assert (model.probability(more) > model.probability(SIGNS)) == stronger


def test_at_best_a_value_is_found() -> None:
    model = load_answerability().whole
    assert model.at_best(SIGNS) == model.probability(replace(SIGNS, value=1.0))


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("The blaze at the mill in Tarnby killed four.", 1.0),
        ("Nothing of the kind was heard.", 0.0),
    ],
)
def test_coverage_is_whole_or_none(reports: Index, text: str, covered: float) -> None:
    assert Coverage("Who was killed at the mill in Tarnby?", reports).of(text) == pytest.approx(covered)


def test_rare_words_cover_more(reports: Index) -> None:
    coverage = Coverage("Was there a fire in Ostren or in Kjelby?", reports)
    assert coverage.of("Kjelby") > coverage.of("fire") > 0


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("How many people were killed in Tarnby?", {"Ida Horn", "Piet Denk"}),
        ("How many people were killed in Kjelby?", set()),
        ("What did Piet Denk say about the doors in Tarnby?", {"Piet Denk"}),
        ("What did the Ostren authorities say about the dam?", {"government"}),  # whose, the report tells
        ("What did the Tarnby authorities say about the dam?", set()),
        ("What did the Ostren Flood Board say about the dam?", set()),  # not the government
    ],
)
def test_who_may_answer(reports: Index, question: str, sources: set[str]) -> None:
    asked = read_question(question, SpacyParser())
    found = about(asked, candidates(reports, reports.search(question, 10)), reports)
    assert {candidate.statement.source.name for candidate in found} == sources


def test_the_statement_asked_for_has_the_better_signs(reports: Index) -> None:
    asked = read_question("How many workers did the fire in Tarnby kill?", SpacyParser())
    judged = evidence(asked, candidates(reports, reports.search(asked.text, 10)), reports)
    best = max(judged, key=lambda each: load_answerability().unread.probability(each[1]))
    assert best[0].statement.source.name == "Ida Horn"


@pytest.mark.parametrize(("name", "cases"), [("sample", 48), ("syria", 52), ("fnc", 190), ("invented", 36)])
def test_the_sets_are_whole(name: str, cases: int) -> None:
    found = load_cases(SETS / f"{name}.jsonl")
    assert len(found) == cases
    assert all(bool(case.positions) == (case.verdict.value != "none") for case in found)


def test_what_the_invented_set_cites_is_in_its_reports() -> None:
    texts = {
        report.id: report.text
        for report in read([SETS / "invented-reports.jsonl"], 100_000)
        if isinstance(report, Article)
    }
    cited = [
        texts[gold.article][gold.start : gold.end]
        for case in load_cases(SETS / "invented.jsonl")
        for position in case.positions
        for gold in position.statements
    ]
    assert (len(texts), len(cited)) == (52, 216)
    assert all(words == words.strip() != "" for words in cited)
