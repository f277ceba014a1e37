"""Reading files and folders into articles."""

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.readers.dates import read_date
from corpus.readers.titles import first_title
from corpus.reading import Skipped, read

LIMIT = 10_000
TEXT = "Army takes the hill\n\nHARBOUR (Reuters) - The army said it had taken the hill.\n"
PAGE = """<!doctype html><html lang="en"><head><title>Army takes the hill | Daily Test</title>
<meta property="og:site_name" content="Daily Test"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2016-11-08T10:00:00Z">
<link rel="canonical" href="https://example.org/hill">
<script>document.title = "stolen words";</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Army takes the hill</h1>
<p>The army said it had taken the hill on Tuesday after two days of fighting along the road.</p>
<script>var tracker = "stolen words";</script>
<p>"We hold it," a spokesman said. Rebels denied the claim &amp; said the battle went on.</p>
<p>The hill looks down on the only road to the harbour, which both sides have wanted for months.</p>
</article><footer>Copyright 2016 Daily Test</footer></body></html>"""


def articles(*paths: Path) -> list[Article]:
    """Read paths of which nothing is skipped."""
    outcomes = list(read(paths, LIMIT))
    assert [outcome for outcome in outcomes if isinstance(outcome, Skipped)] == []
    return [outcome for outcome in outcomes if isinstance(outcome, Article)]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_plain_text_is_kept_as_it_came(tmp_path: Path) -> None:
    [article] = articles(write(tmp_path / "Hill Report.txt", TEXT.replace("\n", "\r\n")))
    assert article.text == TEXT.replace("\n", "\r\n")
    assert article.title == "Army takes the hill"
    assert article.id == "hill-report"
    assert article.published is None


def test_a_header_of_keys_becomes_fields_and_leaves_the_text(tmp_path: Path) -> None:
    header = "Outlet: The Herald\nDate: 8 November 2016\nURL: https://example.org/1\nAuthor: Jane Roe\n\n"
    [article] = articles(write(tmp_path / "a.txt", header + TEXT))
    assert article.text == TEXT
    assert (article.outlet, article.author) == ("The Herald", "Jane Roe")
    assert (article.url, article.published) == ("https://example.org/1", date(2016, 11, 8))


def test_a_first_paragraph_with_a_colon_is_no_header(tmp_path: Path) -> None:
    text = "Minister: no talks before spring\n\nThe minister ruled out talks.\n"
    [article] = articles(write(tmp_path / "a.txt", text))
    assert article.text == text
    assert article.title == "Minister: no talks before spring"


def test_markdown_front_matter_and_first_heading(tmp_path: Path) -> None:
    front = '---\noutlet: "The Herald"\ndate: 2016-11-08\nsection: World\n---\n\n'
    body = "# Army takes the hill #\n\nThe army said so.\n"
    [article] = articles(write(tmp_path / "a.md", front + body))
    assert article.text == body
    assert (article.title, article.outlet) == ("Army takes the hill", "The Herald")
    assert article.metadata == {"section": "World", "from_file": str(tmp_path / "a.md")}


def test_a_page_yields_its_article_and_none_of_its_scripts(tmp_path: Path) -> None:
    [article] = articles(write(tmp_path / "hill.html", PAGE))
    assert (article.title, article.outlet) == ("Army takes the hill", "Daily Test")
    assert (article.author, article.published) == ("Jane Roe", date(2016, 11, 8))
    assert article.url == "https://example.org/hill"
    assert 'road.\n\n"We hold it," a spokesman said. Rebels denied the claim & said' in article.text
    assert "stolen words" not in article.text
    assert "Copyright" not in article.text


def test_a_page_in_another_charset(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("spokesman", "Šimůnek")
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("iso-8859-2"))
    assert "a Šimůnek said" in articles(path)[0].text


def test_jsonl_fields_ids_and_metadata(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"id": "first", "title": "T", "text": "Body.", "outlet": "O", "published": "2016-11-08T09:00:00Z"},
        {"id": 7, "text": "Seven people came. They left.", "published": "soon", "place": {"town": "X"}},
        {"text": "No id.", "language": "fr"},
    ]
    lines = [json.dumps(row) for row in rows]
    first, second, third = articles(write(tmp_path / "all.jsonl", f"{lines[0]}\n\n{lines[1]}\n{lines[2]}"))
    assert (first.id, first.title, first.outlet) == ("first", "T", "O")
    assert first.published == date(2016, 11, 8)
    assert (second.id, second.title, second.published) == ("7", "Seven people came.", None)
    assert second.metadata == {"place": '{"town": "X"}', "published": "soon"}
    assert (third.id, third.language) == ("all-4", "fr")


def test_csv_rows_with_quoted_line_breaks(tmp_path: Path) -> None:
    rows = 'ID,Text,Outlet,Town\r\na1,"One.\n\nTwo, ""three"".",The Herald,X\r\n,Four.,,\r\n'
    first, second = articles(write(tmp_path / "rows.csv", "\ufeff" + rows))
    assert (first.id, first.text, first.outlet) == ("a1", 'One.\n\nTwo, "three".', "The Herald")
    assert first.metadata == {"town": "X"}
    assert (second.id, second.text, second.outlet) == ("rows-5", "Four.", None)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_with_other_delimiters(tmp_path: Path, delimiter: str) -> None:
    [article] = articles(write(tmp_path / "a.csv", delimiter.join(["id", "text\n1", "A, B.\n"])))
    assert (article.id, article.text) == ("1", "A, B.")


def test_a_folder_is_read_below_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/two.md", "a/one.txt", ".hidden.txt", ".git/config.txt"):
        write(tmp_path / name, TEXT)
    assert [article.id for article in articles(tmp_path)] == ["a-one", "a-two", "b"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    assert [article.id for article in articles(tmp_path, path, path)] == ["a"]


def test_files_of_the_same_name_get_ids_of_their_own_in_any_order(tmp_path: Path) -> None:
    paths = [write(tmp_path / folder / "report.txt", TEXT) for folder in ("x", "y")]
    ids = [article.id for article in articles(*paths)]
    assert len(set(ids)) == 2
    assert all(one.startswith("report-") for one in ids)
    assert [article.id for article in articles(*reversed(paths))] == ids[::-1]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2016-11-08", date(2016, 11, 8)),
        ("2016-11-08T23:59:00+02:00", date(2016, 11, 8)),
        ("8 November 2016", date(2016, 11, 8)),
        ("Tue, 08 Nov 2016 10:00:00 GMT", date(2016, 11, 8)),
        ("Nov. 8, 2016", date(2016, 11, 8)),
        ("13/04/2016", date(2016, 4, 13)),
        ("04/13/2016", date(2016, 4, 13)),
        ("03/04/2016", None),  # March or April?
        ("November 2016", None),
        ("yesterday", None),
        ("2016-13-45", None),
        ("", None),
    ],
)
def test_dates_are_read_only_when_they_are_clear(written: str, day: date | None) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Army takes hill\nThe army said so.", "Army takes hill"),
        ("\n  Army takes hill \n\nThe army said so.", "Army takes hill"),
        ("The army took the hill. Rebels denied it.", "The army took the hill."),
        ("The army took the hill.\n\nRebels denied it.", "The army took the hill."),
        ("word " * 40, "word " * 16 + "…"),
    ],
)
def test_a_title_is_the_first_line_or_the_first_words(text: str, title: str) -> None:
    assert first_title(text) == title
