"""Change or conflict: what a model hears in two answers that differ, where the rules go by days alone."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import pytest

from assistant.answer import Verdict
from assistant.claim import Claim
from assistant.comparing import compared
from assistant.models import load_models
from assistant.multitask import PACKAGED_MODEL, MultiTaskModel
from assistant.positions import sides
from assistant.question import read_question
from assistant.verdict import conflicts, verdict
from corpus.parsing import SpacyParser
from settings import Settings
from tests.made_claims import made_claims

FIRST = date(2031, 5, 2)
DROWNED = "How many people drowned on the Alba?"
FOUR = "Four people drowned on the Alba, the coastguard said."


def told(question: str, texts: Sequence[str], days: int) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of two reports, some days apart, by the rules alone and once they are compared."""
    made = made_claims(question, texts, days=[FIRST, FIRST + timedelta(days)])
    return made, compared(read_question(question, SpacyParser()), made, PACKAGED_MODEL)


def judged(claims: Sequence[Claim]) -> Verdict:
    found = sides(claims)
    return verdict(found, conflicts(found))


CHANGED, CONFLICT = Verdict.CHANGED, Verdict.CONFLICT
CLOSING = "The mill will close in May, the owner said."
MOVED = "The mill will now close in July, the union said."


@pytest.mark.parametrize(
    ("question", "earlier", "later", "days", "ruled", "heard"),
    [
        (DROWNED, FOUR, "The owner said only two people drowned.", 9, CHANGED, CONFLICT),
        (DROWNED, FOUR, "The captain disputed that and said seven people drowned.", 2, CHANGED, CONFLICT),
        (
            "How many people live on Skarne?",
            "The census office said 300 people live on Skarne.",
            "The mayor disputed that and said 512 people live on Skarne.",
            8,
            CHANGED,
            CONFLICT,
        ),
        ("When will the mill close?", CLOSING, MOVED, 4, CONFLICT, CHANGED),
        (
            "Will the mill close?",
            "The mill will close, the owner said.",
            "The mill will not close after all, the minister said.",
            4,
            CONFLICT,
            CHANGED,
        ),
    ],
)
def test_who_disputes_brings_no_news_and_a_plan_that_is_now_another_does(
    question: str, earlier: str, later: str, days: int, ruled: Verdict, heard: Verdict
) -> None:
    alone, beside = told(question, [earlier, later], days)
    assert (judged(alone), judged(beside)) == (ruled, heard)


def test_what_is_known_of_a_pair_stands_with_the_later_claim() -> None:
    first, second = told(DROWNED, [FOUR, "The owner said only two people drowned."], 9)[1]
    assert not first.news
    assert list(second.news) == [first.candidate.statement.id]


@pytest.mark.parametrize(
    ("later", "days"), [("The owner said four people drowned.", 9), ("The owner said two people drowned.", 0)]
)
def test_claims_that_agree_or_are_of_one_day_are_not_compared(later: str, days: int) -> None:
    claims = told(DROWNED, [FOUR, later], days)[1]
    assert [bool(claim.news) for claim in claims] == [False, False]


def test_who_speaks_before_and_after_the_other_leaves_it_to_the_rules() -> None:
    days = [FIRST, FIRST + timedelta(4), FIRST + timedelta(8)]
    question = "When will the mill close?"
    made = made_claims(question, [CLOSING, MOVED, CLOSING], days=days)
    heard = compared(read_question(question, SpacyParser()), made, PACKAGED_MODEL)
    assert any(claim.news for claim in heard)
    assert judged(heard) == judged(made)


@pytest.mark.parametrize(("name", "comparer"), [("none", None), ("", PACKAGED_MODEL)])
def test_the_setting_does_without(name: Literal["", "none"], comparer: MultiTaskModel | None) -> None:
    assert load_models(Settings(comparer=name)).comparer is comparer
