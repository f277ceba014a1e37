"""Answers over the bundled sample: verdicts, sources, exact quotes, filters, follow-ups."""

from datetime import date

import pytest

from assistant.answer import Cause, Relation, Verdict
from assistant.assistant import Assistant
from corpus.errors import SaysWhoError
from index.filters import Filters
from index.index import Index

VERDICTS = [
    ("Was there fighting inside the village of Minian on Tuesday 8 November 2016?", Verdict.CONFLICT),
    ("Has Transport Minister Ilse Varnholt resigned?", Verdict.CONFLICT),
    ("How many people died in the fire on the ferry Maren Castle?", Verdict.CHANGED),
    ("What is the price of the Holmbeck Foods purchase of Tarn Valley Dairies?", Verdict.AGREE),
    ("How many people were killed in the market of Ostren?", Verdict.SINGLE),
    ("Who was the captain of the Maren Castle?", Verdict.NONE),
    ("Who controls Raqqa?", Verdict.NONE),
]


@pytest.fixture(scope="module")
def assistant(sample_index: Index) -> Assistant:
    return Assistant(sample_index)


@pytest.mark.parametrize(("question", "verdict"), VERDICTS)
def test_verdicts(assistant: Assistant, question: str, verdict: Verdict) -> None:
    assert assistant.ask(question).verdict is verdict


@pytest.mark.parametrize("question", [question for question, _ in VERDICTS])
def test_quotes_are_verbatim_and_numbered_in_order(assistant: Assistant, question: str) -> None:
    citations = assistant.ask(question).citations
    assert [citation.marker for citation in citations] == list(range(1, len(citations) + 1))
    assert all(c.quote == c.article.text[c.start : c.end] for c in citations)
    assert all(c.statement.source.name for c in citations)


def test_two_counts_for_the_same_hour_contradict(assistant: Assistant) -> None:
    asked = "How many people had died in the Maren Castle fire as of 9 p.m. on Tuesday 14 March 2017?"
    answer = assistant.ask(asked)
    assert answer.verdict is Verdict.CONFLICT
    assert (Relation.CONTRADICTS, Cause.NUMBER) in [(c.relation, c.cause) for c in answer.conflicts]
    assert {"12 people", "16 people"} <= {position.label for position in answer.positions}


def test_a_question_without_an_answer_shows_the_nearest_passages(assistant: Assistant) -> None:
    answer = assistant.ask("Who was the captain of the Maren Castle?")
    assert answer.positions == ()
    assert answer.passages[0].passage.article_id.startswith("ferry")


def test_filters_narrow_what_is_answered_from(assistant: Assistant) -> None:
    asked = "How many people died in the fire on the ferry Maren Castle?"
    late = assistant.ask(asked, Filters(since=date(2017, 3, 16)))
    assert {citation.article.published for citation in late.citations} == {date(2017, 3, 16)}
    elsewhere = assistant.ask(asked, Filters(outlets=("Cedar Radio",)))
    assert elsewhere.verdict is Verdict.NONE


def test_a_follow_up_is_understood_from_the_conversation(assistant: Assistant) -> None:
    answer = assistant.ask("And Ostren?", history=["Who controls Minian?"])
    assert answer.question == "Who controls Ostren?"


@pytest.mark.parametrize("question", ["", " \n ", "x" * 10_000])
def test_bad_questions_are_refused(assistant: Assistant, question: str) -> None:
    with pytest.raises(SaysWhoError):
        assistant.ask(question)


def test_timing_is_given_in_milliseconds(assistant: Assistant) -> None:
    timing = assistant.ask("Who controls Minian?").timing
    assert timing["total"] == pytest.approx(timing["retrieval"] + timing["answer"])
