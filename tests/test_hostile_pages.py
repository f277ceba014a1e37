"""Hostile reports, fetched: each page holds their words as words, and nothing else of them."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from lxml import html
from starlette.testclient import TestClient

from assistant.assistant import Assistant
from corpus.article import Article
from index.index import Index
from tests.hostile_reports import QUESTION, REPORTS, TRICKS
from web.deployment import Deployment
from web.site import site
from web.visible import visible

pytestmark = pytest.mark.slow

PASSIVE = set(
    "a article aside blockquote body dd div dl dt figcaption figure h1 h2 h3 head header html li link main"
    " mark meta ol p section span time title ul details summary cite strong nav".split()
)
OURS = re.compile(r"(/|report/|\?q=|answer\.|#main$|https?://evil\.test/url$)")
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def hostile_index(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path_factory: pytest.TempPathFactory
) -> Index:
    return indexed(tmp_path_factory.mktemp("hostile") / "index", REPORTS)


@pytest.fixture(scope="module")
def client(hostile_index: Index) -> TestClient:
    served: FastAPI = site(hostile_index, Assistant(hostile_index), "127.0.0.1", Deployment())
    return TestClient(served, base_url="http://127.0.0.1")


def assert_passive(page: str) -> html.HtmlElement:
    """Return the parsed page, once nothing in it can run, load, frame, post or hide."""
    assert not ACTING.search(page)
    root: html.HtmlElement = html.document_fromstring(page)
    for element in root.iter():
        assert element.tag in PASSIVE
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("style", "srcdoc", "action", "http-equiv")
            if name in ("href", "src"):
                assert OURS.match(value)
    return root


def words(text: str) -> str:
    """Return a text as it may be shown, its white space folded."""
    return " ".join(str(visible(text)).split())


@pytest.mark.parametrize("article", REPORTS, ids=list(TRICKS))
def test_the_page_of_a_report_shows_its_words(client: TestClient, article: Article) -> None:
    response = client.get(f"/report/{quote(article.id, safe='')}")
    assert response.status_code == 200
    assert "script-src" not in response.headers["content-security-policy"]
    shown = words(assert_passive(response.text).text_content())
    assert words(article.title) in shown
    assert words(article.author or "") in shown
    for paragraph in article.text.split("\n\n"):
        assert words(paragraph) in shown


@pytest.mark.parametrize("some", [REPORTS[start : start + 6] for start in range(0, len(REPORTS), 6)])
def test_an_answer_quotes_them_and_the_widget_shows_the_words(
    client: TestClient, some: list[Article]
) -> None:
    asked = {"question": QUESTION, "articles": [article.id for article in some]}
    response = client.post("/api/ask", json=asked)
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-content-type-options"] == "nosniff"
    statements = [each for position in response.json()["positions"] for each in position["statements"]]
    assert {each["article"]["id"] for each in statements} == {article.id for article in some}

    texts = {article.id: article.text for article in some}
    shown = words(assert_passive(client.post("/embed/ask", json=asked).text).text_content())
    for each in statements:
        assert each["quote"] == texts[each["article"]["id"]][each["start"] : each["end"]]
        assert words(each["quote"]) in shown
        assert words(each["article"]["title"]) in shown


def test_what_a_portal_may_say_of_the_frame_is_words_too(client: TestClient) -> None:
    for trick in TRICKS.values():
        look = {
            "title": trick,
            "example": trick,
            "outlet": trick,
            "q": trick,
            "language": trick[:35],
            "portal": trick,
        }
        root = html.document_fromstring(client.get("/embed", params=look).text)
        assert [script.get("src") for script in root.iter("script")] == ["/style/frame.js"]
        assert words(root.findtext(".//h1") or "") == words(trick)
        assert root.body.get("data-portal") == ""
        assert set(root.body.attrib) == {
            "data-root", "data-portal", "data-citations", "data-question", "data-filters", "data-unreachable"
        }  # fmt: skip


def test_instructions_in_a_report_are_words_that_somebody_said(client: TestClient) -> None:
    answer = assert_passive(client.post("/embed/ask", json={"question": QUESTION}).text)
    assert answer.find(".//h2").get("class") == "verdict conflict"
