"""Plain sentences made from the sides: labels, reasons, the summary."""

from collections.abc import Sequence

from assistant.answer import Relation, Verdict
from assistant.claim import Claim
from assistant.positions import Side
from corpus.source import Source

_MOST_NAMES = 3
_RELATIONS = {
    Relation.CONTRADICTS: "which contradicts",
    Relation.DISPUTES: "which disputes",
    Relation.PARTLY: "which goes partly against",
    Relation.SUPERSEDED: "which came later than or before",
}

NOTHING = "The reports do not answer this. The nearest passages are shown."


def label(side: Side) -> str:
    """Return what a side holds in a few words, those of its most relevant claim."""
    return side.claims[0].value.label


def named(source: Source) -> str:
    """Return a source's name as a sentence has it, with an article for one who is not named."""
    return source.name


def sources(claims: Sequence[Claim]) -> str:
    """Return the names of the claims' sources, each once: "A, B and C"."""
    names = list(dict.fromkeys(named(claim.candidate.statement.source) for claim in claims))
    shown, more = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def why(side: Side, other: Side, relation: Relation) -> str:
    """Return how two sides differ: "A: 16 people; B: 4 people, which contradicts it"."""
    return (
        f"{sources(side.claims)}: {label(side)}; "
        f"{sources(other.claims)}: {label(other)}, {_RELATIONS[relation]} the former."
    )


def summary(verdict: Verdict, found: Sequence[Side]) -> str:
    """Return one or two sentences that a person can read on their own."""
    if verdict is Verdict.NONE:
        return NOTHING
    said = "; ".join(f"{sources(side.claims)}: {label(side)}" for side in found)
    opening = {
        Verdict.CONFLICT: "Sources conflict.",
        Verdict.CHANGED: "The answer changed over time.",
        Verdict.AGREE: "Sources agree.",
        Verdict.SINGLE: "Only one source speaks to this.",
    }[verdict]
    return f"{opening} {said}."
