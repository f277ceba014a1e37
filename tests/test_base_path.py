"""Under a path of a host that serves other things too: the chat, the widget and the pages keep to it."""

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, expect
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.assistant import Assistant
from index.index import Index
from tests.browsing import watched
from web.deployment import Deployment
from web.site import site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

QUESTION = "Who controls Minian?"


class Elsewhere:
    """The host's other things: whatever asks for them has lost its way."""

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self.app, self._base = app, base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and not f"{scope['path']}/".startswith(f"{self._base}/"):
            is_icon = scope["path"] == "/favicon.ico"  # for the chat's page, browsers ask the host for it
            await Response(status_code=204 if is_icon else 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


@pytest.fixture(scope="module")
def base(served: Callable[[FastAPI], str], sample_index: Index) -> str:
    """Return the address of the site under `/news/says-who`."""
    path = "/news/says-who"
    under = site(sample_index, Assistant(sample_index), "127.0.0.1", Deployment(base_path=path))
    under.add_middleware(Elsewhere, base_path=path)
    return served(under) + path


def test_the_chat_and_the_pages_it_leads_to(chromium: Browser, base: str) -> None:
    with watched(chromium, base) as context:
        page = context.new_page()
        page.goto(f"{base}/")
        page.get_by_role("textbox", name="Question").fill(QUESTION)
        page.keyboard.press("Enter")
        citation = page.get_by_test_id("bot").get_by_role("link", name="Citation [1]").first
        citation.wait_for(timeout=60_000)
        with context.expect_page() as opened:
            citation.click()
        report = opened.value
        expect(report.locator("mark#cited")).to_be_in_viewport()
        report.get_by_role("link", name="Library").click()
        expect(report).to_have_url(f"{base}/library")
        report.get_by_role("link", name="Ask").click()
        expect(report).to_have_url(f"{base}/")


def test_the_frame_of_the_widget(chromium: Browser, base: str) -> None:
    with watched(chromium, base) as context:
        page = context.new_page()
        page.goto(f"{base}/embed?q={QUESTION}")
        link = page.get_by_role("link", name="Citation [1]")
        link.wait_for(timeout=60_000)
        with context.expect_page() as opened:
            link.click()
        expect(opened.value.locator("mark#cited")).to_be_in_viewport()
