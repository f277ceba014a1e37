"""When there is no answer to give, the chat says why, and what to do."""

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from assistant.answer import Answer
from assistant.assistant import EVERYTHING, Assistant
from corpus.article import Article
from index.filters import Filters
from index.index import Index
from web.deployment import Deployment
from web.dialogue import BROKEN, Dialogue, notice
from web.site import site
from web.thread import Thread

pytestmark = pytest.mark.slow

QUESTION = "Who controls Minian?"


class Broken:
    """An answerer with a bug."""

    def ask(self, question: str, filters: Filters = EVERYTHING, history: Sequence[str] = ()) -> Answer:
        """Fail as a bug would."""
        raise ZeroDivisionError((question, filters, history))


def replies(dialogue: Dialogue, question: str) -> list[str]:
    asked = Thread().asking(question)
    return [thread.turns[-1].reply for thread in dialogue.reply(asked, Filters())]


def test_a_bug_is_logged_and_told_without_its_details(
    sample_index: Index, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert replies(Dialogue(sample_index, Broken()), QUESTION) == [notice(BROKEN)]
    assert "ZeroDivisionError" in caplog.text


def test_a_question_that_cannot_be_asked_is_refused_with_the_reason(sample_index: Index) -> None:
    (refusal,) = replies(Dialogue(sample_index, Assistant(sample_index)), "why " * 501)
    assert "2&#44;000" in refusal


def test_an_empty_index_says_how_to_fill_it(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path: Path
) -> None:
    index = indexed(tmp_path / "index", ())
    (told,) = replies(Dialogue(index, Assistant(index)), QUESTION)
    assert "There are no reports yet" in told
    client = TestClient(site(index, Assistant(index), "127.0.0.1"), base_url="http://127.0.0.1")
    assert "There are no reports yet" in client.post("/embed/ask", json={"question": QUESTION}).text


def test_filters_that_leave_no_report_are_named(sample_site: FastAPI) -> None:
    client = TestClient(sample_site, base_url="http://127.0.0.1")
    told = client.post("/embed/ask", json={"question": QUESTION, "since": "2099-01-01"}).text
    assert "No report is of these days and outlets" in told
    assert "nearest passages" not in told


@pytest.mark.browser
def test_a_full_queue_says_so_and_keeps_the_question(
    chromium: Browser, served: Callable[..., str], sample_index: Index
) -> None:
    full = site(sample_index, Assistant(sample_index), "127.0.0.1", Deployment(waiting=0))
    page = chromium.new_context().new_page()
    page.goto(served(full))
    field = page.get_by_role("textbox", name="Question")
    field.fill(QUESTION)
    field.press("Enter")
    expect(page.get_by_text("currently busy").first).to_be_visible()
    expect(field).to_have_value(QUESTION)
    page.context.close()
