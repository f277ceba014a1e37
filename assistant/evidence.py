"""Evidence: the signs by which a statement is judged to answer a question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.candidate import Candidate
from assistant.coverage import Coverage
from assistant.names import mentions, names_speaker
from assistant.question import Question
from assistant.reader import Reader
from assistant.vocabulary import offices, wordings
from corpus.statement import Form
from index.index import Index

_SAME, _FAR = 2, 20
"""Days between what is asked about and what is told: up to which they are one, from which apart."""

_NAMED = 0.25
"""What share of the names asked about, weighed by rarity, a report must mention."""

_RANK_OFFSET = 10
"""Softens the reciprocal rank of a passage."""

_FELLOWS = 5
"""How many of the statements most similar to the question stand for what is told about it."""

_ECHO = 0.7
"""Similarity from which a statement of another report tells the same."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Signs for one statement, each a number of about 0 to 1 but for those of models.

    similarity: cosine of question and statement. fellows: cosine of the statement and the mean of those
    most similar to the question (pseudo-relevance feedback; Rocchio, 1971). echoed: logarithm of how many
    other reports tell the same. words_behind, context_behind: how much less of the question the statement,
    and its passage, cover than the best of its rivals. names: how much of the names it has. article: how
    much the whole report covers. terms: share of the question's words without a name that are met.
    same_day, far_day, undated: where the question names a day, how near to it the statement is.
    narration: told by nobody but the outlet. rank: reciprocal, of the passage. reader, reader_behind: what
    the reader gives it, and how much less than the best. value: whether an answer of the kind asked
    for, tied to the question's words, can be read from it; loose: whether one can that is not tied;
    marked: by how much (logits) the words that the extractor marks instead lead no answer.
    """

    similarity: float
    fellows: float
    echoed: float
    words_behind: float
    context_behind: float
    names: float
    article: float
    terms: float
    same_day: float
    far_day: float
    undated: float
    narration: float
    rank: float
    reader: float = 0.0
    reader_behind: float = 0.0
    value: float = 0.0
    loose: float = 0.0
    marked: float = 0.0


Judged = tuple[Candidate, Evidence]
"""A candidate with the evidence for it."""


def evidence(question: Question, found: Sequence[Candidate], index: Index) -> list[Judged]:
    """Return the evidence for each candidate but the reader's, and but its value, which takes parsing."""
    if not found:
        return []
    coverage, names = Coverage(question.text, index), Coverage(" ".join(question.names), index)
    families = [coverage.stems(" ".join(wordings(term))) for term in question.terms]
    words = [coverage.of(candidate.own_words) for candidate in found]
    contexts = [coverage.of(candidate.context, candidate.own_words) for candidate in found]
    articles = {
        candidate.article.id: coverage.of(f"{candidate.article.title} {candidate.article.text}")
        for candidate in {each.article.id: each for each in found}.values()
    }
    similar, fellows, echoed = _likeness(question, found, index)
    return [
        (
            candidate,
            Evidence(
                similarity=float(similar[place]),
                fellows=float(fellows[place]),
                echoed=float(echoed[place]),
                words_behind=max(words) - words[place],
                context_behind=max(contexts) - contexts[place],
                names=names.of(candidate.own_words) if question.names else 1.0,
                article=articles[candidate.article.id],
                terms=_terms(families, candidate, coverage),
                **_nearness(question, candidate),
                narration=float(candidate.statement.form is Form.NARRATION),
                rank=1 / (_RANK_OFFSET + candidate.hit.rank),
            ),
        )
        for place, candidate in enumerate(found)
    ]


def _likeness(
    question: Question, found: Sequence[Candidate], index: Index
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Return `similarity`, `fellows` and `echoed` of each candidate: (candidates,) each."""
    vectors = index.statement_vectors([candidate.statement.id for candidate in found])
    similar = vectors @ index.vector(question.text)
    mean = vectors[np.argsort(-similar)[:_FELLOWS]].mean(axis=0)
    fellows = vectors @ (mean / np.linalg.norm(mean))
    numbers = {name: place for place, name in enumerate(dict.fromkeys(c.article.id for c in found))}
    reports = np.array([numbers[candidate.article.id] for candidate in found])
    same = vectors @ vectors.T > _ECHO
    others = [len(set(reports[row]) - {report}) for row, report in zip(same, reports, strict=True)]
    return similar, fellows, np.log1p(np.array(others, dtype=np.float32))


def read(question: Question, judged: Sequence[Judged], reader: Reader) -> list[Judged]:
    """Add what the reader makes of each statement."""
    given = reader.read(question.text, [candidate.excerpt for candidate, _ in judged])
    best = max(given, default=0.0)
    return [
        (candidate, replace(signs, reader=score, reader_behind=best - score))
        for (candidate, signs), score in zip(judged, given, strict=True)
    ]


def _terms(families: Sequence[frozenset[str]], candidate: Candidate, coverage: Coverage) -> float:
    """Return the share of the question's terms that are met; what only the context has counts half.

    `families` are the stems of what says the same as each term.
    """
    if not families:
        return 1.0
    own, around = coverage.stems(candidate.own_words), coverage.stems(candidate.context)
    met = sum(bool(alike & own) + bool(alike & (own | around)) for alike in families)
    return met / (2 * len(families))


def _nearness(question: Question, candidate: Candidate) -> dict[str, float]:
    statement = candidate.statement
    days = (statement.event_on, statement.said_on, candidate.article.published)
    gaps = [abs((day - asked).days) - question.spread for day in days if day for asked in question.days]
    nearest = min(gaps, default=None)
    return {
        "same_day": float(nearest is not None and nearest <= _SAME),
        "far_day": float(nearest is not None and nearest > _FAR),
        "undated": float(nearest is None),
    }


def _is_speaker(question: Question, candidate: Candidate) -> bool:
    """Tell whether a statement is by the source asked for, if one is: most of its words are known.

    Whose "the government" or "officials" are, without more, the rest of the report tells.
    """
    if question.speaker is None:
        return True
    known, source = [candidate.source_names], candidate.statement.source.name
    *whose, office = question.speaker.split()
    if len(source.split()) == 1 and offices(source.lower()) and names_speaker(source, office):
        article = f"{candidate.article.title} {candidate.article.text}"
        known += [word for word in whose if mentions(article, word)]
    return names_speaker(" ".join(known), question.speaker)


def about(question: Question, found: Sequence[Candidate], index: Index) -> list[Candidate]:
    """Keep candidates of reports that mention the names asked about, by or on the speaker asked for."""
    names = Coverage(" ".join(question.names), index)
    articles = {candidate.article.id: candidate.article for candidate in found}
    named = {
        name
        for name, article in articles.items()
        if not question.names or names.of(f"{article.title} {article.text}") >= _NAMED
    }
    near = [each for each in found if each.article.id in named]
    heard = [each for each in near if is_by_or_on(question, each)]
    described = question.speaker is not None and question.speaker.islower()
    return heard or near if described else heard


def is_by_or_on(question: Question, candidate: Candidate) -> bool:
    """Tell whether a statement is by the source asked for, or is the outlet's own about that source."""
    if _is_speaker(question, candidate):
        return True
    told = candidate.statement.form is Form.NARRATION
    return told and names_speaker(candidate.own_words, question.speaker or "")
