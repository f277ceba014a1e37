"""Comparing spans of characters."""

from corpus.statement import Span


def overlap(one: Span, other: Span) -> int:
    """Return how many characters the spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def half_overlaps(one: Span, other: Span) -> bool:
    """Return whether the spans share half or more of the shorter one."""
    shorter = min(one[1] - one[0], other[1] - other[0])
    return shorter > 0 and 2 * overlap(one, other) >= shorter
