"""Where and when: places and days that statements give, and when two of them differ."""

from datetime import date

import pytest
from spacy.tokens import Doc

from assistant.question import read_question
from assistant.values.day import day
from assistant.values.place import Place, place
from corpus.parsing import SpacyParser

PARSER = SpacyParser()


def parsed(text: str) -> Doc:
    return next(PARSER.parse([text]))


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
        ("Where did he sing?", "He sang under the name Orlo Pell.", None),
        ("At which hospital was she treated?", "She was treated in hospital.", None),
        ("At which hospital was she treated?", "She came from South Lorn.", None),
        ("Which school did she attend?", "She fell ill on a five-day school trip.", None),
        ("At which hospital was she treated?", "She was treated at Pell Hospital.", "at Pell Hospital"),
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
        ("The plant closed two years ago.", date(2016, 1, 1), date(2016, 12, 31)),
        ("The plant closed last year.", date(2017, 1, 1), date(2017, 12, 31)),
        ("The plant will close early next year.", date(2019, 1, 1), date(2019, 12, 31)),
        ("The plant will close next month.", date(2018, 8, 1), date(2018, 8, 31)),
        ("The notice is marked 08/11/14.", date(2014, 11, 8), date(2014, 11, 8)),
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


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The firm will complete the purchase by 30 June this year.", "30 June"),
        ("The inquiry into the purchase was opened on 4 May.", None),
        ("The purchase, completed on 2 June, was announced on 4 May.", "2 June"),
        ("The completion of the deal took place on 2 June this year.", "2 June"),
        ("The watchdog opened an inquiry into the purchase, announced on 4 May.", None),
    ],
)
def test_a_day_must_hang_on_the_deed(text: str, label: str | None) -> None:
    asked = read_question("When will Lorn Mills complete its purchase of Dorn Mills?", PARSER)
    found = day(parsed(text), date(2018, 7, 10), asked, loose=False)
    assert (found.label if found else None) == label
