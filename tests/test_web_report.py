"""A report's page: what is known about it, its whole text, and the words that were cited."""

import re
from html import unescape

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.assistant import Assistant
from index.index import Index
from web.report import cited_span, is_web_address, link

CITED = re.compile(r'<mark id="cited">(.*?)</mark>', re.DOTALL)


@pytest.mark.parametrize(
    ("cite", "span"),
    [
        ("12-90", (12, 90)),
        ("0-100", (0, 100)),
        ("0-101", None),
        ("90-12", None),
        ("5-5", None),
        ("-1-5", None),
        ("1-2-3", None),
        ("١-٢", None),
        ("1e3-2e3", None),
        ("9" * 5000 + "-1", None),
        ("", None),
    ],
)
def test_a_citation_is_a_span_of_the_text_or_ignored(cite: str, span: tuple[int, int] | None) -> None:
    assert cited_span(cite, length=100) == span


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/report", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https:", False),
        ("https://[", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked_to(url: str | None, linked: bool) -> None:
    assert is_web_address(url) is linked


@pytest.fixture(scope="module")
def client(sample_site: FastAPI) -> TestClient:
    return TestClient(sample_site, base_url="http://127.0.0.1")


@pytest.mark.slow
def test_every_citation_links_to_its_words(client: TestClient, sample_index: Index) -> None:
    citations = Assistant(sample_index).ask("Who controls Minian?").citations
    assert citations
    for citation in citations:
        page = client.get(link(citation))
        assert _words(page.text) == citation.quote


def _words(page: str) -> str:
    return unescape(re.sub("<[^>]+>", "", "".join(CITED.findall(page))))


@pytest.mark.slow
def test_the_page_shows_the_whole_report(client: TestClient, sample_index: Index) -> None:
    article = sample_index.article("aleppo-meridian")
    assert article is not None
    page = client.get("/report/aleppo-meridian").text
    shown = unescape(re.sub("<[^>]+>", "", "".join(re.findall(r'<p dir="auto">(.*?)</p>', page, re.DOTALL))))
    assert "".join(shown.split()) == "".join(article.text.split())
    for known in (article.title, article.outlet, article.author, article.published, article.url):
        assert str(known) in unescape(page)


@pytest.mark.slow
def test_an_unknown_report_is_not_found(client: TestClient) -> None:
    response = client.get("/report/no-such-report")
    assert response.status_code == 404
    assert "No such report" in response.text
