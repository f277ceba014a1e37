"""Time: when a claim speaks of, and whether one side only came after the other."""

from datetime import date

from assistant.claim import Claim
from assistant.positions import Side
from assistant.values.amount import Amount


def speaks_of(claim: Claim) -> date | None:
    """Return the day a claim speaks of: that of the event, else that of the statement."""
    statement = claim.candidate.statement
    return statement.event_on or statement.said_on


def follows(later: Side, earlier: Side) -> bool:
    """Tell whether every dated claim of one side speaks of a later day than every one of the other.

    A toll that only rose is the later one as well.
    """
    after = [day for claim in later.claims if (day := speaks_of(claim)) is not None]
    before = [day for claim in earlier.claims if (day := speaks_of(claim)) is not None]
    if not after or not before or min(after) <= max(before):
        return False
    return _rose(earlier, later)


def _rose(earlier: Side, later: Side) -> bool:
    first, second = earlier.claims[0].value, later.claims[0].value
    if isinstance(first, Amount) and isinstance(second, Amount):
        return second.low >= first.low
    return True
