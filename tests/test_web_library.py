"""The library and the sources: what the index holds, searched, counted, and linked to its words."""

import re
from collections.abc import Callable, Iterable
from html import unescape
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.assistant import Assistant
from corpus.article import Article
from index.filters import Filters
from index.holdings import Count, months, outlets, page
from index.index import Index
from index.quotations import quotations
from index.sources import quoted_sources
from web.site import site

pytestmark = pytest.mark.slow

CITED = re.compile(
    r'<blockquote dir="auto">“(.+?)”</blockquote>.*?/report/([^?]+)\?cite=(\d+)-(\d+)#p', re.DOTALL
)
TITLE = re.compile(r'<li><a href="([^"]+)" dir="auto">([^<]+)</a>')


@pytest.fixture(scope="module")
def client(sample_site: FastAPI) -> TestClient:
    return TestClient(sample_site, base_url="http://127.0.0.1")


def listed(client: TestClient, **query: str) -> list[str]:
    shown = client.get("/library", params=query).text.partition('<ol class="reports"')[2]
    return [unescape(title) for _, title in TITLE.findall(shown)]


def test_reports_are_counted_by_outlet_and_month(sample_index: Index) -> None:
    database = sample_index.database
    assert outlets(database)[0] == Count("Harbour Post", 4)
    assert months(database)[0] == Count("2016-11", 4)
    assert sum(count.articles for count in months(database)) == 16


def test_reports_come_a_page_at_a_time_the_latest_first(sample_index: Index) -> None:
    first = page(sample_index.database, Filters(), limit=2)
    assert first.articles[0].id == "turnout-northern-courier"
    assert first.total == 16
    rest = page(sample_index.database, Filters(), limit=50, offset=2)
    assert len(rest.articles) == 14


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (
            {"outlet": "Cedar Radio"},
            [
                "Transport minister has quit, officials say",
                "Hezbollah unit reports capture of Aleppo district",
            ],
        ),
        ({"since": "2019-03-01"}, ["Marsh elected mayor of Port Elmar as turnout is questioned"]),
        ({"until": "2016-01-01"}, []),
    ],
)
def test_the_library_is_narrowed(client: TestClient, query: dict[str, str], titles: list[str]) -> None:
    assert listed(client, **query) == titles


def test_the_library_is_searched_and_leads_to_the_passage(client: TestClient) -> None:
    shown = client.get("/library", params={"q": "ferry fire toll"}).text.partition('<ol class="reports"')[2]
    address, title = TITLE.findall(shown)[0]
    assert unescape(title) == "Ferry fire toll climbs, but authorities disagree on how far"
    assert re.fullmatch(r"/report/ferry-meridian#p\d+", address)
    assert client.get(address).status_code == 200


def test_a_day_that_is_none_is_told_of(client: TestClient) -> None:
    assert "is not a date: write it as YYYY-MM-DD" in client.get("/library?since=soon").text


def test_an_empty_index_says_how_to_fill_it(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path: Path
) -> None:
    index = indexed(tmp_path / "index", ())
    client = TestClient(site(index, Assistant(index), "127.0.0.1"), base_url="http://127.0.0.1")
    for path in ("/library", "/sources"):
        assert "python -m index add" in client.get(path).text


def test_who_is_quoted_leads_to_what_they_said(client: TestClient, sample_index: Index) -> None:
    source = quoted_sources(sample_index.database, sample_index.aliases)[0]
    assert source.name == "Zakaria Malahifji"
    assert '<a href="/source/Zakaria%20Malahifji">' in client.get("/sources", params={"q": "malahifji"}).text
    shown = unescape(client.get("/source/Zakaria%20Malahifji").text)
    found = quotations(sample_index.database, source, sample_index.aliases)
    assert sum(len(each.statements) for each in found) == source.statements
    for each in found:
        for statement in each.statements:
            start, end = statement.spans.quote
            assert f"“{each.article.text[start:end]}”" in shown
            assert f"/report/{each.article.id}?cite={start}-{end}#p" in shown


def test_a_source_stands_beside_those_who_say_otherwise(client: TestClient, sample_index: Index) -> None:
    shown = client.get("/source/government%20of%20Verlania").text
    _, *disputes = shown.partition('class="quoted"')[0].split('class="dispute"')
    assert len(disputes) == 2
    for dispute in disputes:
        own, other = CITED.findall(unescape(dispute))
        for quote, name, start, end in (own, other):
            article = sample_index.article(name)
            assert article is not None
            assert article.text[int(start) : int(end)] == quote
            assert client.get(f"/report/{name}?cite={start}-{end}").text.count('id="cited"') == 1
        assert "denied on Monday" in own[0]
        assert "officials" in other[0]


def test_a_source_whom_nobody_contradicts_says_so(client: TestClient) -> None:
    assert "No denial was found" in client.get("/source/Beatriz%20Oman").text


def test_a_source_that_nobody_quotes_is_not_found(client: TestClient) -> None:
    response = client.get("/source/Nobody%20At%20All")
    assert response.status_code == 404
    assert "No such source" in response.text
