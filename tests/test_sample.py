"""The sample reports, and the evaluation cases written over them."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from corpus.reading import read

ROOT = Path(__file__).resolve().parent.parent
LINES = (ROOT / "eval/sets/sample.jsonl").read_text(encoding="utf-8").splitlines()
CASES: list[dict[str, Any]] = [json.loads(line) for line in LINES]
VERDICTS = {"conflict", "agree", "changed", "single", "none"}
TYPES = {"control", "toll", "responsibility", "event", "statement", "date", "place", "other"}
KINDS = {"person", "organisation", "government", "media", "anonymous", "outlet"}
STANCES = {"asserts", "denies", "confirms", "unverified"}

each_case = pytest.mark.parametrize("case", CASES, ids=[str(case["id"]) for case in CASES])


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    outcomes = list(read([ROOT / "corpus/sample"], max_characters=10_000))
    return {outcome.id: outcome for outcome in outcomes if isinstance(outcome, Article)}


def statements(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [statement for position in case["positions"] for statement in position["statements"]]


def test_every_report_is_read_with_its_header(articles: dict[str, Article]) -> None:
    assert len(articles) == 16
    assert all(article.title and article.outlet and article.published for article in articles.values())
    assert articles["aleppo-meridian"].outlet == "Meridian Wire"
    assert articles["aleppo-meridian"].published == date(2016, 11, 8)
    assert articles["aleppo-meridian"].text.startswith("BEIRUT (Meridian Wire) - Damascus and")


def test_reports_are_short(articles: dict[str, Article]) -> None:
    words = {article.id: len(article.text.split()) for article in articles.values()}
    assert {id_: count for id_, count in words.items() if not 120 <= count <= 350} == {}


def test_addresses_are_in_the_reserved_domain(articles: dict[str, Article]) -> None:
    urls = [article.url for article in articles.values() if article.url]
    assert len(urls) > 10
    assert all(url.startswith("https://example.org/") for url in urls)


def test_case_ids_and_questions_are_unique() -> None:
    for key in ("id", "question"):
        assert [value for value, count in Counter(case[key] for case in CASES).items() if count > 1] == []


def test_every_verdict_and_type_is_represented() -> None:
    verdicts = Counter(case["verdict"] for case in CASES)
    assert set(verdicts) == VERDICTS
    assert min(verdicts.values()) >= 3
    assert {case["type"] for case in CASES} == TYPES


@each_case
def test_positions_are_empty_exactly_where_the_reports_do_not_answer(case: dict[str, Any]) -> None:
    unanswered = case["verdict"] == "none"
    assert case["answerable"] is not unanswered
    assert (case["positions"] == []) is unanswered
    assert all(position["label"] and position["statements"] for position in case["positions"])


@each_case
def test_the_number_of_positions_fits_the_verdict(case: dict[str, Any]) -> None:
    expected = {"none": {0}, "single": {1}, "agree": {1}, "conflict": {2, 3}, "changed": {2, 3, 4}}
    assert len(case["positions"]) in expected[case["verdict"]]
    sources = {statement["source"] for statement in statements(case)}
    if case["verdict"] == "single":
        assert len(sources) == 1
    if case["verdict"] in {"agree", "conflict"}:
        assert len(sources) > 1


@each_case
def test_every_quote_stands_verbatim_in_its_article(
    case: dict[str, Any], articles: dict[str, Article]
) -> None:
    for statement in statements(case):
        article = articles[statement["article"]]
        assert article.text.count(statement["quote"]) == 1
        assert statement["outlet"] == article.outlet


@each_case
def test_every_quote_is_whole_sentences(case: dict[str, Any], articles: dict[str, Article]) -> None:
    for statement in statements(case):
        before, after = articles[statement["article"]].text.split(statement["quote"])
        assert before == "" or before.endswith(("\n", ". ", '." ', ".” ", " - "))  # after a date line
        assert statement["quote"].endswith((".", '."', ".”"))
        assert after == "" or after.startswith(("\n", " "))


@each_case
def test_every_statement_is_labelled(case: dict[str, Any]) -> None:
    assert case["notes"]
    for statement in statements(case):
        assert statement["source"]
        assert statement["kind"] in KINDS
        assert statement["stance"] in STANCES
        assert statement["source"] not in statement["aliases"]
