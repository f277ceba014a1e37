"""A reader asks, reads who says what, and opens the cited words; hostile reports stay inert."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, expect

from assistant.assistant import Assistant
from assistant.rendering.wording import VERDICTS
from corpus.article import Article
from index.index import Index
from tests.reader import reader
from web.site import site

pytestmark = [pytest.mark.slow, pytest.mark.browser]

QUESTION = "Who controls Minian?"
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


def test_a_question_is_answered_and_its_citation_opens_the_quoted_words(
    chromium: Browser, url: str, sample_index: Index
) -> None:
    expected = Assistant(sample_index).ask(QUESTION)
    with reader(chromium, url) as someone:
        answer = someone.ask(QUESTION)
        expect(answer.locator(".verdict")).to_have_text(f"Verdict: {VERDICTS[expected.verdict]}")
        for citation in expected.citations:
            expect(answer).to_contain_text(citation.statement.source.name)
            expect(answer).to_contain_text(citation.quote)

        cited = someone.open(answer.get_by_role("link", name="[1]")).locator("mark#cited")
        expect(cited).to_be_in_viewport()
        expect(cited).to_have_text(expected.citations[0].quote)


def test_a_follow_up_is_understood_from_the_conversation(
    chromium: Browser, url: str, sample_index: Index
) -> None:
    expected = Assistant(sample_index).ask("And the 1070 Apartments?", history=[QUESTION])
    with reader(chromium, url) as someone:
        someone.ask(QUESTION)
        answer = someone.ask("And the 1070 Apartments?")
        expect(answer.locator(".verdict")).to_contain_text(VERDICTS[expected.verdict])
        expect(answer).to_contain_text(expected.citations[0].quote)


def test_an_example_is_asked_with_one_click_and_a_chip_asks_on(chromium: Browser, url: str) -> None:
    with reader(chromium, url) as someone:
        answer = someone.awaiting(someone.page.get_by_text(QUESTION).click)
        expect(answer).to_contain_text("Minian")
        chip = someone.page.get_by_role("button", name="What does Zakaria Malahifji say?")
        answer = someone.awaiting(chip.click)
        expect(answer.locator(".name").first).to_have_text("Zakaria Malahifji")


def test_a_hostile_report_is_shown_and_does_nothing(
    chromium: Browser,
    served: Callable[[FastAPI], str],
    indexed: Callable[[Path, Iterable[Article]], Index],
    tmp_path: Path,
) -> None:
    index = indexed(tmp_path / "index", [HOSTILE])
    with reader(chromium, served(site(index, Assistant(index), "127.0.0.1"))) as someone:
        answer = someone.ask("Is the Kestel dam cracked? <img src=http://evil.test/q.png>")
        expect(answer).to_contain_text("<img src=http://evil.test/x.png onerror=alert(2)>")
        evidence = someone.page.locator("#evidence")
        expect(evidence).to_contain_text("![x](http://evil.test/y.png)")
        talk = someone.page.get_by_role("log")
        for shown in (answer, evidence, talk.get_by_test_id("user")):
            assert shown.locator("img, script, style, iframe").count() == 0

        report = someone.open(answer.get_by_role("link", name="[1]"))
        expect(report.locator("h1")).to_have_text(HOSTILE.title)
        expect(report.locator("mark#cited")).to_be_visible()
        assert report.locator("main").locator("img, script, style, iframe, svg").count() == 0
        assert report.locator("main a[href^=javascript]").count() == 0


def test_a_report_reads_without_javascript(chromium: Browser, url: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{url}/report/aleppo-meridian#p1")
    expect(page.locator("#p1")).to_be_in_viewport()
    page.context.close()
