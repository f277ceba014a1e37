"""Joining rankings."""

from collections import defaultdict
from collections.abc import Sequence

K = 60


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[int]], weights: Sequence[float] | None = None, k: int = K
) -> list[int]:
    """Order everything that is ranked anywhere by the sum of weight / (k + rank), ranks from 1.

    Every ranking weighs 1 unless `weights` says otherwise; one that weighs 0 is left out.

    Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual
    rank learning methods", SIGIR 2009. Of equals, the one met first stands first.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, item in enumerate(ranking if weight else (), start=1):
            scores[item] += weight / (k + rank)
    return sorted(scores, key=lambda item: -scores[item])
