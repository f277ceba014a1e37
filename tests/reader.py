"""A reader at the chat: asks, and waits for the answer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsing import watched

PATIENCE = 30_000
"""Milliseconds that an answer may take on a busy machine."""


class Reader:
    """Someone with a page of the site before them."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def answers(self) -> Locator:
        """Return the replies that have come in whole."""
        return self.page.get_by_test_id("bot").filter(has=self.page.locator(".keep, .notice"))

    def ask(self, question: str) -> Locator:
        """Ask in the chat and return the finished answer."""
        field = self.page.get_by_role("textbox", name="Question")
        field.fill(question)
        return self.awaiting(lambda: field.press("Enter"))

    def awaiting(self, act: Callable[[], None]) -> Locator:
        """Do what makes the chat answer, and return the finished answer."""
        before = self.answers.count()
        act()
        expect(self.answers).to_have_count(before + 1, timeout=PATIENCE)
        return self.answers.last

    def open(self, link: Locator) -> Page:
        """Follow a link to the tab that it opens."""
        with self.page.context.expect_page() as opened:
            link.click()
        return opened.value


@contextmanager
def reader(
    browser: Browser, url: str, path: str = "/", width: int = 1280, is_dark: bool = False
) -> Iterator[Reader]:
    """Open a page of the site at `url`; anything that goes wrong on it fails the test at the end."""
    with watched(browser, url) as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if is_dark else "light")
        page.goto(url + path)
        yield Reader(page)
