"""Checking that what the store holds of one article is whole."""

import sqlite3
import zlib
from collections.abc import Iterator

import numpy as np

from corpus.statement import Spans
from index.rows import hash_of, spans_of
from index.texts import text_hash

NORM_TOLERANCE = 0.01

PASSAGES = """
    SELECT p.id, p.start, p.end, p.text, e.hash, e.vector, parses.packed
    FROM passages p LEFT JOIN embeddings e ON e.key = p.embedding
        LEFT JOIN parses ON parses.passage = p.key
    WHERE p.article = ? ORDER BY p.position"""

STATEMENTS = """
    SELECT s.id, s.spans, s.embedding, e.vector
    FROM statements s JOIN passages p ON p.key = s.passage LEFT JOIN embeddings e ON e.key = s.embedding
    WHERE p.article = ?"""


def content_matches(row: sqlite3.Row) -> bool:
    """Tell whether a row of `articles` holds what was added."""
    return hash_of(dict(row)) == str(row["hash"])


def broken_parts(connection: sqlite3.Connection, row: sqlite3.Row, dimension: int) -> Iterator[str]:
    """Yield a line for each thing wrong with the passages, statements and embeddings of an article's row."""
    text = row["text"]
    for passage in connection.execute(PASSAGES, (row["key"],)):
        name = f"passage {passage['id']}"
        if passage["text"] != text[passage["start"] : passage["end"]]:
            yield f"{name}: its text is not at its place in the article"
        if passage["vector"] is None:
            yield f"{name}: it has no embedding"
        else:
            yield from _broken_vector(name, passage["vector"], dimension)
            if passage["hash"] != text_hash(passage["text"]):
                yield f"{name}: its embedding is of another text"
        if passage["packed"] is not None and not _unpacks(passage["packed"]):
            yield f"{name}: its parse is damaged"
    for statement in connection.execute(STATEMENTS, (row["key"],)):
        name = f"statement {statement['id']}"
        if not _fits(spans_of(statement), len(text)):
            yield f"{name}: a span lies outside the article"
        if statement["embedding"] is not None:
            yield from _broken_vector(name, statement["vector"] or b"", dimension)


def _fits(spans: Spans, length: int) -> bool:
    runs = [spans.quote, *spans.content, *spans.cue, *spans.source]
    return all(0 <= start < end <= length for start, end in runs)


def _unpacks(packed: bytes) -> bool:
    """Tell whether the checksum of a packed parse, a zlib stream's, holds."""
    try:
        return bool(zlib.decompress(packed))
    except zlib.error:
        return False


def _broken_vector(name: str, blob: bytes, dimension: int) -> Iterator[str]:
    if len(blob) != dimension * np.dtype("<f2").itemsize:
        yield f"{name}: its embedding has not {dimension} dimensions"
    elif not abs(np.linalg.norm(np.frombuffer(blob, "<f2").astype(np.float32)) - 1) < NORM_TOLERANCE:
        yield f"{name}: its embedding is not of length 1"
