"""Joining what is found by meaning and by words."""

from collections.abc import Mapping

MEANING = 0.6
"""How much the meaning counts against the words, chosen on the Fake News Challenge and RAMDocs."""


def convex_combination(
    similarities: Mapping[int, float], scores: Mapping[int, float], weight: float = MEANING
) -> list[int]:
    """Order what has a similarity by weight × similarity + (1 − weight) × score, each of its greatest.

    Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", ACM TOIS 2023. Every
    candidate has a similarity; one without a score has none of the words.
    """
    near, alike = (max(each.values(), default=0.0) or 1.0 for each in (similarities, scores))

    def joined(item: int) -> float:
        return weight * similarities[item] / near + (1 - weight) * scores.get(item, 0.0) / alike

    return sorted(similarities, key=lambda item: -joined(item))
