"""An answer's parts as the chat shows them: voices, timeline, what to ask next, its address."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from starlette.datastructures import QueryParams

from assistant.answer import Answer
from corpus.errors import SaysWhoError
from corpus.resolution.identity import Aliases
from index.filters import Filters
from tests.made_answers import AGREED, CHANGED, CONFLICT, HELD, UNKNOWN
from web.asked import Asked, read_asked, read_day
from web.citing import cite
from web.follow_ups import follow_ups
from web.markup import fragment
from web.thread import Thread
from web.timeline import timeline
from web.voices import voices


def test_a_source_that_several_reports_carry_speaks_once() -> None:
    (voice,) = voices(HELD, Aliases())
    assert voice.first.marker == 1
    assert [citation.marker for citation in voice.carried] == [2]
    assert voice.carriers == ("Wire",)


def test_a_timeline_tells_from_which_day_each_position_was_held() -> None:
    moments = [(moment.day, moment.position.label, moment.sources) for moment in timeline(CHANGED)]
    assert moments == [
        (date(2031, 5, 1), "The army holds it", ("the army",)),
        (date(2031, 5, 2), "It never fell", ("Ines Varga",)),
    ]
    assert timeline(CONFLICT) == ()


@pytest.mark.parametrize(
    ("answer", "questions"),
    [
        (CONFLICT, ("What does Ines Varga say?", "What does the army say?")),
        (AGREED, ("What does Ines Varga say?",)),
        (UNKNOWN, ()),
    ],
)
def test_those_who_were_heard_can_be_asked_about_next(answer: Answer, questions: tuple[str, ...]) -> None:
    assert follow_ups(answer) == questions


def test_a_citation_can_stand_in_a_text_of_ones_own() -> None:
    assert cite(HELD.citations[0], "http://news.test/") == (
        "Ines Varga, spokeswoman, the dockers, denies (2 May 2031): “The bridge never fell, said Ines Varga, "
        "of the dockers.” (The Quay, A bridge in dispute (The Quay), 2 May 2031). "
        "http://news.test/report/quay?cite=0-55#p0"
    )


def test_what_was_asked_is_read_back_from_its_address() -> None:
    asked = Asked("Who & why?", Filters(date(2031, 5, 1), None, ("The Quay", "Wire")))
    assert parse_qs(asked.query) == {
        "q": ["Who & why?"],
        "since": ["2031-05-01"],
        "outlet": ["The Quay", "Wire"],
    }
    assert read_asked(QueryParams(asked.query)) == asked


@pytest.mark.parametrize("text", ["last week", "2031-13-01", "01.05.2031", "٢٠٣١-٠٥-٠١x"])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(SaysWhoError, match="is not a date: write it as YYYY-MM-DD"):
        read_day(text)


@pytest.mark.parametrize("text", ["", "  ", None])
def test_an_empty_day_is_no_day(text: str | None) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize("text", ["<b>bold</b>", "**bold**", '"><img src=x>', "`code` $x$", "a\n\nb"])
def test_what_a_template_is_given_only_shows_itself(text: str) -> None:
    shown = fragment("notice.html", text=text).removeprefix('<p class="notice">').removesuffix("</p>")
    assert not set("<>*`$\"'\n_[]()") & set(shown)


def test_a_thread_offers_only_its_latest_follow_ups() -> None:
    thread = Thread().asking("Who?").replying("first", ("Why?",))
    assert [message.get("options") for message in thread.messages()] == [
        None,
        [{"value": "Why?", "label": "Why?"}],
    ]
    assert thread.asking("When?").earlier == ("Who?",)
    assert [message.get("options") for message in thread.asking("When?").messages()] == [None, [], None, []]
