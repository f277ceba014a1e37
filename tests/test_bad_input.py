"""Input that cannot be read: a reason for each, and the rest of the batch goes on."""

import time
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.errors import UnreadableError
from corpus.reading import Skipped, read

LIMIT = 2_000_000
NEITHER = "not valid UTF-8, and not Windows-1252 either; save it as UTF-8"
GOOD = '{"id": "good", "text": "The army took the hill."}'


def reasons(path: Path, limit: int = LIMIT) -> list[str]:
    """Read one path and return why parts of it were skipped."""
    return [outcome.reason for outcome in read([path], limit) if isinstance(outcome, Skipped)]


def ids(path: Path, limit: int = LIMIT) -> list[str]:
    return [outcome.id for outcome in read([path], limit) if isinstance(outcome, Article)]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_missing_path_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    good = written(tmp_path, "a.jsonl", GOOD)
    with pytest.raises(UnreadableError, match=r"^no such file or folder: .*nowhere$"):
        read([good, tmp_path / "nowhere"], LIMIT)


def test_an_empty_folder_yields_nothing(tmp_path: Path) -> None:
    assert list(read([tmp_path], LIMIT)) == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", "", "empty"),
        ("blank.txt", " \n\t\n ", "empty"),
        ("blank.md", "\n", "empty"),
        ("empty.jsonl", "\n\n", "empty"),
        ("empty.csv", "", "empty"),
        ("header-only.txt", "Outlet: The Herald\n\n \n", "its text is empty"),
        ("nul.txt", b"\x7fELF\x00\x00\x01", "not text: it holds NUL bytes"),
        ("control.txt", b"\x01\x02\x03\x04abc", "not text: it is full of control characters"),
        ("broken.txt", b"\xff\xfe\xfd", "not valid UTF-16, which its first bytes announce"),
        (
            "noise.txt",
            bytes(range(128, 256)),
            "not valid UTF-8, and not Windows-1252 either; save it as UTF-8",
        ),
        ("report.xyz", "text", "'.xyz' is not a format it reads"),
        ("README", "text", "'README' is not a format it reads"),
        ("page.html", "<html><body><script>x()</script></body></html>", "no article text found in the page"),
        ("columns.csv", "id,body\n1,x\n", "its first line names no column 'text'"),
        ("wide.jsonl", GOOD.encode("utf-16"), "it is UTF-16; JSON Lines must be UTF-8"),
    ],
)
def test_a_bad_file_is_skipped_with_its_reason(
    tmp_path: Path, name: str, content: bytes | str, reason: str
) -> None:
    bad = written(tmp_path, name, content)
    assert list(read([bad], LIMIT)) == [Skipped(bad, reason)]


def test_one_bad_file_does_not_stop_the_folder(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", b"\x00\x01")
    written(tmp_path, "b.jsonl", GOOD)
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    assert ids(tmp_path) == ["good"]
    assert reasons(tmp_path) == [
        "not text: it holds NUL bytes",
        "cannot be opened: No such file or directory",
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "cut o', "not JSON: Unterminated string starting at (column 10)"),
        ('["text"]', "not a JSON object"),
        ('{"id": "x"}', "it has no 'text' that is a string"),
        ('{"text": ["x"]}', "it has no 'text' that is a string"),
        ('{"text": "  "}', "its text is empty"),
        ('{"text": "x", "title": 5}', "its 'title' is not a string"),
        ('{"text": "x", "id": true}', "its 'id' is not a string"),
        ('{"text": "x", "outlet": {}}', "its 'outlet' is not a string"),
        (r'{"text": "\ud800"}', "not text: it holds half of a surrogate pair"),
        (r'{"text": "a\u0000b"}', "not text: it holds NUL bytes"),
        ("[" * 100_000, "not JSON that can be read: nested too deep or a number too long"),
    ],
)
def test_a_broken_line_is_skipped_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    path = written(tmp_path, "a.jsonl", f"{line}\n{GOOD}\n")
    assert reasons(path) == [f"line 1: {reason}"]
    assert ids(path) == ["good"]


def test_a_line_of_invalid_utf8_is_skipped_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", b'{"text": "\x81\x8d"}\n' + GOOD.encode())
    assert reasons(path) == [f"line 1: {NEITHER}"]
    assert ids(path) == ["good"]


def test_broken_csv_rows_are_skipped_and_the_others_are_read(tmp_path: Path) -> None:
    rows = 'id,text\n1,"a"b\n2,x,y\n3,\n4,Good.\n5,"never closed\n'
    path = written(tmp_path, "a.csv", rows)
    assert ids(path) == ["4"]
    assert reasons(path) == [
        "line 2: ',' expected after '\"'",
        "line 3: 3 columns where the first line names 2",
        "line 4: its text is empty",
        "line 6: unexpected end of data",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_other_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    text = "The café “Paris” reopened.\n\nIts owner said so."
    [article] = read([written(tmp_path, "a.txt", text.encode(encoding))], LIMIT)
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "x" * 101),
        ("a.md", "x" * 101),
        ("a.jsonl", '{"text": "%s"}' % ("x" * 101)),
        ("a.csv", "text\n" + "x" * 101),
    ],
)
def test_a_text_over_the_limit_is_skipped_and_the_setting_named(
    tmp_path: Path, name: str, content: str
) -> None:
    path = written(tmp_path, name, content)
    [reason] = reasons(path, limit=100)
    assert "longer than 100 characters; raise the setting max_characters to read it" in reason
    assert reasons(path, limit=120) == []


def test_a_line_too_long_to_hold_is_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", "x" * 300_000 + "\n" + GOOD + "\n")
    assert [reason[:24] for reason in reasons(path, limit=100)] == ["line 1: longer than 100 "]
    assert ids(path, limit=100) == ["good"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html"])
def test_twenty_megabytes_on_one_line_are_refused_at_once(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name, b"word " * 4_000_000)
    start = time.perf_counter()
    assert len(reasons(path)) == 1
    assert time.perf_counter() - start < 5


def test_hostile_markup_yields_a_reason_or_text_but_no_error(tmp_path: Path) -> None:
    pages = ["<div>" * 20_000, "<!--", "<p" * 5_000, "&#x0;<p>\x1b", "<html><body>" + "<b>x" * 5_000]
    for number, page in enumerate(pages):
        written(tmp_path, f"{number}.html", page)
    assert len(list(read([tmp_path], LIMIT))) == len(pages)
