"""The verdict: what the sides, taken together, amount to."""

from collections.abc import Sequence
from itertools import combinations

from assistant.answer import Conflict, Relation, Verdict
from assistant.positions import Side, between
from assistant.timeline import follows
from assistant.wording import why


def conflicts(found: Sequence[Side]) -> tuple[Conflict, ...]:
    """Return how each pair of sides differs; a side that only came later supersedes."""
    differing = []
    for (first, side), (second, other) in combinations(enumerate(found), 2):
        apart = between(side, other)
        if apart is None:
            continue
        superseded = follows(side, other) or follows(other, side) or side.origins == other.origins
        relation = Relation.SUPERSEDED if superseded else apart.relation
        differing.append(Conflict((first, second), relation, apart.cause, why(side, other, relation)))
    return tuple(differing)


def verdict(found: Sequence[Side], differing: Sequence[Conflict]) -> Verdict:
    """Return the verdict on the sides and their differences."""
    if not found:
        return Verdict.NONE
    past = {place for place, _ in enumerate(found) if _is_past(place, found)}
    present = [conflict for conflict in differing if not past & set(conflict.positions)]
    if any(conflict.relation is not Relation.SUPERSEDED for conflict in present):
        return Verdict.CONFLICT
    if differing:
        return Verdict.CHANGED
    origins = frozenset().union(*(side.origins for side in found))
    return Verdict.SINGLE if len(origins) == 1 else Verdict.AGREE


def _is_past(place: int, found: Sequence[Side]) -> bool:
    """Tell whether a later side differs from this one and takes its place."""
    side = found[place]
    return any(
        other is not side and follows(other, side) and between(other, side) is not None for other in found
    )
