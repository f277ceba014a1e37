"""Plain text and Markdown: one file, one report."""

from collections.abc import Iterator
from pathlib import Path

from corpus.errors import UnreadableError
from corpus.readers.decoding import load
from corpus.readers.fields import article
from corpus.readers.header import split_front_matter, split_header
from corpus.readers.outcome import Outcome
from corpus.readers.titles import first_heading


def read_text(path: Path, fallback_id: str, max_characters: int) -> Iterator[Outcome]:
    """Yield the report of a text file, its header (see `split_header`) taken off.

    Raises UnreadableError if the file is empty, too long or not text.
    """
    fields, body = split_header(_content(path, max_characters))
    yield article({**fields, "text": body}, fallback_id, max_characters)


def read_markdown(path: Path, fallback_id: str, max_characters: int) -> Iterator[Outcome]:
    """Yield the report of a Markdown file; its title is the front matter's or the first heading.

    Raises UnreadableError if the file is empty, too long or not text.
    """
    fields, body = split_front_matter(_content(path, max_characters))
    titled = {"title": first_heading(body), **fields, "text": body}
    yield article(titled, fallback_id, max_characters)


def _content(path: Path, max_characters: int) -> str:
    text = load(path, max_characters)
    if not text.strip():
        raise UnreadableError("empty")
    return text
