"""Relevance: whether a statement speaks of what the question asks about."""

import re
from collections.abc import Mapping, Sequence
from math import log

from spacy.tokens import Doc

from assistant.candidate import Candidate
from assistant.kind import Kind
from assistant.names import mentions
from assistant.question import Question
from assistant.vocabulary import family, opposites
from index.hit import Hit

IN_STATEMENT, IN_CONTEXT, IN_LEAD, IN_ARTICLE = 1.0, 0.8, 0.7, 0.3
"""How much a name counts by where it stands."""

TYPED = (Kind.COUNT, Kind.CONTROL, Kind.WHEN, Kind.WHERE, Kind.WHO)
"""Kinds whose answer is itself a sign that the statement answers."""

TYPED_BAR, UNTYPED_BAR = 0.40, 0.52
"""What relevance must reach."""

TYPED_SLACK, UNTYPED_SLACK = 0.3, 0.2
"""How far below the most relevant claim another may lie."""

_FEWEST_NAMES = 0.5
"""The mean weight that the names asked about must reach."""

_ALIKE = 0.6
"""Similarity from which a statement need not name the deed asked about."""

_FAR = 45
"""Days between report and a day asked about from which they have nothing to do with each other."""


def telling(question: Question, hits: Sequence[Hit]) -> dict[str, float]:
    """Return how telling each name asked about is: the fewer of the passages found have it, the more.

    The weights sum to 1, as in inverse document frequency (Spärck Jones, 1972).
    """
    counts = {name: sum(mentions(hit.passage.text, name) for hit in hits) for name in question.names}
    weights = {name: log(1 + (len(hits) + 1) / (count + 1)) for name, count in counts.items()}
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def names_weight(question: Question, candidate: Candidate, shares: Mapping[str, float]) -> float:
    """Return how near the names asked about stand: 0 where too many are missing or all are far off.

    `shares` tells how telling each name is. A statement by another than the speaker asked for, or
    of another time, weighs 0 as well.
    """
    if not _is_speaker(question, candidate) or not _is_near(question, candidate):
        return 0.0
    if not question.names:
        return IN_CONTEXT
    weights = {name: _weight(name, candidate) for name in shares}
    mean = sum(shares[name] * weight for name, weight in weights.items())
    return mean if max(weights.values()) >= IN_LEAD and mean >= _FEWEST_NAMES else 0.0


def relevance(
    question: Question, candidate: Candidate, content: Doc, names: float, similarity: float
) -> float:
    """Return how far a statement speaks of what is asked, between 0 and 1.

    `names` is its `names_weight`, `similarity` the cosine similarity of question and statement.
    """
    if not _covers(question, candidate):
        return 0.0
    terms = terms_met(question, candidate, content)
    if question.kind is Kind.WHETHER and similarity < _ALIKE and not _does(question, candidate):
        return 0.0
    return 0.25 * names + 0.35 * terms + 0.4 * min(max(similarity, 0.0) / 0.7, 1.0)


def _covers(question: Question, candidate: Candidate) -> bool:
    """Tell whether the things asked about are spoken of at all: fewer than half may go unmentioned."""
    around = words_of(candidate.context) | words_of(candidate.article.title)
    missing = [thing for thing in question.things if not family(thing) & around]
    return not missing or 2 * len(missing) < len(question.things)


def _does(question: Question, candidate: Candidate) -> bool:
    """Tell whether the statement speaks of the deed asked about, or of its contrary."""
    deeds = family(question.deed) | opposites(question.deed)
    return not question.deed or bool(deeds & words_of(candidate.own_words))


def passes(question: Question, weight: float) -> bool:
    """Tell whether a relevance is enough for a question of its kind."""
    return weight >= (TYPED_BAR if question.kind in TYPED else UNTYPED_BAR)


def _is_speaker(question: Question, candidate: Candidate) -> bool:
    if question.speaker is None:
        return True
    wanted = question.speaker.split()
    known = sum(mentions(candidate.source_names, word) for word in wanted)
    return 2 * known > len(wanted)


def _is_near(question: Question, candidate: Candidate) -> bool:
    """Tell whether report or event lie near a day asked about; what has no date may."""
    known = [day for day in (candidate.statement.event_on, candidate.article.published) if day is not None]
    if not question.days or not known:
        return True
    return any(abs((day - asked).days) <= _FAR for day in known for asked in question.days)


def _weight(name: str, candidate: Candidate) -> float:
    if mentions(candidate.source_names, name):
        return IN_STATEMENT
    places = (
        (IN_STATEMENT, candidate.own_words),
        (IN_CONTEXT, candidate.context),
        (IN_LEAD, candidate.lead),
        (IN_ARTICLE, candidate.article.text),
    )
    found = next((weight for weight, text in places if mentions(text, name)), 0.0)
    surname = name.rsplit(maxsplit=1)[-1]
    if 0 < found < IN_CONTEXT and surname != name and mentions(candidate.own_words, surname):
        return IN_CONTEXT
    return found


def terms_met(question: Question, candidate: Candidate, content: Doc) -> float:
    """Return the share of the question's terms that the statement meets, in its context by half."""
    if not question.terms:
        return 1.0
    own = {token.lemma_.lower() for token in content} | words_of(candidate.own_words)
    around = words_of(candidate.context)
    met = sum(1.0 if family(term) & own else 0.5 if family(term) & around else 0.0 for term in question.terms)
    return met / len(question.terms)


def words_of(text: str) -> set[str]:
    """Return the words of a text, lower case, with a plain guess at the singular of each."""
    found = set(re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower()))
    return found | {word.removesuffix("s") for word in found} | {word.removesuffix("es") for word in found}
