"""Joining rankings."""

from collections import defaultdict
from collections.abc import Sequence

K = 60


def reciprocal_rank_fusion(rankings: Sequence[Sequence[int]], k: int = K) -> list[int]:
    """Order everything that is ranked anywhere by the sum of 1 / (k + rank), ranks from 1.

    Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual
    rank learning methods", SIGIR 2009. Of equals, the one met first stands first.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            scores[item] += 1 / (k + rank)
    return sorted(scores, key=lambda item: -scores[item])
