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

_PLAIN_NO = 0.1
"""Probability of yes under which what has the question's words, and no negation, says no all the same."""


def heard(question: Question, claims: Sequence[Claim], judge: Judge) -> list[Claim]:
    """Return the claims with the judge's yes or no, where it is asked for.

    That is where nothing ties them to the question's words; what is tied by them and seems to affirm is
    turned over where the judge hears a plain no ("nobody will lose a job").
    """
    if question.kind is not Kind.WHETHER:
        return list(claims)
    chances = judge.affirmation(question, [claim.candidate.excerpt for claim in claims])
    return [_heard(claim, chance) for claim, chance in zip(claims, chances, strict=True)]


def _heard(claim: Claim, chance: float) -> Claim:
    if not isinstance(claim.value, Polarity):
        return claim
    rule = claim.value.affirms
    affirms = rule and chance >= _PLAIN_NO if claim.is_firm else chance >= _YES[rule]
    return replace(claim, value=replace(claim.value, affirms=affirms, is_judged=affirms != rule))
