"""Statements and sources: which gold ones the answer holds, and how many of its own are right."""

from eval.matching import matches, stands_for
from eval.names import fold, same_name, same_source
from eval.outcome import Outcome

STATEMENTS = (
    "source_recall",
    "source_precision",
    "statement_recall",
    "statement_precision",
    "speaker_accuracy",
    "stance_accuracy",
)


def statements(outcome: Outcome) -> dict[str, tuple[int, int]]:
    """Return recall and precision of sources and statements, speaker and stance accuracy.

    Each is hits, and of how many.
    """
    found = matches(outcome)
    counted = (
        _sources(outcome),
        _right(outcome, with_source=True),
        (len(found), len(outcome.gold)),
        _right(outcome, with_source=False),
        (sum(match.right_source for match in found), len(found)),
        (sum(match.right_stance for match in found), len(found)),
    )
    return dict(zip(STATEMENTS, counted, strict=True))


def narrated(outcome: Outcome) -> tuple[int, int]:
    """Return how many matched statements would have the right source, were each the outlet's own."""
    found = matches(outcome)
    own = [same_name(match.gold.statement, match.citation.article.outlet or "") for match in found]
    return sum(own), len(own)


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
