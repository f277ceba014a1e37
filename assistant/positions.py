"""Positions: claims that can hold together, and how the positions stand to each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.claim import Claim
from assistant.values.comparison import Difference
from assistant.values.rejection import Rejection
from corpus.source import SourceKind


@dataclass(frozen=True, slots=True)
class Side:
    """Claims that are compatible with each other, most relevant first."""

    claims: tuple[Claim, ...]

    @property
    def origins(self) -> frozenset[str]:
        """Return the distinct sources, each once however many outlets carry it."""
        return frozenset(_origin(claim) for claim in self.claims)


def _origin(claim: Claim) -> str:
    """Return the key of a claim's source; an unnamed one is its own unless it says the very same."""
    candidate = claim.candidate
    if candidate.statement.source.kind is not SourceKind.ANONYMOUS:
        return candidate.speaker
    return f"{candidate.speaker}: {' '.join(re.findall(r'[a-z0-9]+', candidate.quote.lower()))}"


def sides(answering: Sequence[Claim]) -> list[Side]:
    """Group claims, most relevant first, each with the first group it agrees with entirely."""
    groups: list[list[Claim]] = []
    for claim in answering:
        home = next(
            (group for group in groups if all(difference(claim, other) is None for other in group)), None
        )
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return [Side(tuple(group)) for group in groups]


def difference(claim: Claim, other: Claim) -> Difference | None:
    """Return how the values of two claims differ, None where they can both hold."""
    if isinstance(other.value, Rejection):
        return other.value.differs(claim.value)
    if isinstance(claim.value, Rejection):
        return claim.value.differs(other.value)
    if type(claim.value) is not type(other.value):
        return None
    return claim.value.differs(other.value)  # type: ignore[arg-type]  # both are of one type


def between(side: Side, other: Side) -> Difference | None:
    """Return the first difference between the claims of two sides."""
    found = (difference(claim, against) for claim in side.claims for against in other.claims)
    return next((one for one in found if one is not None), None)
