"""Who holds a place, who did a deed, and when two such answers differ."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from assistant.answer import Cause, Relation
from assistant.question import read_question
from assistant.values.actor import Actor, Asking, actor
from assistant.values.agents import agent_of
from assistant.values.holder import Holder, holder
from assistant.values.role import holder_of_role
from corpus.parsing import SpacyParser
from corpus.source import Source, SourceKind

PARSER = SpacyParser()


def parsed(text: str) -> Doc:
    return next(PARSER.parse([text]))


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
CLAIMED = "Which group claimed responsibility for the bombing of the bridge?"
KILLED = "Who killed the engineer Ann Lee?"
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
    (KILLED, "The raid killed 10 rebels and freed Ann Lee.", None),
    (KILLED, "Tarsenian soldiers killed Ivo Dorn.", None),
    (KILLED, "Ann Lee was killed by rebels.", "rebels"),
    (KILLED, "Ann Lee, held by rebels in the north, has died, her sister said.", None),
    (BOMBED, "The two sides blame each other for the bombing.", None),
    ("Who was arrested over the fire?", "Police arrested Tomas Rell, a baker.", "Tomas Rell"),
    (BOMBED, "Rebels fled after they had bombed the bridge.", "Rebels"),
    (CLAIMED, "The Upland Front claimed responsibility for the bombing.", "The Upland Front"),
    (CLAIMED, "Rebels said the navy was responsible for the bombing.", None),
    (BOMBED, "Tarsenian planes delivered a missile strike on the bridge.", "Tarsenian planes"),
    ("Who was behind the kidnapping?", "Police suspect a gang from Lormont.", "a gang from Lormont"),
]


@pytest.mark.parametrize(("question", "text", "label"), ACTORS)
def test_actors(question: str, text: str, label: str | None) -> None:
    asked = read_question(question, PARSER)
    guard = agent_of(Source("Harbour Guard", SourceKind.ORGANISATION))
    asking = Asking(asked.names, asked.deed, undergoes=" was arrested" in question, speaker=guard, loose=True)
    asking = replace(asking, befalls=asked.befalls, owning="responsibility" in asked.terms)
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
    ("text", "label"),
    [
        ("Lead sponsor Ann Lee said it was over.", "Lead sponsor Ann Lee"),
        ("Ann Lee, the sponsor of the bill, spoke first.", "Ann Lee"),
        ("The sponsor of the bill, Ann Lee, spoke first.", "Ann Lee"),
        ("The vote was put off by Ann Lee, who was the sponsor of the bill.", "Ann Lee"),
        ("Ann Lee is not the sponsor.", None),
        ("The sponsor spoke first.", None),
    ],
)
def test_who_has_a_role(text: str, label: str | None) -> None:
    found = holder_of_role(parsed(text), "sponsor")
    assert (found.label if found else None) == label
