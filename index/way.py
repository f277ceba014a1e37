"""The ways to search."""

from enum import StrEnum


class Way(StrEnum):
    """By meaning and by words, by meaning alone, by words alone."""

    HYBRID = "hybrid"
    DENSE = "dense"
    BM25 = "bm25"
