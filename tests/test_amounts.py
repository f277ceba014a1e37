"""Amounts that statements give, and when two of them differ."""

import pytest
from spacy.tokens import Doc

from assistant.answer import Cause
from assistant.question import read_question
from assistant.values.amount import Amount, amount
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


KILLED = "How many people were killed?"
MET = "How many times did Horn meet Denk?"
ASKED_AMOUNTS = [
    (
        "How many jobs will the merger cost?",
        "She had seen a plan under which 900 jobs would go.",
        900,
        900,
    ),
    ("How many residents were killed?", "The gunmen came at dawn, killing 14 of them.", 14, 14),
    ("How many schools were closed?", "She put the number of closed schools at nine.", 9, 9),
    ("How many inhabitants were killed?", "14 villagers were killed, including seven women.", 14, 14),
    ("How many civilians were killed?", "The jets struck, killing 26, mostly children.", 26, 26),
    (KILLED, "The raid killed 18 people, including 5 children, and wounded 40 others.", 18, 18),
    ("How many children were killed?", "The raid killed 18 people, including 5 children.", 5, 5),
    ("How many people were wounded?", "The raid killed 18 people and wounded 40 others.", 40, 40),
    ("What was the civilian death toll?", "Six civilians were among at least 22 people killed.", 6, 6),
    (KILLED, "Six civilians were among at least 22 people killed.", 22, MANY),
    ("How many soldiers were killed?", "The rebels killed 300 out of 400 soldiers.", 300, 300),
    (KILLED, "Two of the 12 people killed were children.", 12, 12),
    ("How many games were won?", "The side won three in 2014.", 3, 3),
    ("How many jobs will be cut?", "The firm will cut 620 of the 2,100 jobs at the mill.", 620, 620),
    ("How many leaders signed the pact?", "Seven of the nine leaders signed the pact.", 7, 7),
    ("How many men were arrested?", "Two of the 12 men arrested were let go, she said.", 12, 12),
    ("What share of residents backed the plan?", "One in five of them backed the plan.", 15, 25),
    ("What percentage of voters backed the plan?", "Nine in ten elderly voters backed it.", 85, 95),
    ("How many attacks were there?", "There were two in three villages.", 2, 2),
    (KILLED, "The governor gave a toll of 31 killed and 74 wounded.", 31, 31),
    (KILLED, "Up to 1,429 people were killed.", 0, 1429),
    (KILLED, "Between 12 and 30 people were killed.", 12, 30),
    (KILLED, "The toll rose from 12 to 30 dead.", 30, 30),
    (KILLED, "Tens of thousands of people were killed.", 20_000, 99_999),
    (KILLED, "A man woman and child died in the shelling.", 3, 3),
    (KILLED, "No one was killed in the fire.", 0, 0),
    (KILLED, "There were no casualties.", 0, 0),
    (KILLED, "Flight 370 crashed on May 3 2014 and 21 people aboard died.", 21, 21),
    (KILLED, "The fire in an ePad 6, sold in May, killed two people.", 2, 2),
    (KILLED, "An F-16 jet killed six villagers aged 12 to 40.", 6, 6),
    (KILLED, "Heavy raids left hundreds of people dead.", 200, 999),
    ("How many prisoners were exchanged?", "20 captives from each side were freed.", 20, MANY),
    ("What percentage of residents backed the plan?", "60% of inhabitants backed the plan.", 60, 60),
    ("How many people were on board?", "The true figure was about 240.", 230, 250),
    ("How many jobs will be lost?", "The firm will cut no more than 900 posts.", 0, 900),
    ("How much did Orlam pay for Vesta?", "Orlam paid $300m for Vesta.", 3e8, 3e8),
    ("How much did Orlam pay for Vesta?", "The price was 300 million dollars.", 3e8, 3e8),
    ("What was the turnout?", "It was 57.5 percent, down from 61 percent.", 57.5, 57.5),
    ("How much of the town did they take?", "Half of it was taken.", 45, 55),
    ("What share of voters stayed at home?", "Fewer than half of the voters stayed at home.", 0, 50),
    ("How many soldiers were killed?", "She said 160 of the brigade's soldiers had died.", 160, 160),
    (MET, "Horn had met Denk twice, in May and in June.", 2, 2),
    (MET, "Horn had met Denk three times.", 3, 3),
    (MET, "Horn met Denk at least twice.", 2, MANY),
    (MET, "Horn never met Denk.", 0, 0),
    (MET, "Horn, who once met Denk, said they had met four times.", 4, 4),
    ("What share of voters stayed at home?", "Around three quarters of them stayed at home.", 70, 80),
    ("How much was the damage?", "The fire did two million dollars' worth of damage.", 2e6, 2e6),
]


@pytest.mark.parametrize(("question", "text", "low", "high"), ASKED_AMOUNTS)
def test_amounts_are_of_what_is_asked(question: str, text: str, low: float, high: float) -> None:
    asked = read_question(question, PARSER)
    found = amount(parsed(text), asked.terms, asked.unit, lenient=True)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (KILLED, "The office reported the same toll."),
        (KILLED, "It happened a day after four soldiers were hurt."),
        ("How many bodies were found?", "A grave was found near where 43 students were abducted."),
        ("How many prisoners were freed?", "It took three hours."),
        ("How many schools were closed?", "She put the list of schools away and left at nine."),
        ("How many children came?", "She put the children to bed at nine."),
        ("How much money did Ivo Dorn make?", "Ivo Dorn, 17, goes to school in Ostren."),
        ("What was the turnout?", "Ida Horn received 54 percent of the vote."),
        ("What was the turnout?", "The polls closed after half an hour."),
    ],
)
def test_the_only_amount_of_something_else_is_no_answer(question: str, text: str) -> None:
    asked = read_question(question, PARSER)
    assert amount(parsed(text), asked.terms, asked.unit, lenient=True) is None


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
