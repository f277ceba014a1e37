"""Taking a part of a set."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

Item = TypeVar("Item")


def sample(items: Sequence[Item], limit: int | None, seed: int) -> Sequence[Item]:
    """Return `limit` items drawn at random, in their first order; all when `limit` is None."""
    if limit is None or limit >= len(items):
        return items
    drawn = np.random.default_rng(seed).choice(len(items), limit, replace=False)
    return [items[index] for index in sorted(drawn.tolist())]
