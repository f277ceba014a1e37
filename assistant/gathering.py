"""Gathering: from the passages found to the claims that answer."""

from collections.abc import Sequence

from assistant.candidate import Candidate
from assistant.claim import Claim, value
from assistant.question import Question
from assistant.relevance import relevance
from corpus.parsing import Parser
from corpus.statement import Form, Stance
from index.hit import Hit
from index.index import Index

_MOST = 120
"""Statements read for one question."""


def candidates(index: Index, hits: Sequence[Hit]) -> list[Candidate]:
    """Return the statements of the passages found, in the order of the passages' ranks."""
    by_passage = {hit.passage.id: hit for hit in hits}
    articles = {hit.passage.article_id: index.article(hit.passage.article_id) for hit in hits}
    found = []
    for statement in index.statements(list(by_passage)):
        hit = by_passage[statement.passage_id]
        article = articles[hit.passage.article_id]
        if article is not None:
            found.append(Candidate(statement, article, hit))
    return sorted(found, key=lambda candidate: candidate.hit.rank)[:_MOST]


def claims(question: Question, found: Sequence[Candidate], parser: Parser) -> list[Claim]:
    """Return the claims among the candidates, most relevant first."""
    docs = parser.parse(candidate.statement.content for candidate in found)
    answering = []
    for candidate, content in zip(found, docs, strict=True):
        weight = relevance(question, candidate, content)
        answer = value(question, candidate, content) if weight > 0 else None
        if answer is not None:
            answering.append(Claim(candidate, answer, weight))
    return _distinct(sorted(answering, key=lambda claim: -claim.relevance))


def _distinct(ordered: Sequence[Claim]) -> list[Claim]:
    """Keep one claim for each source and place, and no narration of what a source there says."""
    kept: list[Claim] = []
    for claim in sorted(ordered, key=lambda claim: claim.candidate.statement.form is Form.NARRATION):
        if not any(_repeats(claim, other) for other in kept):
            kept.append(claim)
    return sorted(kept, key=lambda claim: -claim.relevance)


def _repeats(claim: Claim, other: Claim) -> bool:
    if claim.candidate.article.id != other.candidate.article.id:
        return False
    here, there = claim.candidate.statement, other.candidate.statement
    start, end = here.spans.quote
    overlap = min(end, there.spans.quote[1]) > max(start, there.spans.quote[0])
    if here.source.name == there.source.name:
        return overlap and here.stance is there.stance
    return here.form is Form.NARRATION and there.form is not Form.NARRATION and claim.value == other.value


def denials(found: Sequence[Candidate], answering: Sequence[Claim], question: Question) -> list[Candidate]:
    """Return denials that belong to claims: by the same source, in the same passage, of the same names."""
    chosen = {(c.candidate.statement.source.name, c.candidate.hit.passage.id) for c in answering}
    used = {claim.candidate.statement.id for claim in answering}
    return [
        candidate
        for candidate in found
        if candidate.statement.stance is Stance.DENIES
        and candidate.statement.id not in used
        and (candidate.statement.source.name, candidate.hit.passage.id) in chosen
        and any(name in candidate.own_words for name in question.names)
    ]
