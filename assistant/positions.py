"""Positions: claims that can hold together, and how the positions stand to each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.claim import Claim
from assistant.contrast import difference
from assistant.provenance import origins
from assistant.values.amount import Amount
from assistant.values.comparison import Difference
from assistant.values.polarity import Polarity

_UNBOUNDED = 1_000.0
"""How wide an amount without an upper bound counts."""


@dataclass(frozen=True, slots=True)
class Side:
    """Claims that are compatible with each other, most relevant first.

    `origins` are the keys of the distinct sources, each once however many outlets carry it.
    """

    claims: tuple[Claim, ...]
    origins: frozenset[str]


def sides(answering: Sequence[Claim]) -> list[Side]:
    """Group claims, each with a group that it agrees with entirely.

    The group with most sources stands first; of equals, that of the most relevant claim.

    What is vague ("dozens", "at least four") joins the nearest group that fits it; what leaves the
    question open stands alone.
    """
    keys = dict(zip(map(_id, answering), origins(answering), strict=True))
    groups: list[list[Claim]] = []
    for claim in sorted(answering, key=_vagueness):
        fitting = [group for group in groups if all(_fits(claim, other) for other in group)]
        if fitting:
            min(fitting, key=lambda group: _distance(claim, group[0])).append(claim)
        else:
            groups.append([claim])
    rank = {_id(claim): place for place, claim in enumerate(answering)}
    ordered = sorted(sorted(rank[_id(claim)] for claim in group) for group in groups)
    found = [tuple(answering[place] for place in places) for places in ordered]
    made = [Side(side, frozenset(keys[_id(claim)] for claim in side)) for side in found]
    return sorted(made, key=lambda side: -len(side.origins))


def _id(claim: Claim) -> tuple[str, int]:
    return claim.candidate.statement.id, id(claim)


def _vagueness(claim: Claim) -> float:
    """Return how wide an amount is, as a share of its least; 0 for what is exact or no amount."""
    value = claim.value
    if not isinstance(value, Amount):
        return 0.0
    return min((value.high - value.low) / max(value.low, 1.0), _UNBOUNDED)


def _distance(claim: Claim, other: Claim) -> float:
    if isinstance(claim.value, Amount) and isinstance(other.value, Amount):
        return abs(claim.value.low - other.value.low)
    return 0.0


def _fits(claim: Claim, other: Claim) -> bool:
    if isinstance(claim.value, Polarity) and isinstance(other.value, Polarity):
        return claim.value.affirms == other.value.affirms and difference(claim, other) is None
    return difference(claim, other) is None


def between(side: Side, other: Side) -> Difference | None:
    """Return the first difference between the claims of two sides."""
    found = (difference(claim, against) for claim in side.claims for against in other.claims)
    return next((one for one in found if one is not None), None)
