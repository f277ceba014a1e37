"""Plain sentences made from the sides: labels, reasons, the summary."""

from collections.abc import Sequence

from assistant.answer import Relation, Verdict
from assistant.claim import Claim
from assistant.positions import Side, between
from assistant.values.actor import Actor
from assistant.values.holder import Holder
from assistant.values.polarity import Polarity
from assistant.values.rejection import Rejection
from corpus.statement import Stance

_MOST_NAMES = 3
_RELATIONS = {
    Relation.CONTRADICTS: "cannot both hold",
    Relation.DISPUTES: "cannot both hold",
    Relation.PARTLY: "cannot wholly hold together",
    Relation.SUPERSEDED: "are of different times",
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
    first = side.claims[0]
    words, stance = first.value.label, first.candidate.statement.stance
    if stance is Stance.DENIES and isinstance(first.value, Polarity) and words.startswith("that "):
        return f"not so: {words.removeprefix('that ')}"
    return words


def sources(claims: Sequence[Claim]) -> str:
    """Return the names of the claims' sources, each once: "A, B and C"."""
    names = list(dict.fromkeys(claim.candidate.statement.source.name for claim in claims))
    shown, more = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def why(side: Side, other: Side, relation: Relation) -> str:
    """Return how two sides differ: "What A says and what B says cannot both hold. A: 16. B: 4."."""
    told = denial([side, other]) if relation is not Relation.SUPERSEDED else None
    first, second = (_with_verb(each.claims, "says", "say") for each in (side, other))
    apart = f"What {first} and what {second} {_RELATIONS[relation]}."
    return f"{told or apart} {_said(side)} {_said(other)}"


def denial(found: Sequence[Side]) -> str | None:
    """Return who denies what others assert: "C denies what A and B assert."; None where nobody does."""
    denying = [claim for side in found for claim in side.claims if _denies(claim)]
    against = [
        claim
        for side in found
        if any(_is_denial(other) and between(side, other) for other in found) and not _is_denial(side)
        for claim in side.claims
    ]
    if not denying or not against:
        return None
    return f"{_with_verb(denying, 'denies', 'deny')} what {_with_verb(against, 'asserts', 'assert')}."


def _is_denial(side: Side) -> bool:
    return any(map(_denies, side.claims))


def _denies(claim: Claim) -> bool:
    """Tell whether a claim takes back what others say, in so many words: a no, "not so", "not the army"."""
    match claim.value:
        case Rejection():
            return True
        case Polarity(affirms=affirms, is_judged=judged):
            return affirms is False and not judged
        case Actor(did=holds) | Holder(holds=holds):
            return not holds
        case _:
            return False


def _with_verb(claims: Sequence[Claim], one: str, several: str) -> str:
    names = {claim.candidate.statement.source.name for claim in claims}
    return f"{sources(claims)} {one if len(names) == 1 else several}"


def summary(verdict: Verdict, found: Sequence[Side]) -> str:
    """Return a few short sentences that a person can read on their own."""
    if verdict is Verdict.NONE:
        return NOTHING
    denied = denial(found) if verdict is Verdict.CONFLICT else None
    told = [_OPENINGS[verdict], *([denied] if denied else []), *map(_said, found)]
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in told if sentence)


def _said(side: Side) -> str:
    words = label(side)
    return f"{sources(side.claims)}: {words}" + ("" if words.endswith((".", "…")) else ".")
