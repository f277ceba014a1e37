"""Answerability: how likely a statement is to answer a question, by its evidence.

A logistic regression whose weights stand in `answerability.toml`, where they can be read;
`training/answerability.py` fits them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib import resources
from math import exp

from assistant.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Answerability:
    """Weights of the signs, with the probabilities from which a statement counts.

    `bar` is what the likeliest statement must reach for the question to be answered at all; the others
    must reach `share` of it. From `sure` on, a statement may answer in other words than the question's;
    where all do, one must reach `alone`.
    """

    weights: Mapping[str, float]
    intercept: float
    bar: float
    share: float
    sure: float
    alone: float

    def probability(self, evidence: Evidence) -> float:
        """Return the probability that a statement with this evidence answers."""
        signs = asdict(evidence)
        return 1 / (1 + exp(-self.intercept - sum(self.weights[name] * sign for name, sign in signs.items())))

    def at_best(self, evidence: Evidence) -> float:
        """Return the probability if a value is found in the statement."""
        return self.probability(replace(evidence, value=1.0))


@cache
def load_answerability() -> Answerability:
    """Return the fitted model."""
    table = tomllib.loads(resources.files("assistant").joinpath("answerability.toml").read_text("utf-8"))
    return Answerability(
        table["weights"], table["intercept"], table["bar"], table["share"], table["sure"], table["alone"]
    )
