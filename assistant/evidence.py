"""Evidence: the signs by which a statement is judged to answer a question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.candidate import Candidate
from assistant.coverage import Coverage
from assistant.names import mentions
from assistant.question import Question
from assistant.vocabulary import family, opposites
from corpus.statement import Form
from index.index import Index

_SAME, _FAR = 2, 20
"""Days between what is asked about and what is told: up to which they are one, from which apart."""

_NAMED = 0.25
"""What share of the names asked about, weighed by rarity, a report must mention."""

_RANK_OFFSET = 10
"""Softens the reciprocal rank of a passage."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Signs for one statement, each a number of about 0 to 1.

    similarity: cosine of question and statement. words_behind, context_behind: how much less of the
    question the statement, and its passage, cover than the best of its rivals. article: how much
    the whole report covers. terms: share of the question's words without a name that are met.
    deed: whether the verb asked about, or its contrary, is there. same_day, far_day, undated: where
    the question names a day, how near to it the statement is. narration: told by nobody but the
    outlet. other_speaker: another is asked for. rank: reciprocal, of the passage. value: whether
    an answer of the kind asked for can be read from it.
    """

    similarity: float
    words_behind: float
    context_behind: float
    article: float
    terms: float
    deed: float
    same_day: float
    far_day: float
    undated: float
    narration: float
    other_speaker: float
    rank: float
    value: float = 0.0


Judged = tuple[Candidate, Evidence]
"""A candidate with the evidence for it."""


def evidence(question: Question, found: Sequence[Candidate], index: Index) -> list[Judged]:
    """Return the evidence for each candidate at little cost.

    The similarity is that of its passage, and its value, which takes parsing, is left open.
    """
    coverage = Coverage(question.text, index)
    words = [coverage.of(candidate.own_words) for candidate in found]
    contexts = [coverage.of(candidate.context) for candidate in found]
    articles = {
        candidate.article.id: coverage.of(f"{candidate.article.title} {candidate.article.text}")
        for candidate in {each.article.id: each for each in found}.values()
    }
    most, widest = max(words, default=0.0), max(contexts, default=0.0)
    return [
        (
            candidate,
            Evidence(
                similarity=candidate.hit.score,
                words_behind=most - own,
                context_behind=widest - around,
                article=articles[candidate.article.id],
                terms=_terms(question, candidate, coverage),
                deed=_deed(question, candidate, coverage),
                **_nearness(question, candidate),
                narration=float(candidate.statement.form is Form.NARRATION),
                other_speaker=float(not _is_speaker(question, candidate)),
                rank=1 / (_RANK_OFFSET + candidate.hit.rank),
            ),
        )
        for candidate, own, around in zip(found, words, contexts, strict=True)
    ]


def compared(question: Question, judged: Sequence[Judged], index: Index) -> list[Judged]:
    """Replace the similarity of the passage by that of the statement itself, which takes encoding."""
    alike = index.similarities(question.text, [candidate.own_words for candidate, _ in judged])
    return [
        (candidate, replace(signs, similarity=similarity))
        for (candidate, signs), similarity in zip(judged, alike, strict=True)
    ]


def _terms(question: Question, candidate: Candidate, coverage: Coverage) -> float:
    """Return the share of the question's terms that are met; what only the context has counts half."""
    if not question.terms:
        return 1.0
    families = [family(term) for term in question.terms]
    own = sum(coverage.has_any(candidate.own_words, alike) for alike in families)
    around = sum(coverage.has_any(candidate.context, alike) for alike in families)
    return (own + around) / (2 * len(families))


def _deed(question: Question, candidate: Candidate, coverage: Coverage) -> float:
    """Return whether the deed asked about, or its contrary, is there; a half where none is asked about."""
    if not question.deed:
        return 0.5
    deeds = family(question.deed) | opposites(question.deed)
    return float(coverage.has_any(candidate.own_words, deeds))


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
    """Tell whether a statement is by the source asked for, if one is: most of its words are known."""
    if question.speaker is None:
        return True
    return _names(candidate.source_names, question.speaker)


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
    return told and _names(candidate.own_words, question.speaker or "")


def _names(text: str, speaker: str) -> bool:
    wanted = speaker.split()
    return mentions(text, wanted[-1]) or 2 * sum(mentions(text, word) for word in wanted) > len(wanted)
