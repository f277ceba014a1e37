"""Whether a statement affirms or denies what is asked, and which alternative it supports."""

import pytest

from assistant.question import read_question
from assistant.values.choice import alternatives, choice
from assistant.values.polarity import polarity
from corpus.parsing import SpacyParser
from corpus.statement import Stance

PARSER = SpacyParser()

RESIGNED = "Has the minister resigned?"
FIRED = "Did the guards fire on the crowd in Dornholt?"
THROUGH = "Did the truck bomb get through to the barracks in Dornholt?"
SEARCH = "Is the search for the crew still going on?"
PLANES = "Were Tarnish planes behind the raid on Dornholt?"


@pytest.mark.parametrize(
    ("question", "text", "affirms"),
    [
        (RESIGNED, "the minister had resigned", True),
        (RESIGNED, "the minister had not resigned", False),
        (RESIGNED, '"The minister has not resigned," "She will chair the session."', False),
        (RESIGNED, "the minister never resigned", False),
        (RESIGNED, "the minister has no plans to resign", False),
        (RESIGNED, "The report is entirely false.", False),
        (RESIGNED, "It made a good story, but it wasn't true.", False),
        (RESIGNED, "It is not known whether the minister has resigned.", None),
        (RESIGNED, "He handed in a letter, and no successor was named.", True),
        (FIRED, "No shots were fired on the crowd.", False),
        (FIRED, "There is no evidence that the guards fired on the crowd.", False),
        (FIRED, "The guards fired on people who were not armed.", True),
        (FIRED, "Claims that the guards fired on the crowd are a hoax.", False),
        (FIRED, "The guards refused to fire on the crowd.", False),
        (FIRED, "The guards had nothing to do with the deaths.", False),
        (THROUGH, "The truck was destroyed before it reached the barracks.", False),
        (THROUGH, "Soldiers foiled an attempt to drive a truck into the barracks.", False),
        (THROUGH, "The truck bomb killed nine soldiers at the barracks.", True),
        (SEARCH, "The search was called off on Thursday.", False),
        (SEARCH, "The search continued through the night.", True),
        (PLANES, "There were no Ostrenian planes in the area.", True),
        (PLANES, "No Tarnish planes were in the area.", False),
    ],
)
def test_polarity(question: str, text: str, affirms: bool | None) -> None:
    asked, doc = read_question(question, PARSER), next(PARSER.parse([text]))
    assert polarity(doc, Stance.ASSERTS, asked).affirms is affirms


@pytest.mark.parametrize(
    ("text", "affirms"),
    [
        ("the minister had resigned", False),
        ("the government denied that the minister had resigned", False),
        ("the minister had not resigned", True),
    ],
)
def test_a_denial_turns_its_content_over(text: str, affirms: bool) -> None:
    doc = next(PARSER.parse([text]))
    assert polarity(doc, Stance.DENIES, read_question(RESIGNED, PARSER)).affirms is affirms


@pytest.mark.parametrize(
    ("question", "options"),
    [
        (
            "Suicide bomber or planted device: how was the bus blown up?",
            ({"suicide", "bomber"}, {"planted", "device"}),
        ),
        ("Was the fire in Dornholt an accident or arson?", ({"accident"}, {"arson"})),
        ("Which gas was used: chlorine, mustard gas or something else?", ({"chlorine"}, {"mustard", "gas"})),
        ("Did the storm kill or wound them?", ()),
        ("Who won the election?", ()),
    ],
)
def test_alternatives(question: str, options: tuple[set[str], ...]) -> None:
    assert alternatives(read_question(question, PARSER)) == tuple(map(frozenset, options))


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("The fire was an accident.", {0}),
        ("Somebody set it: it was arson.", {1}),
        ("It was no accident but arson.", {1}),
        ("It was an accident or arson.", None),
        ("The fire burned all night.", None),
    ],
)
def test_choice(text: str, chosen: set[int] | None) -> None:
    asked = read_question("Was the fire in Dornholt an accident or arson?", PARSER)
    found = choice(next(PARSER.parse([text])), alternatives(asked))
    assert (set(found.options) if found else None) == chosen
