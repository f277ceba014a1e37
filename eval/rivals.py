"""Rivals: what other ways to search find for the same questions, so that no figure stands alone."""

from collections.abc import Sequence
from typing import Protocol

from eval.library import Library
from eval.outcome import Outcome
from eval.retrieval import Ranks, ranks
from index.filters import Filters
from index.hit import Hit
from index.index import EVERYTHING
from index.way import Way


class Searched(Protocol):
    """Whatever finds passages, as `index.index.Index` does."""

    def search(self, question: str, limit: int, filters: Filters, way: Way, /) -> Sequence[Hit]:
        """Return passages for a question, best first."""
        ...


def rivals(outcome: Outcome, searched: Searched, depth: int, library: Library) -> dict[str, Ranks]:
    """Return the retrieval figures of the case for each way to search, by its name."""
    if not outcome.gold:
        return {}
    return {way.value: _ranks(outcome, way, searched, depth, library) for way in Way}


def _ranks(outcome: Outcome, way: Way, searched: Searched, depth: int, library: Library) -> Ranks:
    found = searched.search(outcome.case.question, depth, EVERYTHING, way)
    return ranks(outcome.gold, [hit.passage for hit in found], library)
