"""The assistant: a question in, a sourced answer out."""

import time
from collections.abc import Sequence

from assistant.answer import Answer, Citation, Position, Verdict
from assistant.candidate import Candidate
from assistant.claim import Claim
from assistant.conversation import standalone
from assistant.gathering import candidates, claims, denials
from assistant.models import PACKAGED_MODELS, Models
from assistant.positions import Side, sides
from assistant.question import read_question
from assistant.timeline import in_order
from assistant.verdict import conflicts, verdict
from assistant.wording import label, summary
from corpus.parsing import Parser, SpacyParser
from index.filters import Filters
from index.hit import Hit
from index.index import Index

EVERYTHING = Filters()

DEPTH = 30
"""Passages retrieved for a question."""


class Assistant:
    """Answers questions over one index; safe to call from several threads."""

    def __init__(
        self,
        index: Index,
        depth: int = DEPTH,
        parser: Parser | None = None,
        models: Models = PACKAGED_MODELS,
    ) -> None:
        """Answer from `index`, with `depth` passages a question."""
        self._index, self._depth = index, depth
        self._parser = parser or SpacyParser()
        self._models = models

    def ask(self, question: str, filters: Filters = EVERYTHING, history: Sequence[str] = ()) -> Answer:
        """Answer a question; `history` holds the conversation's earlier ones, oldest first.

        Raises SaysWhoError on an empty question or one over 2,000 characters.
        """
        started = time.perf_counter()
        asked = read_question(question, self._parser)
        if (whole := standalone(question, history, self._parser)) != question:
            asked = read_question(whole, self._parser)
        hits = self._index.search(asked.text, self._depth, filters)
        retrieved = time.perf_counter()
        found = candidates(self._index, [*hits, *self._index.rest(asked.text, hits)])
        answering = claims(asked, found, self._index, self._parser, self._models)
        grouped = sides(answering)
        differing = conflicts(grouped)
        result = verdict(grouped, differing)
        if result is Verdict.CHANGED:
            grouped = in_order(grouped)
            differing = conflicts(grouped)
        return Answer(
            question=asked.text,
            verdict=result,
            summary=summary(result, grouped),
            positions=_positions(grouped, denials(found, answering, asked)),
            conflicts=differing,
            passages=(*hits, *_cited_besides(hits, answering)),
            timing=_timing(started, retrieved, time.perf_counter()),
        )


def _cited_besides(hits: Sequence[Hit], answering: Sequence[Claim]) -> list[Hit]:
    """Return the passages of claims that are not among the hits, by rank."""
    cited = {claim.candidate.hit.rank: claim.candidate.hit for claim in answering}
    return [cited[rank] for rank in sorted(cited) if rank > len(hits)]


def _positions(grouped: Sequence[Side], denied: Sequence[Candidate]) -> tuple[Position, ...]:
    """Number the statements of the sides; a denial stands before its source's own claim."""
    made: list[Position] = []
    marker = 0
    for side in grouped:
        cited = []
        for candidate in _with_denials(side, denied):
            marker += 1
            cited.append(_citation(marker, candidate))
        made.append(Position(label(side), tuple(cited)))
    return tuple(made)


def _with_denials(side: Side, denied: Sequence[Candidate]) -> list[Candidate]:
    speakers = {claim.candidate.statement.source.name for claim in side.claims}
    passages = {claim.candidate.hit.passage.id for claim in side.claims}
    own = [
        candidate
        for candidate in denied
        if candidate.statement.source.name in speakers and candidate.hit.passage.id in passages
    ]
    return own + [claim.candidate for claim in side.claims]


def _citation(marker: int, candidate: Candidate) -> Citation:
    start, end = candidate.statement.spans.quote
    return Citation(marker, candidate.statement, candidate.article, candidate.quote, start, end)


def _timing(started: float, retrieved: float, finished: float) -> dict[str, float]:
    """Return the stages' times in milliseconds."""
    return {
        "retrieval": 1000 * (retrieved - started),
        "answer": 1000 * (finished - retrieved),
        "total": 1000 * (finished - started),
    }
