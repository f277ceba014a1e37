"""Statements and sources: which gold ones the answer holds, and how many of its own are right."""

from collections.abc import Sequence

from eval.bootstrap import Figure, share
from eval.matching import matches, stands_for
from eval.names import fold, same_source
from eval.outcome import Outcome


def statements(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return recall and precision of sources and statements, speaker and stance accuracy."""
    matched = [matches(outcome) for outcome in outcomes]
    return {
        "source_recall": share([_sources(outcome) for outcome in outcomes]),
        "source_precision": share([_right(outcome, with_source=True) for outcome in outcomes]),
        "statement_recall": share(
            [(len(found), len(outcome.gold)) for found, outcome in zip(matched, outcomes, strict=True)]
        ),
        "statement_precision": share([_right(outcome, with_source=False) for outcome in outcomes]),
        "speaker_accuracy": share([(sum(m.right_source for m in found), len(found)) for found in matched]),
        "stance_accuracy": share([(sum(m.right_stance for m in found), len(found)) for found in matched]),
    }


def _sources(outcome: Outcome) -> tuple[int, int]:
    """Return how many gold sources, each counted once a case, the answer names, and of how many."""
    gold = {fold(item.statement.source): item.statement for item in outcome.gold}
    named = [citation.statement.source for citation in outcome.citations]
    found = [source for source in gold.values() if any(same_source(source, name) for name in named)]
    return len(found), len(gold)


def _right(outcome: Outcome, *, with_source: bool) -> tuple[int, int]:
    """Return how many citations stand for a gold statement, and of how many."""
    right = [
        citation
        for citation in outcome.citations
        if any(
            stands_for(citation, gold)
            and (not with_source or same_source(gold.statement, citation.statement.source))
            for gold in outcome.gold
        )
    ]
    return len(right), len(outcome.citations)
