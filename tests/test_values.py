"""What a statement answers: amounts, holders, actors, days, yes or no."""

from datetime import date

import pytest
from spacy.tokens import Doc

from assistant.answer import Cause, Relation
from assistant.question import read_question
from assistant.values.actor import Actor, Asking, actor
from assistant.values.agents import agent_of
from assistant.values.amount import Amount, amount
from assistant.values.day import day
from assistant.values.holder import Holder, holder
from assistant.values.place import Place, place
from corpus.parsing import SpacyParser
from corpus.source import Source, SourceKind

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
ASKED_AMOUNTS = [
    ("How many residents were killed?", "The gunmen came at dawn, killing 14 of them.", 14, 14),
    ("How many inhabitants were killed?", "14 villagers were killed, including seven women.", 14, 14),
    ("How many civilians were killed?", "The jets struck, killing 26, mostly children.", 26, 26),
    (KILLED, "The raid killed 18 people, including 5 children, and wounded 40 others.", 18, 18),
    ("How many children were killed?", "The raid killed 18 people, including 5 children.", 5, 5),
    ("How many people were wounded?", "The raid killed 18 people and wounded 40 others.", 40, 40),
    ("What was the civilian death toll?", "Six civilians were among at least 22 people killed.", 6, 6),
    (KILLED, "Six civilians were among at least 22 people killed.", 22, MANY),
    ("How many soldiers were killed?", "The rebels killed 300 out of 400 soldiers.", 300, 300),
    (KILLED, "The governor gave a toll of 31 killed and 74 wounded.", 31, 31),
    (KILLED, "Up to 1,429 people were killed.", 0, 1429),
    (KILLED, "Between 12 and 30 people were killed.", 12, 30),
    (KILLED, "The toll rose from 12 to 30 dead.", 30, 30),
    (KILLED, "Tens of thousands of people were killed.", 20_000, 99_999),
    (KILLED, "A man woman and child died in the shelling.", 3, 3),
    (KILLED, "No one was killed in the fire.", 0, 0),
    (KILLED, "There were no casualties.", 0, 0),
    (KILLED, "Flight 370 crashed on May 3 2014 and 21 people aboard died.", 21, 21),
    (KILLED, "An F-16 jet killed six villagers aged 12 to 40.", 6, 6),
    (KILLED, "Heavy raids left hundreds of people dead.", 200, 999),
    ("How many prisoners were exchanged?", "20 captives from each side were freed.", 20, MANY),
    ("How many people were on board?", "The true figure was about 240.", 230, 250),
    ("How many jobs will be lost?", "The firm will cut no more than 900 posts.", 0, 900),
    ("How much did Orlam pay for Vesta?", "Orlam paid $300m for Vesta.", 3e8, 3e8),
    ("How much did Orlam pay for Vesta?", "The price was 300 million dollars.", 3e8, 3e8),
    ("What was the turnout?", "It was 57.5 percent, down from 61 percent.", 57.5, 57.5),
    ("How much of the town did they take?", "Half of it was taken.", 45, 55),
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


HOLDERS = [
    ("Minian is still with the rebels.", "held by the rebels"),
    ("The army captured Minian on Tuesday.", "held by The army"),
    ("Minian was captured by the army.", "held by the army"),
    ("The army captured around half of Minian.", "partly held by The army"),
    ("Minian remained in rebel hands.", "in rebel hands"),
    ("Minian had not left rebel hands.", "in rebel hands"),
    ("Minian had left rebel hands.", "not in rebel hands"),
    ("Minian was in the hands of the army.", "held by the army"),
    ("The army was in control of Minian.", "held by The army"),
    ("Minian fell to the rebels.", "held by the rebels"),
    ("The rebels lost Minian.", "not held by The rebels"),
    ("The army did not enter Minian.", "not held by The army"),
    ("Government forces failed to take Minian.", "not held by Government forces"),
    ("Minian is no longer held by the rebels.", "not held by the rebels"),
    ("The rebels were driven out of Minian.", "not held by The rebels"),
    ("Army troops drove the rebels out of Minian.", "held by Army troops"),
    ("Shelling forced the rebels from Minian.", "not held by the rebels"),
    ("The army withdrew from Minian.", "not held by The army"),
    ("Rebels surrendered Minian to the army.", "held by the army"),
    ("The capture of Minian was announced by the Lorn militia.", "held by the Lorn militia"),
    ("The fall of Minian to the rebels came at dawn.", "held by the rebels"),
    ("The army's seizure of Minian cut the road.", "held by The army"),
    ("The fall of Minian to the army would cut the road.", None),
    ("The army planned the capture of Minian.", None),
    ("The army had gone into Minian.", "partly held by The army"),
    ("Soldiers and their allies had about half of Minian.", "partly held by Soldiers and their allies"),
    ("Minian is now in range of army guns.", None),
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


def test_a_speaker_holds_what_he_says_it_holds() -> None:
    army = agent_of(Source("the army", SourceKind.ORGANISATION))
    found = holder(parsed("that Minian had fallen to it"), ("Minian",), army)
    assert found is not None
    assert found.label == "held by the army"


BOMBED, WON = "Who bombed the bridge in Ostren?", "Who won the election in Port Elmar?"
ACTORS = [
    (WON, "Elena Marsh won the election.", "Elena Marsh"),
    (WON, "The election was won by Elena Marsh.", "Elena Marsh"),
    (WON, "Elena Marsh was elected mayor of Port Elmar.", "Elena Marsh"),
    (WON, "Victory went to Elena Marsh.", "Elena Marsh"),
    (WON, "Victor Lanning lost the election.", "not Victor Lanning"),
    (WON, "It rained all day.", None),
    (BOMBED, "The bridge was bombed by Tarsenian jets.", "Tarsenian jets"),
    (BOMBED, "The attack on the bridge was carried out by the Upland Front.", "the Upland Front"),
    (BOMBED, "A Tarsenian air strike destroyed the bridge.", "Tarsenian"),
    (BOMBED, "The raid by the navy hit the bridge.", "the navy"),
    (BOMBED, "The Upland Front claimed responsibility for the bombing.", "The Upland Front"),
    (BOMBED, "The governor blamed the Upland Front for the attack.", "the Upland Front"),
    (BOMBED, "The governor accused rebels of bombing the bridge.", "rebels"),
    (BOMBED, "The navy was behind the raid.", "The navy"),
    (BOMBED, "We did not bomb the bridge.", "not Harbour Guard"),
    (BOMBED, "It was unclear who had bombed it.", None),
    ("Who designed the bridge?", "It was the work of the architect Pell Marr.", "Pell Marr"),
    ("Who shot the guard?", "He was shot by his captors during a raid by soldiers.", "his captors"),
    ("Who was arrested over the fire?", "Police arrested Tomas Rell, a baker.", "Tomas Rell"),
    ("Who was behind the kidnapping?", "Police suspect a gang from Lormont.", "a gang from Lormont"),
]


@pytest.mark.parametrize(("question", "text", "label"), ACTORS)
def test_actors(question: str, text: str, label: str | None) -> None:
    asked = read_question(question, PARSER)
    guard = agent_of(Source("Harbour Guard", SourceKind.ORGANISATION))
    asking = Asking(asked.names, asked.deed, undergoes=" was arrested" in question, speaker=guard, loose=True)
    found = actor(parsed(text), (asked.deed,) if asked.deed else asked.terms, asking)
    assert (found.label if found else None) == label


def test_a_denial_clears_its_speaker_only_of_the_deed() -> None:
    front = agent_of(Source("Upland Front", SourceKind.ORGANISATION))
    asking = Asking(("Ostren",), "bomb", speaker=front, denies=True)
    cleared = actor(parsed("any involvement in the bombing"), ("bomb",), asking)
    assert cleared is not None
    assert cleared.label == "not Upland Front"
    assert actor(parsed("this"), ("bomb",), asking) is None


@pytest.mark.parametrize(
    ("here", "there", "cause"),
    [
        ("Russian jets bombed the bridge.", "The bridge was bombed by US planes.", Cause.ACTOR),
        ("American planes bombed the bridge.", "The US-led coalition bombed the bridge.", None),
        ("The regime bombed the bridge.", "Government forces bombed the bridge.", None),
        ("The regime bombed the bridge.", "Rebels bombed the bridge.", Cause.ACTOR),
        ("Turkish forces bombed the bridge.", "Turkey bombed the bridge.", None),
        ("The Lorn Group bombed it.", "The Pell Group bombed it.", Cause.ACTOR),
        ("The navy bombed the bridge.", "The navy did not bomb the bridge.", Cause.DENIAL),
    ],
)
def test_actors_differ(here: str, there: str, cause: Cause | None) -> None:
    first, second = actor(parsed(here), ("bomb",)), actor(parsed(there), ("bomb",))
    assert isinstance(first, Actor)
    assert isinstance(second, Actor)
    difference = first.differs(second)
    assert (difference.cause if difference else None) is cause


@pytest.mark.parametrize(
    ("question", "text", "label"),
    [
        (
            "Which mosque did the bomb go off beside?",
            "It went off near Pell Mosque in Lorn.",
            "near Pell Mosque",
        ),
        ("Where was the body found?", "It lay under the old bridge.", "under the old bridge"),
        ("Where in Lorn was the body found?", "In Lorn it was found behind the mill.", "behind the mill"),
        ("Where did he flee to?", "He fled to Tarsenia by helicopter.", "to Tarsenia"),
        ("Where was he shot?", "He was shot on Monday.", None),
    ],
)
def test_places(question: str, text: str, label: str | None) -> None:
    found = place(parsed(text), read_question(question, PARSER))
    assert (found.label if found else None) == label


@pytest.mark.parametrize(
    ("here", "there", "differ"),
    [
        ("It went off near Pell Mosque in Lorn.", "It went off beside Dorn Mosque in Lorn.", True),
        ("It went off near Pell Mosque.", "The blast was outside the Pell mosque in Lorn.", False),
    ],
)
def test_places_differ_in_more_than_what_both_are(here: str, there: str, differ: bool) -> None:
    asked = read_question("Which mosque did the bomb go off beside?", PARSER)
    first, second = place(parsed(here), asked), place(parsed(there), asked)
    assert isinstance(first, Place)
    assert isinstance(second, Place)
    assert (first.differs(second) is not None) == differ


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The plant will close in March 2020.", date(2020, 3, 1), date(2020, 3, 31)),
        ("The plant will close in May.", date(2018, 5, 1), date(2018, 5, 31)),
        ("After the talks of 2 May 2018 it was said to close on 9 June.", date(2018, 6, 9), date(2018, 6, 9)),
        ("It closed in 2009.", date(2009, 1, 1), date(2009, 12, 31)),
    ],
)
def test_days_months_and_years(text: str, first: date, last: date) -> None:
    asked = read_question("When will the plant close, after the talks of 2 May 2018?", PARSER)
    found = day(parsed(text), date(2018, 7, 10), asked)
    assert found is not None
    assert (found.day, found.last) == (first, last)


def test_days_are_read_against_the_report() -> None:
    asked = read_question("When do the talks resume?", PARSER)
    found = day(parsed("The talks resume on July 3."), date(2018, 7, 10), asked)
    assert found is not None
    assert found.day == date(2018, 7, 3)
