"""Corroboration: statements too weak to answer by themselves that give the same answer as one that does."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.claim import Claim, Value
from assistant.values.actor import Actor
from assistant.values.amount import Amount
from assistant.values.day import Day
from assistant.values.designation import Designation
from assistant.values.holder import Holder
from assistant.values.measure import Measure
from assistant.values.place import Place

_LEAST, _NEAR = 0.05, 0.1
"""The relevance that one must have, and as a share of the greatest."""


def corroborating(kept: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    """Return the claims among `others` that give just what one of `kept` gives that is tied to the question.

    They count as tied then: what their words leave open, those of the other tell.
    """
    bar = max(_LEAST, _NEAR * max((claim.relevance for claim in kept), default=0.0))
    known = {claim.candidate.statement.id for claim in kept}
    near = [each for each in others if each.relevance >= bar and each.candidate.statement.id not in known]
    firm = [claim.value for claim in kept if claim.is_firm]
    return [replace(each, is_firm=True) for each in near if any(_is_same(each.value, one) for one in firm)]


def _is_same(value: Value, other: Value) -> bool:
    """Tell whether two values of a kind that can be told apart are one."""
    if isinstance(value, Actor) and isinstance(other, Actor):
        return value.did == other.did and value.agent.is_same(other.agent)
    if isinstance(value, Holder) and isinstance(other, Holder):
        return value.differs(other) is None and value.agent.is_same(other.agent)
    if isinstance(value, Place) and isinstance(other, Place):
        return bool(value.words) and (value.words <= other.words or other.words <= value.words)
    exactly = _exactly(value)
    return bool(exactly) and type(value) is type(other) and exactly == _exactly(other)


def _exactly(value: Value) -> tuple[object, ...]:
    """Return what tells a value from any other of its kind, nothing for one in words of its own."""
    if isinstance(value, Amount | Measure):
        return value.low, value.high
    if isinstance(value, Day):
        return value.day, value.last
    return (value.label.lower(),) if isinstance(value, Designation) else ()
