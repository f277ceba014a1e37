"""Relevance: whether a statement speaks of what the question asks about."""

from spacy.tokens import Doc

from assistant.candidate import Candidate
from assistant.names import mentions
from assistant.question import Kind, Question
from assistant.vocabulary import family

IN_STATEMENT, IN_CONTEXT, IN_TITLE, IN_ARTICLE = 1.0, 0.8, 0.5, 0.3
"""How much a name counts by where it stands."""

_FEWEST_TERMS = {Kind.COUNT: 0.3, Kind.CONTROL: 0.0, Kind.WHEN: 0.5, Kind.WHETHER: 0.6, Kind.WHO: 0.5}
_FEWEST_OTHERWISE = 0.6
"""The share of a question's terms that a statement must meet, by what is asked."""

_FAR = 45
"""Days between the report and a day asked about from which they have nothing to do with each other."""


def relevance(question: Question, candidate: Candidate, content: Doc) -> float:
    """Return how far a statement speaks of what is asked: 0 not at all, 1 in its own words."""
    if not _is_speaker(question, candidate) or not _is_near(question, candidate):
        return 0.0
    names = _names(question, candidate)
    terms = _terms(question, candidate, content)
    if names == 0.0 or terms < _FEWEST_TERMS.get(question.kind, _FEWEST_OTHERWISE):
        return 0.0
    return (names + terms) / 2


def _is_speaker(question: Question, candidate: Candidate) -> bool:
    """Tell whether the statement is by the source asked for, where one is."""
    return question.speaker is None or mentions(candidate.source_names, question.speaker)


def _is_near(question: Question, candidate: Candidate) -> bool:
    """Tell whether report or event lie near a day asked about; what has no date may."""
    known = [day for day in (candidate.statement.event_on, candidate.article.published) if day is not None]
    if not question.days or not known:
        return True
    return any(abs((day - asked).days) <= _FAR for day in known for asked in question.days)


def _names(question: Question, candidate: Candidate) -> float:
    """Return the mean weight of the names asked about; 0 where one is missing or all are far off."""
    if not question.names:
        return IN_CONTEXT
    weights = [_name(name, candidate) for name in question.names]
    if min(weights) == 0.0 or max(weights) < IN_CONTEXT:
        return 0.0
    return sum(weights) / len(weights)


def _name(name: str, candidate: Candidate) -> float:
    places = (
        (IN_STATEMENT, candidate.own_words),
        (IN_CONTEXT, candidate.context),
        (IN_TITLE, candidate.article.title),
        (IN_ARTICLE, candidate.article.text),
    )
    return next((weight for weight, text in places if mentions(text, name)), 0.0)


def _terms(question: Question, candidate: Candidate, content: Doc) -> float:
    """Return the share of the question's terms that the statement or its context meets.

    A term met only in the context counts half.
    """
    if not question.terms:
        return 1.0
    own = {token.lemma_.lower() for token in content} | set(candidate.quote.lower().split())
    around = set(candidate.context.lower().split())
    met = sum(1.0 if family(term) & own else 0.5 if family(term) & around else 0.0 for term in question.terms)
    return met / len(question.terms)
