"""Plain sentences made from the sides: labels, reasons, the summary."""

from collections.abc import Sequence

from assistant.answer import Relation, Verdict
from assistant.claim import Claim
from assistant.positions import Side

_MOST_NAMES = 3
_RELATIONS = {
    Relation.CONTRADICTS: "Both cannot hold",
    Relation.DISPUTES: "One denies what the other asserts",
    Relation.PARTLY: "They go against each other in part",
    Relation.SUPERSEDED: "One is of a later time than the other",
}
_OPENINGS = {
    Verdict.CONFLICT: "Sources conflict.",
    Verdict.CHANGED: "The answer changed over time.",
    Verdict.AGREE: "Sources agree.",
    Verdict.SINGLE: "Only one source speaks to this.",
}

NOTHING = "The reports do not answer this. The nearest passages are shown."


def label(side: Side) -> str:
    """Return what a side holds in a few words, those of its most relevant claim."""
    return side.claims[0].value.label


def sources(claims: Sequence[Claim]) -> str:
    """Return the names of the claims' sources, each once: "A, B and C"."""
    names = list(dict.fromkeys(claim.candidate.statement.source.name for claim in claims))
    shown, more = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def why(side: Side, other: Side, relation: Relation) -> str:
    """Return how two sides differ: "Both cannot hold. A: 16 people. B: 4 people."."""
    return f"{_RELATIONS[relation]}. {_said(side)} {_said(other)}"


def summary(verdict: Verdict, found: Sequence[Side]) -> str:
    """Return a few short sentences that a person can read on their own."""
    if verdict is Verdict.NONE:
        return NOTHING
    return " ".join([_OPENINGS[verdict], *map(_said, found)])


def _said(side: Side) -> str:
    words = label(side)
    return f"{sources(side.claims)}: {words}" + ("" if words.endswith((".", "…")) else ".")
