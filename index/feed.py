"""What the search structures are made from, and what changed since they were."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.database import Database
from index.generation import ORIGIN, Changes, Generation

ADDED = "SELECT key FROM passages WHERE generation > ? ORDER BY key"

REMOVED = """
    SELECT key FROM removed_passages WHERE generation > ? ORDER BY key"""

DRIFT = """
    SELECT (SELECT count(*) FROM passages WHERE generation > :since)
        + (SELECT count(*) FROM removed_passages WHERE generation > :since) AS drift"""

VECTORS = """
    SELECT p.key, e.vector FROM passages p JOIN embeddings e ON e.key = p.embedding
    WHERE p.key IN (SELECT value FROM json_each(?)) ORDER BY p.key"""

DOCUMENTS = """
    SELECT p.key AS passage, p.article, a.title, p.text
    FROM passages p JOIN articles a ON a.key = p.article
    WHERE p.key IN (SELECT value FROM json_each(?)) ORDER BY p.key"""


@dataclass(frozen=True, slots=True)
class Document:
    """What the keyword index reads of a passage; `passage` and `article` are keys."""

    passage: int
    article: int
    title: str
    text: str


class Feed:
    """The passages of a store as the search structures need them, by key."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.dimension = int(database.meta["dimension"])

    def generation(self) -> Generation:
        """Return where the store stands."""
        with self._database.reading() as connection:
            return current_generation(connection)

    def changes_since(self, generation: Generation) -> Changes | None:
        """Return what changed since a generation, or None if this store never went through it."""
        with self._database.reading() as connection:
            return _changes(connection, generation) if _went_through(connection, generation) else None

    def everything(self) -> Changes:
        """Return what changed since the store was empty."""
        with self._database.reading() as connection:
            return _changes(connection, ORIGIN)

    def drift_since(self, generation: Generation) -> int | None:
        """Count the passages that came and went since a generation; None if it is unknown."""
        with self._database.reading() as connection:
            if not _went_through(connection, generation):
                return None
            return int(connection.execute(DRIFT, {"since": generation.number}).fetchone()["drift"])

    def vectors(self, keys: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the passages' embeddings: keys (n,) and rows (n, dimension); keys gone are left out."""
        with self._database.reading() as connection:
            rows = connection.execute(VECTORS, (json.dumps(list(keys)),)).fetchall()
        found = np.array([key for key, _ in rows], dtype=np.int64)
        return found, unpacked([blob for _, blob in rows], self.dimension)

    def documents(self, keys: Sequence[int]) -> list[Document]:
        """Return what the keyword index reads of the passages; keys gone are left out."""
        with self._database.reading() as connection:
            rows = connection.execute(DOCUMENTS, (json.dumps(list(keys)),)).fetchall()
        return [Document(*row) for row in rows]


def unpacked(blobs: Sequence[bytes], dimension: int) -> NDArray[np.float32]:
    """Return stored embeddings as rows (n, dimension)."""
    return np.frombuffer(b"".join(blobs), dtype="<f2").reshape(len(blobs), dimension).astype(np.float32)


def current_generation(connection: sqlite3.Connection) -> Generation:
    """Return where the store stands, inside a transaction of the caller's."""
    row = connection.execute("SELECT number, token FROM generations ORDER BY number DESC LIMIT 1").fetchone()
    return ORIGIN if row is None else Generation(*row)


def _changes(connection: sqlite3.Connection, since: Generation) -> Changes:
    added, removed = (
        tuple(key for (key,) in connection.execute(query, (since.number,))) for query in (ADDED, REMOVED)
    )
    return Changes(current_generation(connection), added, removed)


def _went_through(connection: sqlite3.Connection, generation: Generation) -> bool:
    query = "SELECT 1 FROM generations WHERE number = ? AND token = ?"
    known = connection.execute(query, (generation.number, generation.token)).fetchone()
    return generation == ORIGIN or known is not None
