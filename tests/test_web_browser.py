"""A reader asks, reads who says what, and opens the cited words; hostile reports stay inert."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Locator,
    Page,
    Request,
    expect,
    sync_playwright,
)

from assistant.assistant import Assistant
from assistant.rendering.wording import VERDICTS
from corpus.article import Article
from index.index import Index
from web.site import site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HOSTILE = Article(
    id='<b>&"dam?#1/2',
    title="Dam <script>alert('title')</script> ![x](http://evil.test/title.png)",
    text="""KESTEL (Dawn Post) - The Kestel dam is cracked, said Ida Rune, an engineer. \
<script>alert(1)</script>

"The Kestel dam is not cracked <img src=http://evil.test/x.png onerror=alert(2)>," said Olav Brekke, \
the mayor of Kestel. [click](javascript:alert(3)) ![x](http://evil.test/y.png)

The owner of the Kestel dam, <a href="javascript:alert(4)">Norvik Power</a>, \
said that the dam is cracked </p><style>body{display:none}</style>.
""",
    outlet="<svg onload=alert(5)>",
    url="javascript:alert(6)",
    author="<iframe src=http://evil.test>",
    published=date(2020, 5, 4),
)


class Visit:
    """A browser's page and whatever went wrong on it: foreign requests, dialogs, console errors."""

    def __init__(self, url: str, page: Page) -> None:
        self.url, self.page = url, page
        self.problems: list[str] = []
        page.context.on("request", self._request)
        page.context.on("console", self._console)
        page.context.on("dialog", self._dialog)
        page.context.on("weberror", lambda error: self.problems.append(str(error.error)))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:")):
            self.problems.append(f"request to {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def ask(self, question: str) -> Locator:
        """Ask in the chat and return the finished answer."""
        answers = self.page.get_by_test_id("bot")
        before = answers.count()
        self.page.get_by_label("Question").fill(question)
        self.page.keyboard.press("Enter")
        expect(answers).to_have_count(before + 1, timeout=30_000)
        return answers.last

    def open(self, link: Locator) -> Page:
        """Follow a link to the tab that it opens."""
        with self.page.context.expect_page() as opened:
            link.click()
        return opened.value


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[str], Visit]]:
    context = browser.new_context()

    def start(url: str) -> Visit:
        visit = Visit(url, context.new_page())
        visit.page.goto(url)
        return visit

    yield start
    context.close()


@pytest.fixture(scope="module")
def sample_url(served: Callable[[FastAPI], str], sample_site: FastAPI) -> str:
    return served(sample_site)


def test_a_question_is_answered_and_its_citation_opens_the_quoted_words(
    visit: Callable[[str], Visit], sample_url: str, sample_index: Index
) -> None:
    expected = Assistant(sample_index).ask("Who controls Minian?")
    reader = visit(sample_url)
    answer = reader.ask(expected.question)
    expect(answer).to_contain_text(VERDICTS[expected.verdict])
    for citation in expected.citations:
        expect(answer).to_contain_text(citation.statement.source.name)

    cited = reader.open(answer.get_by_role("link", name="[1]")).locator("mark#cited")
    expect(cited).to_be_in_viewport()
    expect(cited).to_have_text(expected.citations[0].quote)
    assert reader.problems == []


def test_a_follow_up_is_understood_from_the_conversation(
    visit: Callable[[str], Visit], sample_url: str, sample_index: Index
) -> None:
    first, second = "Who controls Minian?", "And the 1070 Apartments?"
    expected = Assistant(sample_index).ask(second, history=[first])
    reader = visit(sample_url)
    reader.ask(first)
    answer = reader.ask(second)
    expect(answer).to_contain_text(VERDICTS[expected.verdict])
    expect(answer).to_contain_text(expected.citations[0].quote)
    assert reader.problems == []


def test_an_example_question_is_asked_with_one_click(visit: Callable[[str], Visit], sample_url: str) -> None:
    reader = visit(sample_url)
    reader.page.get_by_text("Who controls Minian?").click()
    expect(reader.page.get_by_test_id("bot")).to_contain_text("Minian")


def test_a_hostile_report_is_shown_and_does_nothing(
    visit: Callable[[str], Visit],
    served: Callable[[FastAPI], str],
    indexed: Callable[[Path, Iterable[Article]], Index],
    tmp_path: Path,
) -> None:
    index = indexed(tmp_path / "index", [HOSTILE])
    reader = visit(served(site(index, Assistant(index), "127.0.0.1")))
    answer = reader.ask("Is the Kestel dam cracked?")
    expect(answer).to_contain_text("<img src=http://evil.test/x.png onerror=alert(2)>")
    assert answer.locator("img, script, style, iframe, svg").count() == 0

    report = reader.open(answer.get_by_role("link", name="[1]"))
    expect(report.locator("h1")).to_have_text(HOSTILE.title)
    expect(report.locator("mark#cited")).to_be_visible()
    assert report.locator("main").locator("img, script, style, iframe, svg, a").count() == 0
    assert reader.problems == []


def test_a_report_reads_without_javascript(browser: Browser, sample_url: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{sample_url}/report/aleppo-meridian#p1")
    expect(page.locator("#p1")).to_be_in_viewport()
    page.context.close()
