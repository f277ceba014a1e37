"""Measures: how old, long, far or heavy something is by a statement, and when two of them differ."""

import pytest
from spacy.tokens import Doc

from assistant.question import read_question
from assistant.values.measure import dimension, measure
from corpus.parsing import SpacyParser

PARSER = SpacyParser()

OLD = "How old was the driver?"
WEIGHT = "How heavy is the pumpkin of Dornholt?"
LENGTH = "How long is the bridge?"
LASTED = "How long did the voyage last?"
TIME = "What time did the ferry leave?"


def parsed(text: str) -> Doc:
    return next(PARSER.parse([text]))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (OLD, "age"),
        (WEIGHT, "weight"),
        (LENGTH, "length"),
        (LASTED, "duration"),
        (TIME, "clock"),
        ("How fast was the train?", "speed"),
        ("How much heavier is the new bell?", "weight"),
        ("How much taller is the tower now?", "length"),
        ("Who drove?", ""),
    ],
)
def test_what_is_to_be_measured(question: str, asked: str) -> None:
    assert dimension(question) == asked


@pytest.mark.parametrize(
    ("question", "text", "label"),
    [
        (OLD, "The driver was 57 years old.", "57 years old"),
        (OLD, "The driver, a 57-year-old welder, was tired.", "57-year-old"),
        (OLD, "Orla Venn, 57, was the driver.", "57"),
        (OLD, "The driver, aged 57, had 12 passengers.", "57"),
        (OLD, "The driver had 12 passengers.", None),
        (OLD, "The driver is a man in his mid-to-late 50s.", "in his mid-to-late 50s"),
        ("How old was the man who was slapped?", "He slapped an 82-year-old woman, the police said.", None),
        ("How old was the man who was slapped?", "The man slapped was 57 years old.", "57 years old"),
        (WEIGHT, "The pumpkin weighed 280 pounds.", "280 pounds"),
        (LENGTH, "The bridge is 1.2 km long.", "1.2 km"),
        (LASTED, "The voyage took two weeks.", "two weeks"),
        (LASTED, "The voyage was a 14-day one.", "14-day"),
        (TIME, "The ferry left at 6:40 p.m. on Tuesday.", "6:40 p.m."),
        (TIME, "The ferry left at noon.", "noon"),
        (TIME, "The ferry left late.", None),
    ],
)
def test_measures(question: str, text: str, label: str | None) -> None:
    found = measure(parsed(text), read_question(question, PARSER))
    assert (found.label if found else None) == label


@pytest.mark.parametrize(
    ("question", "here", "there", "differ"),
    [
        (WEIGHT, "The pumpkin weighs 280 lb.", "The pumpkin weighs 127 kg.", False),
        (WEIGHT, "The pumpkin weighs 280 lb.", "The pumpkin weighs 150 kg.", True),
        (LASTED, "The voyage took two weeks.", "The voyage took 14 days.", False),
        (LASTED, "The voyage took at least a week.", "The voyage took 14 days.", False),
        (OLD, "The driver is 57 years old.", "The driver is 58 years old.", True),
        (OLD, "The driver is 57 years old.", "The driver is a man in his fifties.", False),
        (OLD, "The driver is 57 years old.", "The driver is a man in his early forties.", True),
        (LENGTH, "The bridge is 6 feet 2 inches wide.", "The bridge is 1.88 metres wide.", False),
        (TIME, "The ferry left at 18:40.", "The ferry left at 6.40pm.", False),
    ],
)
def test_measures_in_any_unit_are_compared(question: str, here: str, there: str, differ: bool) -> None:
    asked = read_question(question, PARSER)
    one, other = measure(parsed(here), asked), measure(parsed(there), asked)
    assert one is not None
    assert other is not None
    assert (one.differs(other) is not None) is differ
