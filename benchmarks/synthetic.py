"""Made vectors that lie as sentence embeddings do: in clusters, with a falling spectrum."""

import numpy as np
from numpy.typing import NDArray

DIMENSION = 384
PER_CLUSTER = 50
NOISE = 0.6
"""Spread within a cluster, as a share of the spread of the clusters."""

CHUNK = 50_000


def clustered(count: int, seed: int = 0, dimension: int = DIMENSION) -> NDArray[np.float32]:
    """Return unit vectors (count, dimension) around count / PER_CLUSTER centres.

    The variance along the i-th axis falls as 1 / (i + 3): the eigenvalues of MiniLM's embeddings of
    news fall as i to the power of -1.08. A vector's nearest others lie at a cosine of about .75.
    """
    generator = np.random.default_rng(seed)
    scales = (1 / np.sqrt(np.arange(dimension) + 4)).astype(np.float32)
    centres = generator.standard_normal((max(count // PER_CLUSTER, 1), dimension), np.float32) * scales
    vectors = np.empty((count, dimension), np.float32)
    for start in range(0, count, CHUNK):
        rows = vectors[start : start + CHUNK]
        noise = generator.standard_normal(rows.shape, np.float32) * (NOISE * scales)
        rows[:] = centres[generator.integers(len(centres), size=len(rows))] + noise
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return vectors


def questions(vectors: NDArray[np.float32], count: int, seed: int = 1) -> NDArray[np.float32]:
    """Return unit vectors (count, dimension), each near one of `vectors`."""
    generator = np.random.default_rng(seed)
    scales = (NOISE / np.sqrt(np.arange(vectors.shape[1]) + 4)).astype(np.float32)
    scales /= np.sqrt((1 / (np.arange(vectors.shape[1]) + 4)).sum()) * np.sqrt(1 + NOISE**2)
    rows = vectors[generator.integers(len(vectors), size=count)]
    rows = rows + generator.standard_normal(rows.shape, np.float32) * scales
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)
