"""Checking that an index is whole."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from corpus.statement import Spans
from index.database import Database
from index.feed import current_generation
from index.rows import hash_of, spans_of
from index.sidecar import Sidecar

STEMS = ("vectors", "keywords")
NORM_TOLERANCE = 0.01

PASSAGES = "SELECT key, id, start, end, text FROM passages WHERE article = ? ORDER BY position"

STATEMENTS = """
    SELECT s.id, s.spans FROM statements s JOIN passages p ON p.key = s.passage WHERE p.article = ?"""

VECTORS = """
    SELECT p.id, e.vector FROM passages p LEFT JOIN embeddings e ON e.passage = p.key ORDER BY p.key"""


def problems(database: Database) -> Iterator[str]:
    """Yield a line for each thing that is wrong with an index; nothing for one that is whole.

    A search structure that is missing or behind is not wrong: the next search mends it.
    """
    with database.reading() as connection:
        try:
            yield from _broken_file(connection)
            for row in connection.execute("SELECT * FROM articles ORDER BY key"):
                yield from _broken_article(connection, row)
            yield from _broken_embeddings(connection, int(database.meta["dimension"]))
            for stem in STEMS:
                yield from _broken_structure(connection, database.folder, stem)
        except sqlite3.DatabaseError as error:  # too damaged to be read on
            yield f"store: {error}"


def _broken_file(connection: sqlite3.Connection) -> Iterator[str]:
    for (finding,) in connection.execute("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"store: {finding}"
    for table, key, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"store: row {key} of {table} belongs to no row of {parent}"


def _broken_article(connection: sqlite3.Connection, row: sqlite3.Row) -> Iterator[str]:
    text = row["text"]
    if hash_of(dict(row)) != row["hash"]:
        yield f"article {row['id']}: its content does not match its hash"
    for passage in connection.execute(PASSAGES, (row["key"],)):
        if passage["text"] != text[passage["start"] : passage["end"]]:
            yield f"passage {passage['id']}: its text is not at its place in the article"
    for statement in connection.execute(STATEMENTS, (row["key"],)):
        if not _fits(spans_of(statement), len(text)):
            yield f"statement {statement['id']}: a span lies outside the article"


def _fits(spans: Spans, length: int) -> bool:
    runs = [spans.quote, *spans.content, *spans.cue, *spans.source]
    return all(0 <= start < end <= length for start, end in runs)


def _broken_embeddings(connection: sqlite3.Connection, dimension: int) -> Iterator[str]:
    for passage, blob in connection.execute(VECTORS):
        if blob is None:
            yield f"passage {passage}: it has no embedding"
        elif len(blob) != dimension * np.dtype("<f2").itemsize:
            yield f"passage {passage}: its embedding has not {dimension} dimensions"
        elif not abs(np.linalg.norm(np.frombuffer(blob, "<f2").astype(np.float32)) - 1) < NORM_TOLERANCE:
            yield f"passage {passage}: its embedding is not of length 1"


def _broken_structure(connection: sqlite3.Connection, folder: Path, stem: str) -> Iterator[str]:
    path = folder / f"{stem}.json"
    sidecar = Sidecar.read(path)
    if sidecar is None:
        if path.exists():
            yield f"{path.name}: it cannot be read; the next search makes {stem} anew"
    elif not sidecar.intact(folder):
        yield f"{sidecar.data}: missing or damaged; the next search makes {stem} anew"
    elif sidecar.generation == current_generation(connection):
        (count,) = connection.execute("SELECT count(*) FROM passages").fetchone()
        if sidecar.count != count:
            yield f"{sidecar.data}: it has {sidecar.count} passages, the store {count}"
