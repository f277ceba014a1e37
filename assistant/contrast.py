"""Contrast: how what two claims answer differs."""

from assistant.answer import Cause, Relation
from assistant.claim import Claim
from assistant.revision import takes_back, was_said_first
from assistant.values.comparison import Difference
from assistant.values.polarity import Polarity
from assistant.values.reason import Reason
from assistant.values.rejection import Rejection


def difference(claim: Claim, other: Claim) -> Difference | None:
    """Return how two claims differ, None where they can both hold.

    Whatever their values, one may take the other back, or settle what was at first left open.
    """
    if takes_back(claim, other) != takes_back(other, claim):
        return Difference(Relation.SUPERSEDED, Cause.DENIAL)
    if _settles(claim, other) or _settles(other, claim):
        return Difference(Relation.SUPERSEDED, Cause.MODALITY)
    return _of_values(claim, other)


def _settles(claim: Claim, earlier: Claim) -> bool:
    """Tell whether a claim answers with yes or no what another is said to have left open before."""
    first, second = earlier.value, claim.value
    if not isinstance(first, Polarity) or not isinstance(second, Polarity):
        return False
    return first.affirms is None and second.affirms is not None and was_said_first(earlier)


def _are_reasons_of_one(claim: Claim, other: Claim) -> bool:
    """Tell whether a source gives two reasons, which may hold side by side."""
    reasons = isinstance(claim.value, Reason) and isinstance(other.value, Reason)
    return reasons and claim.candidate.speaker == other.candidate.speaker


def _of_values(claim: Claim, other: Claim) -> Difference | None:
    if isinstance(other.value, Rejection):
        return other.value.differs(claim.value)
    if isinstance(claim.value, Rejection):
        return claim.value.differs(other.value)
    if type(claim.value) is not type(other.value) or _are_reasons_of_one(claim, other):
        return None
    return claim.value.differs(other.value)  # type: ignore[arg-type]  # both are of one type
