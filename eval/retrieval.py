"""Retrieval: recall of gold quotes among the first k passages, MRR, nDCG@10, by ranx."""

import os
from collections.abc import Iterable, Sequence

from corpus.passage import Passage
from eval.bootstrap import Figure, mean
from eval.gold import Gold
from eval.library import Library
from eval.outcome import Outcome
from eval.span import overlap

CUTOFFS = (5, 10, 20)
_NOTHING = "(nothing)"  # ranx wants at least one document a question

_Judgements = dict[str, dict[str, int]]
_Rankings = dict[str, dict[str, float]]


def retrieval(outcomes: Sequence[Outcome], library: Library) -> dict[str, Figure]:
    """Return passage recall@5, @10 and @20, MRR and nDCG@10 over the cases that have gold.

    Recall counts gold quotes: one is found when a passage of its article overlaps it. MRR and
    nDCG@10 rank the passages of the index, relevant (1) when they overlap a gold quote.
    """
    asked = [outcome for outcome in outcomes if outcome.gold]
    if not asked:
        names = [*(f"passage_recall_at_{cutoff}" for cutoff in CUTOFFS), "mrr", "ndcg_at_10"]
        return {name: Figure(None, 0) for name in names}
    quotes = {o.case.id: {str(number): 1 for number in range(len(o.gold))} for o in asked}
    figures = {}
    for cutoff in CUTOFFS:
        found = {o.case.id: _ranking(_found(o, cutoff)) for o in asked}
        figures[f"passage_recall_at_{cutoff}"] = mean(_evaluate(quotes, found, "recall"))
    relevant = {o.case.id: _relevant(o.gold, library) for o in asked}
    ranked = {o.case.id: _ranking(hit.passage.id for hit in o.passages) for o in asked}
    figures["mrr"] = mean(_evaluate(relevant, ranked, "mrr"))
    figures["ndcg_at_10"] = mean(_evaluate(relevant, ranked, "ndcg@10"))
    return figures


def covers(passage: Passage, gold: Gold) -> bool:
    """Return whether the passage is of the gold article and overlaps the gold quote."""
    return passage.article_id == gold.statement.article and any(
        overlap((passage.start, passage.end), span) for span in gold.spans
    )


def _found(outcome: Outcome, cutoff: int) -> list[str]:
    first = [hit.passage for hit in outcome.passages[:cutoff]]
    numbered = enumerate(outcome.gold)
    return [str(number) for number, gold in numbered if any(covers(passage, gold) for passage in first)]


def _relevant(gold: Sequence[Gold], library: Library) -> dict[str, int]:
    articles = {item.statement.article for item in gold}
    passages = [passage for article in sorted(articles) for passage in library.passages(article)]
    relevant = [passage.id for passage in passages if any(covers(passage, item) for item in gold)]
    return dict.fromkeys(relevant, 1) or {"(unlocated)": 1}


def _ranking(documents: Iterable[str]) -> dict[str, float]:
    ranked: dict[str, float] = {}
    for rank, document in enumerate(documents, 1):
        ranked.setdefault(document, 1 / rank)
    return ranked or {_NOTHING: 0.0}


def _evaluate(judgements: _Judgements, rankings: _Rankings, metric: str) -> list[float]:
    """Return the metric for each question, in the order of their ids."""
    # Compiling ranx takes 3 to 50 seconds; interpreted, a set of cases takes milliseconds.
    os.environ.setdefault("NUMBA_DISABLE_JIT", "1")
    from ranx import Qrels, Run, evaluate

    scores = evaluate(Qrels(judgements), Run(rankings), metric, return_mean=False)
    return [float(score) for score in scores]
