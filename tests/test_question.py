"""Questions taken apart: kind, names, words, speaker; and follow-ups made to stand alone."""

import pytest

from assistant.conversation import standalone
from assistant.kind import Kind, kind_of
from assistant.question import read_question
from corpus.errors import SaysWhoError
from corpus.parsing import SpacyParser

PARSER = SpacyParser()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who controls Minian?", Kind.CONTROL),
        ("Which side held the airport in May?", Kind.CONTROL),
        ("How many people died?", Kind.COUNT),
        ("What was the death toll of the fire?", Kind.COUNT),
        ("When will the talks resume?", Kind.WHEN),
        ("On which day did the ship sink?", Kind.WHEN),
        ("Where did the fire start?", Kind.WHERE),
        ("Has the minister resigned?", Kind.WHETHER),
        ("Why did the plane come down: was it shot down?", Kind.WHETHER),
        ("Who won the election?", Kind.WHO),
        ("Who said the bridge was closed?", Kind.OTHER),
        ("What did the mayor say about the bridge?", Kind.OTHER),
    ],
)
def test_kind(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who controls Minian?", ("Minian",)),
        ("Who holds the 1070 Apartments district of Aleppo?", ("1070 Apartments", "Aleppo")),
        ("Has Transport Minister Ilse Varnholt resigned?", ("Ilse Varnholt",)),
        ("How many people died on Tuesday 14 March 2017?", ()),
    ],
)
def test_names(question: str, names: tuple[str, ...]) -> None:
    assert read_question(question, PARSER).names == names


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What toll did the Harbour Office give for the fire?", "Harbour Office"),
        ("How many died, according to the Coastguard?", "Coastguard"),
        ("Who controls Minian?", None),
    ],
)
def test_speaker(question: str, speaker: str | None) -> None:
    assert read_question(question, PARSER).speaker == speaker


def test_what_is_counted() -> None:
    assert read_question("How many prisoners were exchanged?", PARSER).unit == "prisoner"
    assert read_question("How many people were killed?", PARSER).unit == "people"


@pytest.mark.parametrize(
    ("question", "problem"),
    [("   ", "the question is empty"), ("why? " * 2_000, "9,999 characters; 2,000 is the most")],
)
def test_bad_questions_are_refused_in_one_line(question: str, problem: str) -> None:
    with pytest.raises(SaysWhoError, match=problem) as refused:
        read_question(question, PARSER)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("history", "question", "alone"),
    [
        (["Who controls Minian?"], "And 1070 Apartments?", "Who controls 1070 Apartments?"),
        (["Who controls Minian?"], "What about Ostren?", "Who controls Ostren?"),
        (["Who controls Minian?", "And Ostren?"], "And Port Elmar?", "Who controls Port Elmar?"),
        (["Who controls Minian?"], "When was it captured?", "When was Minian captured?"),
        (["Who controls Minian?"], "Since when?", "Since when (Minian)?"),
        (
            ["Who controls Minian?"],
            "Who won the election in Port Elmar?",
            "Who won the election in Port Elmar?",
        ),
        ([], "And 1070 Apartments?", "And 1070 Apartments?"),
    ],
)
def test_follow_ups_are_made_to_stand_alone(history: list[str], question: str, alone: str) -> None:
    assert standalone(question, history, PARSER) == alone
