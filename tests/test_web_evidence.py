"""Beside the answer: its evidence, citations to copy, files, its address, and what readers say of it."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import docx
import httpx
import pytest
from playwright.sync_api import Browser, expect

from assistant.assistant import Assistant
from assistant.rendering.wording import VERDICTS
from index.filters import Filters
from index.index import Index
from tests.reader import reader
from web.asked import Asked
from web.citing import cite

pytestmark = [pytest.mark.slow, pytest.mark.browser]

QUESTION = "Who controls Minian?"
CEDAR = Asked(QUESTION, Filters(outlets=("Cedar Radio",)))


def test_cited_and_merely_retrieved_passages_are_told_apart(
    chromium: Browser, url: str, sample_index: Index
) -> None:
    expected = Assistant(sample_index).ask(QUESTION)
    cited = {citation.statement.passage_id for citation in expected.citations}
    with reader(chromium, url, f"/?{Asked(QUESTION).query}") as someone:
        evidence = someone.page.locator("#evidence")
        expect(evidence.get_by_role("heading", name="Cited")).to_have_text(f"Cited {len(cited)}")
        first = evidence.locator(".passage").first
        lead = expected.citations[0]
        quotes = {
            each.quote
            for each in expected.citations
            if each.statement.passage_id == lead.statement.passage_id
        }
        expect(first.locator("mark")).to_have_count(len(quotes))
        expect(first.locator("mark").filter(has_text=lead.quote)).to_be_visible()
        others = evidence.locator(".retrieved > summary")
        expect(others).to_have_text(f"Retrieved, not cited {len(expected.passages) - len(cited)}")
        second = evidence.locator(".passage").nth(1)
        expect(second.locator("p").first).to_be_hidden()
        second.locator("summary").press("Enter")
        expect(second.locator("p").first).to_be_visible()


def test_an_address_asks_its_question_again_with_its_filters(
    chromium: Browser, url: str, sample_index: Index
) -> None:
    expected = Assistant(sample_index).ask(QUESTION, CEDAR.filters)
    with reader(chromium, url, f"/?{CEDAR.query}") as someone:
        expect(someone.answers).to_have_count(1, timeout=30_000)
        answer = someone.answers.last
        expect(answer.locator(".verdict")).to_contain_text(VERDICTS[expected.verdict])
        expect(answer.locator(".outlet").first).to_have_text("Cedar Radio")
        again = answer.get_by_role("link", name="Link to this question")
        assert again.get_attribute("href") == f"?{CEDAR.query}"


def test_a_question_is_narrowed_by_date_and_outlet(chromium: Browser, url: str) -> None:
    with reader(chromium, url) as someone:
        page = someone.page
        page.get_by_role("button", name="Narrow by date and outlet").click()
        page.get_by_label("Published from").fill("2016-11-09")
        answer = someone.ask(QUESTION)
        outlets = set(answer.locator(".outlet").all_text_contents())
        assert outlets == {"The Levant Ledger"}
        page.get_by_label("Published from").fill("last week")
        refusal = someone.ask(QUESTION)
        expect(refusal).to_contain_text("'last week' is not a date: write it as YYYY-MM-DD")


def test_a_citation_is_ready_to_copy(chromium: Browser, url: str, sample_index: Index) -> None:
    expected = [cite(citation, f"{url}/") for citation in Assistant(sample_index).ask(QUESTION).citations]
    with reader(chromium, url, f"/?{Asked(QUESTION).query}") as someone:
        copied = someone.page.locator("#citation textarea")
        expect(copied).to_have_value(expected[0])
        someone.page.get_by_label("Cite", exact=True).click()
        someone.page.get_by_role("option", name="[2]").click()
        expect(copied).to_have_value(expected[1])


def test_an_answer_is_taken_along_as_a_file(chromium: Browser, url: str, sample_index: Index) -> None:
    expected = Assistant(sample_index).ask(QUESTION)
    with reader(chromium, url) as someone:
        answer = someone.ask(QUESTION)
        links = {
            name: str(answer.get_by_role("link", name=name).get_attribute("href"))
            for name in ("Markdown", "CSV", "Word")
        }
    files = {name: httpx.get(f"{url}/{link}") for name, link in links.items()}
    quotes = [citation.quote for citation in expected.citations]
    assert files["Markdown"].text.startswith("# Who controls Minian")
    rows = list(csv.DictReader(io.StringIO(files["CSV"].content.decode("utf-8-sig"))))
    assert [row["quote"] for row in rows] == quotes
    written = docx.Document(io.BytesIO(files["Word"].content)).paragraphs
    assert [
        paragraph.text[1:-1] for paragraph in written if paragraph.style and paragraph.style.name == "Quote"
    ] == quotes


def test_what_a_reader_says_of_an_answer_is_kept(chromium: Browser, url: str, sample_folder: Path) -> None:
    with reader(chromium, url, f"/?{Asked(QUESTION).query}") as someone:
        page = someone.page
        page.get_by_role("button", name="Send feedback").click()
        expect(page.get_by_text("Choose one of the four first.")).to_be_visible()
        page.get_by_role("radio", name="Missed conflict").check()
        page.get_by_label("Comment").fill("The army's own account is missing.")
        page.get_by_role("button", name="Send feedback").click()
        expect(page.get_by_text("Thank you.")).to_be_visible()
    with closing(sqlite3.connect(sample_folder / "feedback.sqlite")) as kept:
        question, verdict, kind, comment, answer = kept.execute(
            "SELECT question, verdict, kind, comment, answer FROM feedback"
        ).fetchone()
    assert (question, kind, comment) == (QUESTION, "missed conflict", "The army's own account is missing.")
    assert json.loads(answer)["verdict"] == verdict
