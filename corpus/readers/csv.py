"""CSV: a header line, then one report a row, read as a stream."""

import csv
from collections.abc import Iterator
from pathlib import Path

from corpus.article import Article
from corpus.errors import UnreadableError
from corpus.readers.decoding import decode
from corpus.readers.fields import article
from corpus.readers.outcome import Outcome, Skipped

_HEADROOM = 10  # a field this many times too long is still parsed, so that the next row is found
_LEAST_LIMIT = 131_072
_DELIMITERS = ",;\t"


def read_csv(path: Path, fallback_id: str, max_characters: int) -> Iterator[Outcome]:
    """Yield the report of each row, or why that row has none; the columns are named as in JSONL.

    Columns may be parted by commas, semicolons or tabs. A report without an id gets
    `fallback_id` and the number of the row's last line. Memory holds one row. Raises
    UnreadableError if the file is empty or has no column `text`.
    """
    csv.field_size_limit(max(_HEADROOM * max_characters, _LEAST_LIMIT))
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        delimiter = max(_DELIMITERS, key=file.readline(_LEAST_LIMIT).count)
        file.seek(0)
        rows = csv.reader(file, delimiter=delimiter, strict=True)
        names = _columns(rows)
        while True:
            try:
                row = next(rows)
                if row:
                    yield _article(names, row, f"{fallback_id}-{rows.line_num}", max_characters)
            except StopIteration:
                return
            except (UnreadableError, csv.Error) as error:
                yield Skipped(path, f"line {rows.line_num}: {error}")


def _columns(rows: Iterator[list[str]]) -> list[str]:
    try:
        names = [_restore(name).strip().lower() for name in next(rows, [])]
    except csv.Error as error:
        raise UnreadableError(f"its first line is not CSV: {error}") from error
    if not any(names):
        raise UnreadableError("empty")
    if "text" not in names:
        raise UnreadableError("its first line names no column 'text'")
    return names


def _article(names: list[str], row: list[str], fallback_id: str, max_characters: int) -> Article:
    if len(row) != len(names):
        raise UnreadableError(f"{len(row)} columns where the first line names {len(names)}")
    fields = {name: _restore(value) for name, value in zip(names, row, strict=True) if value}
    return article({"text": "", **fields}, fallback_id, max_characters)


def _restore(value: str) -> str:
    """Decode again, as Windows-1252, a value whose bytes were not UTF-8."""
    return decode(value.encode(errors="surrogateescape"))
