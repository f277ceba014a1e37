"""Hostile reports in a real browser: in the chat, in a portal's widget and on their own pages."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, expect

from assistant.assistant import Assistant
from corpus.article import Article
from index.index import Index
from tests.browsing import watched
from tests.hostile_reports import QUESTION, REPORTS
from tests.portal import portal
from web.deployment import Deployment
from web.site import site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

ACTIVE = "img, script, style, iframe, svg, form, input, meta, base, object, [style], [onerror], [onload]"


@pytest.fixture(scope="module")
def sites(
    served: Callable[[FastAPI], str],
    indexed: Callable[[Path, Iterable[Article]], Index],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, str]:
    """Return the addresses of Says Who, over the hostile reports, and of a portal."""
    index = indexed(tmp_path_factory.mktemp("hostile") / "index", REPORTS)
    host: list[str] = []
    known = served(portal(host, {})).replace("127.0.0.1", "localhost")
    host.append(served(site(index, Assistant(index), "127.0.0.1", Deployment(portals=(known,)))))
    return host[0], known


def assert_words_only(answer: Locator) -> None:
    """Assert that the reports' words stand in an answer, and nothing of theirs acts."""
    expect(answer).to_contain_text(re.compile("Olav Brekke"), timeout=60_000)
    expect(answer).to_contain_text("alert(", timeout=60_000)
    expect(answer.locator(ACTIVE)).to_have_count(0)
    for link in answer.get_by_role("link").all():
        assert re.match(
            r"(http://127\.0\.0\.1:\d+/)?(\?q=|report/|answer\.)", link.get_attribute("href") or ""
        )


def test_in_the_widget(chromium: Browser, sites: tuple[str, str]) -> None:
    host, known = sites
    with watched(chromium, host, known) as context:
        page = context.new_page()
        page.goto(f"{known}/portal.html")
        frame = page.frame_locator("iframe")
        frame.get_by_role("textbox").fill(QUESTION)
        frame.get_by_role("textbox").press("Enter")
        assert_words_only(frame.locator("article"))
        page.wait_for_load_state("networkidle")


def test_in_the_chat(chromium: Browser, sites: tuple[str, str]) -> None:
    host, _ = sites
    with watched(chromium, host) as context:
        page = context.new_page()
        page.goto(host)
        page.get_by_label("Question").fill(QUESTION)
        page.keyboard.press("Enter")
        assert_words_only(page.get_by_test_id("bot").last)
        page.wait_for_timeout(1000)  # time for what should not happen


def test_on_the_pages_of_the_reports(chromium: Browser, sites: tuple[str, str]) -> None:
    host, _ = sites
    with watched(chromium, host) as context:
        page = context.new_page()
        for article in REPORTS:
            page.goto(f"{host}/report/{quote(article.id, safe='')}?cite=0-40")
            expect(page.locator("main").locator(ACTIVE)).to_have_count(0)
            expect(page.locator("mark").first).to_be_visible()
