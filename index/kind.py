"""Which FAISS type holds how many vectors."""

from enum import StrEnum
from math import sqrt

FLAT_UP_TO = 30_000
"""Vectors that are searched one by one, exactly; above, only the lists nearest to a question are."""

LISTS_PER_ROOT = 4
"""Lists for each unit of the square root of the number of vectors."""

PROBED = 16
"""One list in so many is searched; see docs/index.md for what is found and how fast."""

LEAST_PROBED = 256
"""Lists that are searched at least: a question far from every text has its nearest all over them."""

PER_LIST = 40
"""Vectors a list at least: fewer do not tell where its centre is."""

OUTGROWN = 2
"""How many times more, or fewer, lists there may be than a new index would have."""


class Kind(StrEnum):
    """A type of vector index: by size, or one that is forced."""

    AUTO = "auto"
    FLAT = "flat"
    IVF = "ivf"

    def lists(self, count: int) -> int:
        """Return how many lists `count` vectors are parted into; 0 for none."""
        if self is Kind.FLAT or (self is Kind.AUTO and count <= FLAT_UP_TO):
            return 0
        return min(round(LISTS_PER_ROOT * sqrt(count)), count // PER_LIST)

    def fits(self, lists: int, count: int) -> bool:
        """Tell whether an index of so many lists still serves `count` vectors.

        It need not be of the very type that a new one would be: that would switch to and fro.
        """
        if self is Kind.FLAT or not lists:
            return lists == self.lists(count)
        if self is Kind.AUTO and count < FLAT_UP_TO // 2:
            return False
        wanted = Kind.IVF.lists(count)
        return wanted / OUTGROWN <= lists <= wanted * OUTGROWN


def probed(lists: int) -> int:
    """Return how many of an index's lists a question searches."""
    return min(max(lists // PROBED, LEAST_PROBED), lists)
