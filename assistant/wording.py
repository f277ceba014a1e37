"""Plain sentences made from the sides: labels, reasons, the summary."""

from collections.abc import Sequence
from itertools import combinations

from assistant.answer import Relation, Verdict
from assistant.claim import Claim
from assistant.positions import Side
from assistant.values.polarity import Polarity
from assistant.values.rejection import Rejection

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
    denied = denial(side, other) if relation is Relation.DISPUTES else None
    return f"{denied or _RELATIONS[relation] + '.'} {_said(side)} {_said(other)}"


def denial(side: Side, other: Side) -> str | None:
    """Return which side denied the other: "B denied what A asserted."; None where neither did."""
    for denying, asserting in ((side, other), (other, side)):
        if _denies(denying) and not _denies(asserting):
            return f"{sources(denying.claims)} denied what {sources(asserting.claims)} asserted."
    return None


def _denies(side: Side) -> bool:
    value = side.claims[0].value
    return isinstance(value, Rejection) or (isinstance(value, Polarity) and value.affirms is False)


def summary(verdict: Verdict, found: Sequence[Side]) -> str:
    """Return a few short sentences that a person can read on their own."""
    if verdict is Verdict.NONE:
        return NOTHING
    pairs = combinations(found, 2) if verdict is Verdict.CONFLICT else ()
    denied = next((said for side, other in pairs if (said := denial(side, other))), None)
    return " ".join([_OPENINGS[verdict], *([denied] if denied else []), *map(_said, found)])


def _said(side: Side) -> str:
    words = label(side)
    return f"{sources(side.claims)}: {words}" + ("" if words.endswith((".", "…")) else ".")
