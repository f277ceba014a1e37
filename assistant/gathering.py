"""Gathering: from the passages found to the claims that answer."""

from collections.abc import Sequence

from assistant.candidate import Candidate
from assistant.claim import Claim, value
from assistant.echoes import echoes
from assistant.origin import origin
from assistant.question import Question
from assistant.relevance import TYPED, TYPED_SLACK, UNTYPED_SLACK, names_weight, passes, relevance, telling
from assistant.timeline import in_time, speaks_of
from corpus.parsing import Parser
from corpus.statement import Form, Stance
from index.hit import Hit
from index.index import Index

_MOST_READ = 60
"""Statements parsed for one question."""


def candidates(index: Index, hits: Sequence[Hit]) -> list[Candidate]:
    """Return the statements of the passages found, in the order of the passages' ranks."""
    by_passage = {hit.passage.id: hit for hit in hits}
    articles = {hit.passage.article_id: index.article(hit.passage.article_id) for hit in hits}
    found = []
    for statement in index.statements(list(by_passage)):
        hit = by_passage[statement.passage_id]
        article = articles[hit.passage.article_id]
        if article is not None:
            found.append(Candidate(statement, article, hit, origin(statement.source, index.aliases)))
    return sorted(found, key=lambda candidate: candidate.hit.rank)


def claims(question: Question, found: Sequence[Candidate], index: Index, parser: Parser) -> list[Claim]:
    """Return the claims among the candidates, most relevant first.

    Only candidates that stand near the names asked about are parsed and compared in meaning.
    """
    shares = telling(question, [candidate.hit for candidate in found])
    near = [(candidate, names_weight(question, candidate, shares)) for candidate in found]
    near = [(candidate, names) for candidate, names in near if names > 0][:_MOST_READ]
    docs = parser.parse(candidate.content for candidate, _ in near)
    alike = index.similarities(question.text, [candidate.own_words for candidate, _ in near])
    answering = []
    for (candidate, names), content, similarity in zip(near, docs, alike, strict=True):
        weight = relevance(question, candidate, content, names, similarity)
        answer = value(question, candidate, content, weight) if passes(question, weight) else None
        if answer is not None:
            answering.append(Claim(candidate, answer, weight, *speaks_of(candidate, content)))
    kept = _near_best(question, in_time(question, answering))
    return _distinct([*kept, *echoes(found, kept)])


def _near_best(question: Question, answering: Sequence[Claim]) -> list[Claim]:
    """Drop claims far less relevant than the best."""
    best = max((claim.relevance for claim in answering), default=0.0)
    slack = TYPED_SLACK if question.kind in TYPED else UNTYPED_SLACK
    return [claim for claim in answering if claim.relevance >= best - slack]


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
