"""The widget inside a portal of another origin: put in place, asked, told of, and refused."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, FrameLocator, Page, expect

from assistant.assistant import Assistant
from assistant.rendering.wording import VERDICTS
from index.index import Index
from tests.browsing import watched
from tests.portal import page, portal
from web.deployment import Deployment
from web.site import site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

QUESTION = "Who controls Minian?"
SCRIPT = '<script src="https://news.example/embed.js" {}></script>'
PAGES = {
    "dressed.html": page(
        SCRIPT.format(
            'data-title="Was steht in den Berichten?" data-language="de" data-theme="dark"'
            ' data-max-height="500" data-min-height="400"'
        )
    ),
    "arabic.html": page(SCRIPT.format('data-language="ar"')),
    "asked.html": page(SCRIPT.format(f'data-question="{QUESTION}" data-outlets="Cedar Radio"')),
    "tab.html": page(SCRIPT.format('data-citations="tab"')),
    "late.html": page(SCRIPT.format('data-target="#here" async') + '<p id="here"></p>'),
}


@dataclass(frozen=True)
class Sites:
    """Says Who, a portal that it knows, and another that it does not."""

    says_who: str
    known: str
    unknown: str


@pytest.fixture(scope="module")
def sites(served: Callable[[FastAPI], str], sample_index: Index) -> Sites:
    host: list[str] = []
    known = served(portal(host, PAGES)).replace("127.0.0.1", "localhost")
    unknown = served(portal(host, PAGES)).replace("127.0.0.1", "localhost")
    deployment = Deployment(portals=(known,))
    host.append(served(site(sample_index, Assistant(sample_index), "127.0.0.1", deployment)))
    return Sites(host[0], known, unknown)


def ask(portal: Page, question: str = QUESTION) -> FrameLocator:
    """Ask in the widget and return its frame once the answer stands there."""
    frame = portal.frame_locator(".says-who iframe")
    frame.get_by_role("textbox").fill(question)
    frame.get_by_role("textbox").press("Enter")
    expect(frame.locator("article")).to_have_count(1, timeout=60_000)
    return frame


def test_one_script_puts_the_chat_in_place_and_it_grows_with_the_answer(
    chromium: Browser, sites: Sites, sample_index: Index
) -> None:
    expected = Assistant(sample_index).ask(QUESTION)
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/portal.html")
        frame = portal.frame_locator(".says-who iframe")
        element = portal.locator(".says-who iframe")
        expect(element).to_have_attribute("title", "Ask the reports")
        frame.get_by_role("button", name=QUESTION).click()
        answer = frame.locator("article")
        expect(answer).to_contain_text(VERDICTS[expected.verdict], timeout=60_000)
        for citation in expected.citations:
            expect(answer).to_contain_text(citation.statement.source.name)
            expect(answer).to_contain_text(citation.quote)
        height = frame.locator("body").evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
        expect(element).to_have_css("height", f"{height}px")


def test_a_citation_opens_the_quoted_words_in_a_new_tab(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/portal.html")
        citation = ask(portal).get_by_role("link", name="Citation [1]")
        with context.expect_page() as opened:
            citation.click()
        expect(opened.value.locator("mark#cited")).to_be_in_viewport()
        assert opened.value.url.startswith(f"{sites.says_who}/report/")
        assert portal.url == f"{sites.known}/portal.html"


def test_or_in_the_tab_of_the_portal(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/tab.html")
        ask(portal).get_by_role("link", name="Citation [1]").click()
        expect(portal.locator("mark#cited")).to_be_in_viewport()
        assert portal.url.startswith(f"{sites.says_who}/report/")
        assert len(context.pages) == 1


def test_the_portal_is_told_what_happens_and_may_ask_itself(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/events.html")
        log = portal.locator("#log li")
        expect(log).to_have_text(["ready {}"])
        portal.get_by_role("button", name=QUESTION).click()
        expect(log).to_have_count(3, timeout=60_000)
        expect(log.nth(1)).to_have_text(f'question {{"question":"{QUESTION}"}}')
        expect(log.nth(2)).to_contain_text('"verdict":"conflict"')
        portal.frame_locator("iframe").get_by_role("link", name="Citation [1]").click()
        expect(log.nth(3)).to_contain_text(f'citation {{"url":"{sites.says_who}/report/')
        assert portal.url == f"{sites.known}/events.html"
        assert len(context.pages) == 1


def test_title_language_theme_and_height_are_as_the_portal_says(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/dressed.html")
        frame = ask(portal)
        expect(frame.get_by_role("heading", level=1)).to_have_text("Was steht in den Berichten?")
        expect(frame.get_by_role("button", name="Fragen")).to_be_visible()
        expect(frame.locator("html")).to_have_css("color-scheme", "dark")
        expect(portal.locator(".says-who iframe")).to_have_css("height", "500px")


def test_a_language_from_right_to_left(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/arabic.html")
        frame = portal.frame_locator("iframe")
        expect(frame.locator("html")).to_have_css("direction", "rtl")
        expect(frame.get_by_role("button", name="اسأل")).to_be_visible()


def test_a_question_and_filters_can_be_given(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/asked.html")
        frame = portal.frame_locator("iframe")
        expect(frame.locator("article")).to_be_visible(timeout=60_000)
        assert set(frame.locator(".outlet").all_text_contents()) == {"Cedar Radio"}


def test_the_script_may_come_late_and_name_its_place(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/late.html")
        expect(portal.locator("#here > .says-who iframe")).to_be_visible()


def test_a_follow_up_is_understood(chromium: Browser, sites: Sites, sample_index: Index) -> None:
    second = "And the 1070 Apartments?"
    expected = Assistant(sample_index).ask(second, history=[QUESTION])
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/late.html")
        frame = ask(portal)
        frame.get_by_role("textbox").fill(second)
        frame.get_by_role("button", name="Ask").click()
        expect(frame.locator("article").nth(1)).to_contain_text(expected.citations[0].quote, timeout=60_000)


def test_the_frame_is_sandboxed(chromium: Browser, sites: Sites) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/portal.html")
        sandbox = portal.locator("iframe").get_attribute("sandbox") or ""
        assert "allow-top-navigation" not in sandbox
        assert "allow-modals" not in sandbox


@pytest.mark.parametrize("name", ["iframe.html", "rest.html"])
def test_the_other_example_pages_work(chromium: Browser, sites: Sites, name: str) -> None:
    with watched(chromium, sites.says_who, sites.known) as context:
        portal = context.new_page()
        portal.goto(f"{sites.known}/{name}")
        if name == "rest.html":
            expect(portal.locator("#verdict")).to_have_text("conflict", timeout=60_000)
            assert portal.locator("#quotes li").count() > 1
        else:
            portal.frame_locator("iframe").get_by_role("button", name=QUESTION).click()
            expect(portal.frame_locator("iframe").locator("article")).to_be_visible(timeout=60_000)


def test_a_site_that_is_not_a_portal_is_refused_and_says_so(chromium: Browser, sites: Sites) -> None:
    context = chromium.new_context()
    portal = context.new_page()
    portal.goto(f"{sites.unknown}/portal.html")
    expect(portal.locator(".says-who p")).to_contain_text(
        f"does not name {sites.unknown} as a portal", timeout=20_000
    )
    expect(portal.locator("iframe")).to_have_count(0)
    context.close()


def test_nor_may_it_ask_the_endpoint(chromium: Browser, sites: Sites) -> None:
    context = chromium.new_context()
    portal = context.new_page()
    with portal.expect_event("pageerror"):
        portal.goto(f"{sites.unknown}/rest.html")
    expect(portal.locator("#verdict")).to_have_text("Asking …")
    context.close()
