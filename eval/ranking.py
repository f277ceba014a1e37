"""Ranked lists against what is relevant: recall at k, MRR and nDCG@10, by ranx."""

import os
from collections.abc import Iterable, Mapping

CUTOFFS = (1, 2, 3, 5, 7, 10, 15, 20, 30)
"""Where recall is measured, for a curve; three of them are figures of their own."""

RECALLS = tuple(f"passage_recall_at_{cutoff}" for cutoff in CUTOFFS)
METRICS = ("passage_recall_at_5", "passage_recall_at_10", "passage_recall_at_20", "mrr", "ndcg_at_10")
_NOTHING = "(nothing)"  # ranx wants at least one document a question

Judgements = Mapping[str, Mapping[str, int]]
"""For each question the relevant documents, with their gain."""

Rankings = Mapping[str, Iterable[str]]
"""For each question the documents found, best first."""


def evaluate(judgements: Judgements, rankings: Rankings, metric: str) -> list[float]:
    """Return a metric, as ranx names it, for each question, in the order of the judgements."""
    # Compiling ranx takes 3 to 50 seconds; interpreted, a set of cases takes milliseconds.
    os.environ.setdefault("NUMBA_DISABLE_JIT", "1")
    from ranx import Qrels, Run
    from ranx import evaluate as by_ranx

    gains = {question: dict(gold) or {_NOTHING: 1} for question, gold in judgements.items()}
    scored = {question: _scored(rankings[question]) for question in judgements}
    order = sorted(judgements)  # as ranx gives them back
    scores = by_ranx(Qrels(gains), Run(scored), metric, return_mean=False)
    by_question = dict(zip(order, map(float, scores), strict=True))
    return [by_question[question] for question in judgements]


def _scored(documents: Iterable[str]) -> dict[str, float]:
    ranked: dict[str, float] = {}
    for rank, document in enumerate(documents, 1):
        ranked.setdefault(document, 1 / rank)
    return ranked or {"(none)": 0.0}
