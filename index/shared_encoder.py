"""An encoder whose work a second process shares."""

from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder

CHUNK = 16
"""Texts that are encoded by one process, whichever is free: few, so that neither waits for long."""

Rows = NDArray[np.float32]


class SharedEncoder:
    """Encodes as another encoder does, on two processes at once.

    The second one takes the longest texts, as soon as it has done what it was given before; this one
    begins with the shortest. What is encoded together does not depend on who comes first.
    """

    def __init__(self, encoder: Encoder, pool: ProcessPoolExecutor) -> None:
        """Share the work of an encoder, which can be pickled, with the one process of a pool."""
        self._encoder, self._pool = encoder, pool
        self.name, self.dimension, self.fingerprint = encoder.name, encoder.dimension, encoder.fingerprint

    def encode(self, texts: Sequence[str]) -> Rows:
        """Return one unit vector for each text: (texts, dimension). Raises BrokenProcessPool."""
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        chunks = [order[start : start + CHUNK] for start in range(0, len(order), CHUNK)]
        given = [self._pool.submit(_encoded, [texts[place] for place in chunk]) for chunk in chunks]
        rows = np.empty((len(texts), self.dimension), np.float32)
        for chunk, future in zip(reversed(chunks), reversed(given), strict=True):
            rows[chunk] = self._own([texts[place] for place in chunk], future)
        return rows

    def _own(self, texts: Sequence[str], future: Future[Rows]) -> Rows:
        """Return the rows of a chunk, encoded here if nobody has begun it."""
        return self._encoder.encode(texts) if future.cancel() else future.result()


class _Second:
    """What the second process encodes with."""

    encoder: Encoder


def prepare(encoder: Encoder) -> None:
    """Name the encoder of a second process, inside it."""
    _Second.encoder = encoder


def _encoded(texts: Sequence[str]) -> Rows:
    return _Second.encoder.encode(texts)
