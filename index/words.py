"""The embeddings of statements' words."""

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.database import Database
from index.encoder import Encoder
from index.feed import unpacked
from index.rows import statement_of
from index.texts import words_of

STORED = """
    SELECT s.id, e.vector FROM statements s JOIN embeddings e ON e.key = s.embedding
    WHERE s.id IN (SELECT value FROM json_each(?))"""

TEXTS = """
    SELECT s.*, p.id AS passage_id, a.text
    FROM statements s JOIN passages p ON p.key = s.passage JOIN articles a ON a.key = p.article
    WHERE s.id IN (SELECT value FROM json_each(?))"""


class Words:
    """Looks up what statements' words mean, and encodes those that were stored without."""

    def __init__(self, database: Database, encoder: Encoder) -> None:
        self._database, self._encoder = database, encoder
        self._dimension = int(database.meta["dimension"])

    def vectors(self, ids: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit vector for each statement: (statements, dimension).

        Raises KeyError on an unknown id.
        """
        with self._database.reading() as connection:
            rows = connection.execute(STORED, (json.dumps(list(ids)),)).fetchall()
        stored = unpacked([row["vector"] for row in rows], self._dimension)
        found = dict(zip((row["id"] for row in rows), stored, strict=True))
        found |= self._encoded([name for name in ids if name not in found])
        return np.array([found[name] for name in ids], np.float32).reshape(len(ids), self._dimension)

    def _encoded(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        if not ids:
            return {}
        with self._database.reading() as connection:
            rows = connection.execute(TEXTS, (json.dumps(ids),)).fetchall()
        texts = [words_of(statement_of(row), row["text"]) for row in rows]
        return dict(zip((row["id"] for row in rows), self._encoder.encode(texts), strict=True))
