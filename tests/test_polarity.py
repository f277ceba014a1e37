"""Whether a statement affirms or denies what is asked, and which alternative it supports."""

import pytest

from assistant.question import read_question
from assistant.values.choice import alternatives, choice, order
from assistant.values.polarity import polarity
from corpus.parsing import SpacyParser
from corpus.statement import Stance

PARSER = SpacyParser()

RESIGNED = "Has the minister resigned?"
FIRED = "Did the guards fire on the crowd in Dornholt?"
THROUGH = "Did the truck bomb get through to the barracks in Dornholt?"
SEARCH = "Is the search for the crew still going on?"
REAL = "Is the letter from the governor of Dornholt genuine?"
HOAX = "Was the report of the flood a hoax?"
EATEN = "Did the guests eat the cake?"
BINDING = "Are the rulings of the panel in Dornholt legally binding?"
PLANES = "Were Tarnish planes behind the raid on Dornholt?"


@pytest.mark.parametrize(
    ("question", "text", "affirms"),
    [
        (BINDING, "the panel gives non-binding advice", False),
        (BINDING, "the panel gives binding advice", True),
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
        (FIRED, "There is no sign that any guard fired.", False),
        ("Did Ivo Dorn use the name of his firm?", "he never mentioned his firm", False),
        (FIRED, "The police are working to establish whether the guards fired.", None),
        (REAL, "The ministry was working to verify the letter.", None),
        (FIRED, "The guards did not mention whether they fired on the crowd.", None),
        (THROUGH, "The truck was destroyed before it reached the barracks.", False),
        (THROUGH, "Soldiers foiled an attempt to drive a truck into the barracks.", False),
        (THROUGH, "The truck bomb killed nine soldiers at the barracks.", True),
        (SEARCH, "The search was called off on Thursday.", False),
        (SEARCH, "The search continued through the night.", True),
        (PLANES, "There were no Ostrenian planes in the area.", True),
        (PLANES, "No Tarnish planes were in the area.", False),
        (FIRED, "The ministry is assessing whether the guards fired on the crowd.", None),
        (FIRED, "They were not sure whether the guards fired on the crowd.", None),
        (FIRED, "The story of the guards is a satirical post.", False),
        (REAL, "The letter is authentic.", True),
        (REAL, "The letter is not real.", False),
        (REAL, "It was a forgery.", False),
        (REAL, "The Daily Gull is a fake news site.", False),
        (HOAX, "The whole report was made up: a prank.", True),
        (HOAX, "It was no hoax.", False),
        (EATEN, "The guests pretended to eat the cake.", False),
        (EATEN, "They offered to eat it but were dissuaded by the host.", False),
        (EATEN, "They had to be talked out of eating it.", False),
        (EATEN, "They could not bring themselves to eat it.", False),
        (EATEN, "They took a bite.", True),
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
    ("question", "text", "affirms"),
    [
        ("What did the mayor do about the leave?", "His request for more leave was not granted.", True),
        ("What did the mayor say about the fire?", "She ruled out arson.", False),
        ("What did the mayor say about the fire?", "The story is false.", False),
        ("What did the mayor say about whether the minister resigned?", "He has not resigned.", False),
    ],
)
def test_only_a_denial_goes_against_others_where_no_yes_or_no_is_asked_for(
    question: str, text: str, affirms: bool
) -> None:
    doc = next(PARSER.parse([text]))
    assert polarity(doc, Stance.ASSERTS, read_question(question, PARSER)).affirms is affirms


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Months before Orla Venn came to office, the rule was issued.", {0}),
        ("It was issued after she came to office.", {1}),
        ("It was issued a year before she came to office after her brother's death.", {0}),
        ("It was issued when she came to office.", {1}),
        ("It was issued when it rained.", None),
    ],
)
def test_order(text: str, chosen: set[int] | None) -> None:
    asked = read_question("Was the rule issued before or after Orla Venn came to office?", PARSER)
    found = order(next(PARSER.parse([text])), asked)
    assert (set(found.options) if found else None) == chosen


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
