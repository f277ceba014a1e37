"""What a statement answers: amounts, holders, actors, days, yes or no."""

from datetime import date

import pytest
from spacy.tokens import Doc

from assistant.answer import Cause, Relation
from assistant.values.actor import actor
from assistant.values.amount import Amount, amount
from assistant.values.day import day
from assistant.values.holder import Holder, holder
from corpus.parsing import SpacyParser

PARSER = SpacyParser()
MANY = float("inf")


def parsed(text: str) -> Doc:
    return next(PARSER.parse([text]))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The blast killed 16 people.", 16, 16),
        ("The blast killed at least 16 people.", 16, MANY),
        ("More than 100 people were killed in the blast.", 101, MANY),
        ("No more than 100 people were killed.", 0, 100),
        ("Around 20 people were killed.", 17, 23),
        ("Dozens of people were killed.", 24, 99),
        ("Twenty-one people died.", 21, 21),
        ("The raid killed 1,200 people.", 1200, 1200),
    ],
)
def test_amounts(text: str, low: float, high: float) -> None:
    found = amount(parsed(text), ("kill",))
    assert found is not None
    assert (round(found.low), found.high if found.high == MANY else round(found.high)) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The blast wounded 16 people.",  # not the dead
        "The blast killed another 16 people.",  # only a part
        "People were killed before six.",  # an hour
        "The blast was heard for miles.",
    ],
)
def test_amounts_of_something_else_do_not_count(text: str) -> None:
    assert amount(parsed(text), ("kill",)) is None


@pytest.mark.parametrize(
    ("here", "there", "differ"),
    [
        ((16, 16), (12, 12), True),
        ((16, MANY), (20, 20), False),
        ((16, MANY), (12, 12), True),
        ((17, 23), (20, 20), False),
    ],
)
def test_amounts_differ_where_no_number_fits_both(
    here: tuple[float, float], there: tuple[float, float], differ: bool
) -> None:
    difference = Amount("", *here).differs(Amount("", *there))
    assert (difference is not None) == differ
    assert difference is None or difference.cause is Cause.NUMBER


HOLDERS = [
    ("Minian is still with the rebels.", "held by the rebels"),
    ("The army captured Minian on Tuesday.", "held by The army"),
    ("Minian was captured by the army.", "held by the army"),
    ("The army captured around half of Minian.", "partly held by The army"),
    ("Minian remained in rebel hands.", "in rebel hands"),
    ("Minian was in the hands of the army.", "held by the army"),
    ("The army was in control of Minian.", "held by The army"),
    ("Minian fell to the rebels.", "held by the rebels"),
    ("The rebels lost Minian.", "not held by The rebels"),
    ("The army did not enter Minian.", "not held by The army"),
    ("The army is trying to take Minian.", None),
    ("The army captured Ostren.", None),
    ("No fighting took place in Minian.", None),
]


@pytest.mark.parametrize(("text", "label"), HOLDERS)
def test_holders(text: str, label: str | None) -> None:
    found = holder(parsed(text), ("Minian",))
    assert (found.label if found else None) == label


@pytest.mark.parametrize(
    ("here", "there", "relation"),
    [
        ("The army captured Minian.", "Minian is with the rebels.", Relation.CONTRADICTS),
        ("The army captured half of Minian.", "Minian is with the rebels.", Relation.PARTLY),
        ("The army captured Minian.", "Government forces hold Minian.", None),
        ("The rebels lost Minian.", "Insurgents hold Minian.", Relation.CONTRADICTS),
    ],
)
def test_holders_differ(here: str, there: str, relation: Relation | None) -> None:
    first, second = holder(parsed(here), ("Minian",)), holder(parsed(there), ("Minian",))
    assert isinstance(first, Holder)
    assert isinstance(second, Holder)
    difference = first.differs(second)
    assert (difference.relation if difference else None) is relation


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Elena Marsh won the election.", "Elena Marsh"),
        ("The election was won by Elena Marsh.", "Elena Marsh"),
        ("Snow delayed the election.", None),
    ],
)
def test_actors(text: str, label: str | None) -> None:
    found = actor(parsed(text), ("win",))
    assert (found.label if found else None) == label


def test_days_are_read_against_the_report() -> None:
    found = day("The talks resume on July 3.", date(2018, 7, 10))
    assert found is not None
    assert found.day == date(2018, 7, 3)
