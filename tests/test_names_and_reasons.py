"""What a thing is called, which of several it is, and why something happened, by a statement."""

import pytest
from spacy.tokens import Doc

from assistant.answer import Relation
from assistant.question import read_question
from assistant.values.designation import Designation, designation, is_naming, picked
from assistant.values.reason import reason, worded
from corpus.parsing import SpacyParser

PARSER = SpacyParser()

SHIP = "What was the name of the ship that sank off Dornholt?"
CALL = "What did the workers call the engine?"
MODEL = "Which model was sold with the leaflet?"
LEFT = "Why did the gardener leave Dornholt?"
DIED = "What did the singer die of?"
RATES = "Why did the bank not cut rates?"


def parsed(text: str) -> Doc:
    return next(PARSER.parse([text]))


@pytest.mark.parametrize(
    ("question", "label", "is_given"),
    [
        (SHIP, "The ship, named Maren Castle, sank off Dornholt.", ("Maren Castle", True)),
        (SHIP, "The ship sank off Dornholt.", None),
        (SHIP, "A Tarsenian ship sank off Dornholt.", None),
        (SHIP, "The ship left France and sank off Dornholt.", None),
        (CALL, 'The workers dubbed the engine "the kettle".', ("the kettle", True)),
        (CALL, "The engine was known as a tin pot among the workers.", ("tin pot", True)),
        (MODEL, "The leaflet came with the model Falcon.", ("Falcon", True)),
        (MODEL, "The leaflet was sold with a wooden model.", ("a wooden model", False)),
    ],
)
def test_designations(question: str, label: str, is_given: tuple[str, bool] | None) -> None:
    found = designation(parsed(label), read_question(question, PARSER))
    assert ((found.label, found.is_given) if found else None) == is_given


@pytest.mark.parametrize(
    ("here", "there", "differ"),
    [
        (Designation("Maren Castle", True), Designation("the Maren Castel", True), False),
        (Designation("Maren Castle", True), Designation("Orla", True), True),
        (Designation("Maren Castle", True), Designation("Orla", False), False),
    ],
)
def test_only_names_that_are_given_differ(here: Designation, there: Designation, differ: bool) -> None:
    assert (here.differs(there) is not None) is differ


@pytest.mark.parametrize(
    ("question", "noun", "naming"),
    [
        ("Which website was first?", "website", False),
        ("Which of the websites was first?", "", False),
        ("What was the website called?", "", True),
    ],
)
def test_what_is_picked_or_named(question: str, noun: str, naming: bool) -> None:
    assert (picked(question), is_naming(question)) == (noun, naming)


@pytest.mark.parametrize(
    ("question", "text", "label", "holds"),
    [
        (LEFT, "The gardener left because the frost came.", "because the frost came", True),
        (LEFT, "The gardener left to see her parents.", "to see her parents", True),
        (LEFT, "The gardener left Dornholt on Monday.", None, None),
        (LEFT, "The gardener is on leave from Dornholt Nurseries.", None, None),
        (DIED, "The singer died of pneumonia.", "of pneumonia", True),
        (DIED, "The singer did not die of pneumonia.", "of pneumonia", False),
        (DIED, "A fever caused the singer's death.", "A fever", True),
        (DIED, "The singer died in Dornholt.", None, None),
        (RATES, "Prices were too high to cut rates.", "Prices were too high to cut rates", True),
        (RATES, "The hall was too small to hold the crowd.", None, None),
    ],
)
def test_reasons(question: str, text: str, label: str | None, holds: bool | None) -> None:
    found = reason(parsed(text), read_question(question, PARSER))
    assert ((found.label, found.holds) if found else (None, None)) == (label, holds)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The frost had killed her roses.", {"frost", "kill", "rose"}),
        ("The gardener left on Monday after a long talk.", set()),
    ],
)
def test_a_reason_in_words_of_its_own_does_not_tell_again_what_happened(text: str, words: set[str]) -> None:
    assert worded(parsed(text), read_question(LEFT, PARSER), text, holds=True).words == words


@pytest.mark.parametrize(
    ("here", "there", "relation"),
    [
        ("The singer died of pneumonia.", "The singer did not die of pneumonia.", Relation.DISPUTES),
        ("The singer died of pneumonia.", "The singer died of old age.", Relation.PARTLY),
        ("The singer died of pneumonia.", "The singer died of a long pneumonia.", None),
        ("The singer died of pneumonia.", "The singer did not die of old age.", None),
        ("The singer died of cancer.", "The singer died on Friday from a weak heart due to cancer.", None),
        ("The singer died of poisoning, not from a fall.", "The singer died of a fall.", Relation.PARTLY),
    ],
)
def test_reasons_differ_where_one_is_ruled_out_or_they_share_nothing(
    here: str, there: str, relation: Relation | None
) -> None:
    asked = read_question(DIED, PARSER)
    one, other = reason(parsed(here), asked), reason(parsed(there), asked)
    assert one is not None
    assert other is not None
    found = one.differs(other)
    assert (found.relation if found else None) is relation
