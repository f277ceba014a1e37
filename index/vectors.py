"""The vector index: FAISS, derived from the store."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import faiss
import numpy as np
from numpy.typing import NDArray

from index.feed import Feed
from index.generation import Changes
from index.kind import PER_LIST, Kind, probed

CHUNK = 10_000


class Vectors:
    """Passages' embeddings by key, searched by inner product.

    A small collection is searched exhaustively; a large one is parted into lists around centres
    (IVF; Jégou, Douze and Schmid, "Product quantization for nearest neighbor search", 2011) with
    8 bits a dimension. One thread at a time reads or changes it.
    """

    def __init__(self, index: faiss.Index) -> None:
        self._index = index
        self._lock = Lock()

    @classmethod
    def empty(cls, dimension: int) -> "Vectors":
        """Return an exhaustive index of nothing."""
        return cls(faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)))

    @classmethod
    def planned(cls, feed: Feed, keys: Sequence[int], kind: Kind) -> "Vectors":
        """Return an index of nothing, fit for the passages with these keys: trained where it needs to be."""
        lists = kind.lists(len(keys))
        if not lists:
            return cls.empty(feed.dimension)
        index = faiss.index_factory(feed.dimension, f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
        index.train(_sample(feed, keys, lists * PER_LIST))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "Vectors":
        """Read a file that `save` wrote. Its bytes are trusted: check them first."""
        return cls(faiss.read_index(str(path)))

    def save(self, path: Path) -> None:
        """Write everything to a file. Raises OSError if that fails."""
        with self._lock:
            try:
                faiss.write_index(self._index, str(path))
            except RuntimeError as error:  # FAISS's word for a full disk
                raise OSError(None, "the vectors cannot be written; is the disk full?") from error

    def __len__(self) -> int:
        """Return the number of passages."""
        return int(self._index.ntotal)

    @property
    def lists(self) -> int:
        """Return the number of lists, 0 for an index that is searched exhaustively."""
        return int(self._index.nlist) if isinstance(self._index, faiss.IndexIVF) else 0

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
        """Return the keys nearest to a unit vector (dimension,), of all or of those allowed, best first.

        With lists, a few near ones may be missed, and the order is that of rounded vectors; none of
        the lists is left out where `allowed` is given.
        """
        parameters = faiss.SearchParametersIVF() if self.lists else faiss.SearchParameters()
        if isinstance(parameters, faiss.SearchParametersIVF):
            parameters.nprobe = probed(self.lists) if allowed is None else self.lists
        if allowed is not None:
            selector = faiss.IDSelectorBatch(allowed)
            parameters.sel = selector
        with self._lock:
            _, keys = self._index.search(vector.reshape(1, -1), limit, params=parameters)
        return [int(key) for key in keys[0] if key >= 0]


def _sample(feed: Feed, keys: Sequence[int], size: int) -> NDArray[np.float32]:
    """Return at most `size` of the passages' vectors, evenly spread over the keys: (n, dimension)."""
    chosen = keys[:: max(len(keys) // size, 1)]
    parts = [feed.vectors(chosen[start : start + CHUNK])[1] for start in range(0, len(chosen), CHUNK)]
    return np.concatenate(parts) if parts else np.empty((0, feed.dimension), np.float32)
