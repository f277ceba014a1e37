"""Retrieval: recall of gold quotes among the first k passages, MRR, nDCG@10."""

from collections.abc import Mapping, Sequence

from corpus.passage import Passage
from eval.gold import Gold
from eval.library import Library
from eval.ranking import CUTOFFS, RECALLS, evaluate
from eval.span import overlap

Ranks = Mapping[str, float]
"""The retrieval figures of one case, by name."""


def ranks(gold: Sequence[Gold], found: Sequence[Passage], library: Library) -> dict[str, float]:
    """Return passage recall at each cutoff, MRR and nDCG@10 of one case; nothing without gold.

    Recall counts gold quotes: one is found when a passage of its article overlaps it. MRR and
    nDCG@10 rank the passages of the index, relevant (1) when they overlap a gold quote.
    """
    if not gold:
        return {}
    covered = [{number for number, item in enumerate(gold) if covers(passage, item)} for passage in found]
    recalls = [len(set[int]().union(*covered[:cutoff])) / len(gold) for cutoff in CUTOFFS]
    relevant, ranked = {"": _relevant(gold, library)}, {"": [passage.id for passage in found]}
    return {
        **dict(zip(RECALLS, recalls, strict=True)),
        "mrr": evaluate(relevant, ranked, "mrr")[0],
        "ndcg_at_10": evaluate(relevant, ranked, "ndcg@10")[0],
    }


def covers(passage: Passage, gold: Gold) -> bool:
    """Return whether the passage is of the gold article and overlaps the gold quote."""
    return passage.article_id == gold.statement.article and any(
        overlap((passage.start, passage.end), span) for span in gold.spans
    )


def _relevant(gold: Sequence[Gold], library: Library) -> dict[str, int]:
    articles = {item.statement.article for item in gold}
    passages = [passage for article in sorted(articles) for passage in library.passages(article)]
    return {passage.id: 1 for passage in passages if any(covers(passage, item) for item in gold)}
