"""The pages are for everyone: axe finds nothing serious, dark or light, down to 320 pixels."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from assistant.assistant import Assistant
from corpus.article import Article
from index.index import Index
from tests.reader import reader
from web.asked import Asked
from web.site import site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SERIOUS = ("serious", "critical")
EXAMPLES = ".examples"
"""Gradio's list of examples: it has the role of a list, and buttons in it that are no list items."""

QUOTED_IN_ARABIC = Article(
    "dam",
    "Kestel dam is safe",
    "KESTEL (Dawn Post) - The Kestel dam is safe, said Ida Rune, an engineer.\n\n"
    '"السد آمن تماما ولا خطر على الناس في المدينة"، قالت إيدا روني.\n',
    outlet="صحيفة الفجر",
    published=date(2031, 5, 2),
)


def faults(page: Page) -> list[str]:
    """Return what axe calls serious or worse, with the elements."""
    found = Axe().run(page, context={"exclude": [[EXAMPLES]]}).response["violations"]
    return [
        f"{fault['id']}: {node['html']}"
        for fault in found
        if fault["impact"] in SERIOUS
        for node in fault["nodes"]
    ]


def hidden_width(page: Page) -> int:
    """Return the pixels by which a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize(("width", "is_dark"), [(1280, False), (320, True)])
def test_the_pages_of_reports_and_sources(chromium: Browser, url: str, width: int, is_dark: bool) -> None:
    with reader(chromium, url, "/library", width, is_dark) as someone:
        for path in (
            "/library?q=ferry",
            "/sources",
            "/source/government%20of%20Verlania",
            "/report/aleppo-meridian?cite=500-700#p2",
        ):
            someone.page.goto(url + path)
            assert faults(someone.page) == []
            assert hidden_width(someone.page) == 0


@pytest.mark.parametrize(
    ("question", "width", "is_dark"),
    [("Who controls Minian?", 1280, False), ("How many people died on the ferry Maren Castle?", 320, True)],
)
def test_the_chat_with_an_answer(
    chromium: Browser, url: str, question: str, width: int, is_dark: bool
) -> None:
    with reader(chromium, url, f"/?{Asked(question).query}", width, is_dark) as someone:
        expect(someone.answers).to_have_count(1, timeout=30_000)
        someone.page.get_by_role("button", name="Narrow by date and outlet").click()
        expect(someone.page.get_by_label("Published from")).to_be_visible()
        assert faults(someone.page) == []
        assert hidden_width(someone.page) == 0


def test_a_keyboard_is_enough(chromium: Browser, url: str) -> None:
    with reader(chromium, url, f"/?{Asked('Who controls Minian?').query}") as someone:
        expect(someone.answers).to_have_count(1, timeout=30_000)
        marker = someone.answers.last.get_by_role("link", name="[1]")
        marker.focus()
        with someone.page.context.expect_page() as opened:
            someone.page.keyboard.press("Enter")
        expect(opened.value.locator("mark#cited")).to_be_in_viewport()
        chip = someone.page.get_by_role("button", name="What does Zakaria Malahifji say?")
        chip.focus()
        someone.awaiting(lambda: someone.page.keyboard.press("Enter"))


def test_words_written_from_right_to_left_keep_their_direction(
    chromium: Browser,
    served: Callable[[FastAPI], str],
    indexed: Callable[[Path, Iterable[Article]], Index],
    tmp_path: Path,
) -> None:
    index = indexed(tmp_path / "index", [QUOTED_IN_ARABIC])
    with reader(chromium, served(site(index, Assistant(index), "127.0.0.1"))) as someone:
        answer = someone.ask("Is the Kestel dam safe?")
        outlet = answer.locator(".outlet", has_text="صحيفة الفجر").first
        assert outlet.evaluate("element => getComputedStyle(element).direction") == "rtl"
        report = someone.open(answer.get_by_role("link", name="[1]"))
        quoted = report.locator("p", has_text="السد آمن")
        assert quoted.evaluate("element => getComputedStyle(element).direction") == "rtl"
        assert report.locator("h1").evaluate("element => getComputedStyle(element).direction") == "ltr"
