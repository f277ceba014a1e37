"""Checking that an index is whole."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from index.article_check import broken_parts, content_matches
from index.database import Database
from index.feed import current_generation
from index.sidecar import Sidecar

STEMS = ("vectors", "keywords")


def problems(database: Database) -> Iterator[str]:
    """Yield a line for each thing that is wrong with an index; nothing for one that is whole.

    A search structure that is missing or behind is not wrong: the next search mends it.
    """
    yield from store_problems(database)
    with database.reading() as connection:
        for stem in STEMS:
            yield from _broken_structure(connection, database.folder, stem)


def store_problems(database: Database) -> Iterator[str]:
    """Yield a line for each thing that is wrong with the store alone."""
    dimension = int(database.meta["dimension"])
    with database.reading() as connection:
        try:
            yield from _broken_file(connection)
            for row in connection.execute("SELECT * FROM articles ORDER BY key"):
                if not content_matches(row):
                    yield f"article {row['id']}: its content does not match its hash"
                yield from broken_parts(connection, row, dimension)
        except (sqlite3.DatabaseError, ValueError, KeyError) as error:  # too damaged to be read on
            yield f"store: {error}"


def _broken_file(connection: sqlite3.Connection) -> Iterator[str]:
    for (finding,) in connection.execute("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"store: {finding}"
    for table, key, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"store: row {key} of {table} belongs to no row of {parent}"


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
