"""Answerability: how likely a statement is to answer a question, by its evidence.

A logistic regression whose weights stand in `answerability.toml`, where they can be read;
`training/answerability.py` fits them.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import exp

from assistant.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights of the signs, by name, and an intercept."""

    weights: Mapping[str, float]
    intercept: float

    def probability(self, evidence: Evidence) -> float:
        """Return the probability that a statement with this evidence answers."""
        told = sum(weight * getattr(evidence, name) for name, weight in self.weights.items())
        return 1 / (1 + exp(-self.intercept - told))

    def at_best(self, evidence: Evidence) -> float:
        """Return the probability if a value is found in the statement."""
        return self.probability(replace(evidence, value=1.0))


@dataclass(frozen=True, slots=True)
class Answerability:
    """How the signs weigh, with the probabilities from which a statement counts.

    `unread` weighs those at hand before the reader has read a statement, `whole` all of them.
    `bar` is what the likeliest statement must reach for the question to be answered at all, or `alone` where
    all answer in other words than the question's; the others must reach `share` of it. From `sure` on, a
    statement may answer in other words.
    """

    unread: Regression
    whole: Regression
    bar: float
    share: float
    sure: float
    alone: float


@cache
def load_answerability() -> Answerability:
    """Return the fitted model."""
    table = tomllib.loads(resources.files("assistant").joinpath("answerability.toml").read_text("utf-8"))
    unread, whole = (
        Regression(table[name]["weights"], table[name]["intercept"]) for name in ("unread", "whole")
    )
    return Answerability(unread, whole, table["bar"], table["share"], table["sure"], table["alone"])
