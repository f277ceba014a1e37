"""Embeddings kept between runs."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.texts import text_hash


class Cache:
    """Encodes texts, each once; `save` writes them to a folder, a file an encoder."""

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        path = folder / f"{encoder.fingerprint[:16]}.npz"
        self._path, self._encoder = path, encoder
        self._kept: dict[str, NDArray[np.float32]] = {}
        if path.exists():
            with np.load(path) as stored:
                self._kept.update(zip(stored["hashes"].tolist(), stored["vectors"], strict=True))

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector for each text: (texts, dimension)."""
        hashes = [text_hash(text).hex() for text in texts]
        new = {name: text for name, text in zip(hashes, texts, strict=True) if name not in self._kept}
        self._kept.update(zip(new, self._encoder.encode(list(new.values())), strict=True))
        return np.array([self._kept[name] for name in hashes], np.float32)

    def save(self) -> None:
        """Write every embedding to the encoder's file."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(self._path, hashes=list(self._kept), vectors=np.array(list(self._kept.values())))
