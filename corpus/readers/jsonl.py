"""JSON Lines: one object a line, one report each, read as a stream."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.article import Article
from corpus.errors import UnreadableError
from corpus.readers.decoding import decode, too_long
from corpus.readers.fields import article
from corpus.readers.outcome import Outcome, Skipped

_LONGEST_ESCAPE = 12  # a character beyond the first plane, written as two \uXXXX
_OTHER_FIELDS = 100_000


def read_jsonl(path: Path, fallback_id: str, max_characters: int) -> Iterator[Outcome]:
    """Yield the report of each line, or why that line has none; blank lines are passed over.

    A report without an id gets `fallback_id` and its line number. Memory holds one line.
    Raises UnreadableError if there is no line, or the file is UTF-16.
    """
    empty = True
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file, max_characters), start=1):
            if line is not None and not line.strip():
                continue
            empty = False
            try:
                yield _article(line, f"{fallback_id}-{number}", max_characters)
            except UnreadableError as error:
                yield Skipped(path, f"line {number}: {error}")
    if empty:
        raise UnreadableError("empty")


def _lines(file: BinaryIO, max_characters: int) -> Iterator[bytes | None]:
    """Yield the lines, None for one too long to be a report."""
    limit = _LONGEST_ESCAPE * max_characters + _OTHER_FIELDS
    if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise UnreadableError("it is UTF-16; JSON Lines must be UTF-8")
    file.seek(0)
    while line := file.readline(limit):
        whole = len(line) < limit or line.endswith(b"\n")
        yield line if whole else None
        while not whole and (rest := file.readline(limit)):
            whole = rest.endswith(b"\n")


def _article(line: bytes | None, fallback_id: str, max_characters: int) -> Article:
    if line is None:
        raise too_long(max_characters)
    try:
        fields = json.loads(decode(line.strip()))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg} (column {error.colno})") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError("not JSON that can be read: nested too deep or a number too long") from error
    if not isinstance(fields, dict):
        raise UnreadableError("not a JSON object")
    return article(fields, fallback_id, max_characters)
