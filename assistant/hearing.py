"""Hearing: what statements amount to, yes or no, where the question's words do not tell."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.claim import Claim
from assistant.judge import Judge
from assistant.kind import Kind
from assistant.question import Question
from assistant.values.polarity import Polarity

_YES: dict[bool | None, float] = {True: 0.44, None: 0.5, False: 0.79}
"""How sure the judge must be of a yes, by what the statement's own negations make of it.

Of statements that answer in other words, those that the rules call negated say no in four of five: the odds
that follow, as training/README.md tells."""

_PLAIN_NO = 0.3
"""Probability of yes under which what has the question's words says no, though no negation was seen."""

_MOST = 0.5
"""Share of its sentences that a statement's words must be, lest the judge hear what another says in them."""


def heard(question: Question, claims: Sequence[Claim], judge: Judge) -> list[Claim]:
    """Return the claims with the judge's yes or no, where it is asked for.

    That is where nothing ties them to the question's words; what is tied by them and seems to affirm is
    turned over where the judge hears a plain no ("nobody will lose a job").
    """
    if question.kind is not Kind.WHETHER:
        return list(claims)
    unsure = [claim for claim in claims if not claim.is_firm or _may_be_turned_over(claim)]
    chances = judge.affirmation(question, [claim.candidate.excerpt for claim in unsure])
    told = {id(claim): chance for claim, chance in zip(unsure, chances, strict=True)}
    return [_heard(claim, told[id(claim)]) if id(claim) in told else claim for claim in claims]


def _may_be_turned_over(claim: Claim) -> bool:
    """Tell whether a tied claim affirms, in sentences that are mostly its own."""
    if not isinstance(claim.value, Polarity) or not claim.value.affirms:
        return False
    return len(claim.candidate.content) > _MOST * len(claim.candidate.quote)


def _heard(claim: Claim, chance: float) -> Claim:
    if not isinstance(claim.value, Polarity):
        return claim
    rule = claim.value.affirms
    affirms = chance >= (_PLAIN_NO if claim.is_firm else _YES[rule])
    return replace(claim, value=replace(claim.value, affirms=affirms, is_judged=affirms != rule))
