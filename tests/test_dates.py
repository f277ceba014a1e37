"""Days that a text names, read against the day of its report."""

from datetime import date

import pytest

from corpus.dates import named_days, printed_day
from tests.made_statements import TUESDAY, attributed, report, said

DAYS = [
    ("on Tuesday", date(2019, 4, 16)),
    ("late Saturday", date(2019, 4, 13)),
    ("last Tuesday", date(2019, 4, 9)),
    ("Sunday's vote", date(2019, 4, 14)),
    ("the council will meet on Friday", date(2019, 4, 19)),
    ("it was to have met on Friday", date(2019, 4, 12)),
    ("yesterday", date(2019, 4, 15)),
    ("tomorrow", date(2019, 4, 17)),
    ("two days ago", date(2019, 4, 14)),
    ("the day before", date(2019, 4, 15)),
    ("April 3", date(2019, 4, 3)),
    ("Oct 29", date(2018, 10, 29)),
    ("30 June", date(2019, 6, 30)),
    ("since 30 December", date(2018, 12, 30)),
    ("the 5th of May 2017", date(2017, 5, 5)),
    ("on Sept. 6, 2018", date(2018, 9, 6)),
    ("2018-09-06", date(2018, 9, 6)),
]
NONE = [
    "every Tuesday",
    "in September 2014",
    "last month",
    "31 February",
    "may be 5",
    "two days later",
    "1 p.m.",
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_read_against_the_day_of_the_report(text: str, day: date) -> None:
    assert [named.day for named in named_days(text, TUESDAY)] == [day]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_day_gives_none(text: str) -> None:
    assert list(named_days(text, TUESDAY)) == []


def test_a_day_later_counts_from_the_day_before_it() -> None:
    text = "On April 3 the dam broke. Two days later the valley was empty."
    first, second = named_days(text, TUESDAY)
    assert (first.day, second.day) == (date(2019, 4, 3), date(2019, 4, 5))
    assert text[second.start : second.end] == "Two days later"


def test_without_the_day_of_the_report_only_whole_dates_are_known() -> None:
    assert [named.day for named in named_days("On Tuesday, not on 5 May 2017", None)] == [date(2017, 5, 5)]


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("Wed 05 Apr 2017 The dam broke", None, date(2017, 4, 5)),
        ("17-02-2016 The dam broke", None, date(2016, 2, 17)),
        ("04-03-2016 The dam broke", None, date(2016, 3, 4)),
        ("04-03-2016 The dam broke", date(2016, 4, 4), date(2016, 4, 3)),
        ("20.07.2016(updated 13:29)", None, date(2016, 7, 20)),
        ("Posted on July 20 2016 by", None, date(2016, 7, 20)),
        ("32-13-2016", None, None),
        ("June 2016", None, None),
    ],
)
def test_a_printed_date_has_day_month_and_year(text: str, near: date | None, day: date | None) -> None:
    assert printed_day(text, near) == day


def test_a_printed_date_wins_over_the_date_of_publication() -> None:
    text = "3 April 2019\n\nThe council said on Tuesday that the dam was safe. It said the valley was dry."
    made = report(text, title="Dam is safe")
    first, second = attributed(text)
    assert made.article.published == TUESDAY
    assert (first.said_on, first.said_on_basis) == (date(2019, 4, 2), "stated")
    assert (second.said_on, second.said_on_basis) == (date(2019, 4, 3), "inferred")


@pytest.mark.parametrize(
    ("text", "said_on", "basis", "event_on"),
    [
        ("The council said on Monday that the dam was safe.", date(2019, 4, 15), "stated", None),
        ("The dam broke on Monday, the council said.", TUESDAY, "inferred", date(2019, 4, 15)),
        (
            "The council said on Monday that the dam broke on April 3.",
            date(2019, 4, 15),
            "stated",
            date(2019, 4, 3),
        ),
        ("The council said the dam was safe.", TUESDAY, "inferred", None),
        ("According to the council, the dam broke late on Sunday.", TUESDAY, "inferred", date(2019, 4, 14)),
    ],
)
def test_when_it_was_said_is_kept_apart_from_when_it_was(
    text: str, said_on: date, basis: str, event_on: date | None
) -> None:
    statement = said(text)
    assert (statement.said_on, statement.said_on_basis) == (said_on, basis)
    assert statement.event_on == event_on


def test_an_undated_report_states_no_day() -> None:
    (statement,) = report("The council said the dam was safe.", published=None).statements
    assert (statement.said_on, statement.said_on_basis, statement.event_on) == (None, None, None)
