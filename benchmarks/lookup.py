"""An encoder of made texts: each names its vector by number."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

WORDS = 50_000
"""Size of the vocabulary, of which words are drawn as Zipf's law has it."""

LENGTH = 30
NUMBER = re.compile(r"passage (\d+)")


class Lookup:
    """Returns the vector that a text names: (count, dimension) are given."""

    name = fingerprint = "lookup"

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self._vectors = vectors
        self.dimension = vectors.shape[1]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector for each text: (texts, dimension)."""
        numbers = [int(found[1]) for text in texts if (found := NUMBER.search(text))]
        return self._vectors[numbers]

    def texts(self, numbers: Iterable[int]) -> list[str]:
        """Return texts that name these vectors, with other words around."""
        return [self._text(number) for number in numbers]

    def _text(self, number: int) -> str:
        generator = np.random.default_rng(number)
        words = np.minimum(generator.zipf(1.3, LENGTH), WORDS)
        return " ".join([f"passage {number}", *(f"w{word}" for word in words)])
