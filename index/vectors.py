"""The vector index: FAISS, derived from the store."""

from pathlib import Path
from threading import Lock

import faiss
import numpy as np
from numpy.typing import NDArray

from index.feed import Feed
from index.generation import Changes

CHUNK = 10_000


class Vectors:
    """Passages' embeddings by key, searched exhaustively by inner product.

    One thread at a time reads or changes it.
    """

    stem = "vectors"

    def __init__(self, index: faiss.Index) -> None:
        self._index = index
        self._lock = Lock()

    @classmethod
    def empty(cls, dimension: int) -> "Vectors":
        """Return an index of nothing."""
        return cls(faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)))

    @classmethod
    def load(cls, path: Path) -> "Vectors":
        """Read a file that `save` wrote. Its bytes are trusted: check them first."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        """Write everything to a file."""
        with self._lock:
            faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        """Return the number of passages."""
        return int(self._index.ntotal)

    def apply(self, feed: Feed, changes: Changes) -> None:
        """Bring in what changed in the store."""
        with self._lock:
            self._index.remove_ids(faiss.IDSelectorBatch(np.array(changes.removed, dtype=np.int64)))
        for start in range(0, len(changes.added), CHUNK):
            keys, vectors = feed.vectors(changes.added[start : start + CHUNK])
            with self._lock:
                self._index.add_with_ids(vectors, keys)

    def search(
        self, vector: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> list[int]:
        """Return the keys nearest to a unit vector (dimension,), of all or of those allowed, best first."""
        parameters = None
        if allowed is not None:
            parameters, selector = faiss.SearchParameters(), faiss.IDSelectorBatch(allowed)
            parameters.sel = selector
        with self._lock:
            _, keys = self._index.search(vector.reshape(1, -1), limit, params=parameters)
        return [int(key) for key in keys[0] if key >= 0]
