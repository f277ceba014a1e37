"""Hearing: what statements in other words than the question's amount to, yes or no."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.claim import Claim
from assistant.judge import Judge
from assistant.kind import Kind
from assistant.question import Question
from assistant.values.polarity import Polarity

_YES: dict[bool | None, float] = {True: 0.44, None: 0.5, False: 0.79}
"""How sure the judge must be of a yes, by what the statement's own negations make of it.

Of statements that answer in other words, those negated say no in four of five: the odds that follow, as
training/README.md tells."""


def heard(question: Question, claims: Sequence[Claim], judge: Judge) -> list[Claim]:
    """Return the claims, those that nothing ties to the question's words with the judge's yes or no."""
    if question.kind is not Kind.WHETHER:
        return list(claims)
    loose = [claim for claim in claims if isinstance(claim.value, Polarity) and not claim.is_firm]
    chances = judge.affirmation(question, [claim.candidate.own_words for claim in loose])
    told = {id(claim): chance for claim, chance in zip(loose, chances, strict=True)}
    return [_heard(claim, told[id(claim)]) if id(claim) in told else claim for claim in claims]


def _heard(claim: Claim, chance: float) -> Claim:
    if not isinstance(claim.value, Polarity):
        return claim
    affirms = chance >= _YES[claim.value.affirms]
    return replace(
        claim, value=replace(claim.value, affirms=affirms, is_judged=affirms != claim.value.affirms)
    )
