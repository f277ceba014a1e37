"""The claim: a candidate brought to its answer to the question."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from assistant.candidate import Candidate
from assistant.kind import Kind
from assistant.names import mentions
from assistant.question import Question
from assistant.values.actor import Actor, actor
from assistant.values.amount import Amount, amount
from assistant.values.choice import Choice, alternatives, choice
from assistant.values.day import Day, day
from assistant.values.holder import Holder, holder
from assistant.values.place import Place, place
from assistant.values.polarity import Polarity, polarity
from assistant.values.rejection import Rejection
from assistant.vocabulary import group

Value = Amount | Actor | Choice | Day | Holder | Place | Polarity | Rejection

_SURE = 0.75
"""Relevance from which the only amount of a statement is taken for the one asked about."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate and the value that it gives; `relevance` is between 0 and 1.

    `day` is the one it speaks of: named in its main clause (then it `is_dated`), else that
    of the statement.
    """

    candidate: Candidate
    value: Value
    relevance: float
    day: date | None = None
    is_dated: bool = False


def value(question: Question, candidate: Candidate, content: Doc, weight: float) -> Value | None:
    """Return what a statement answers to a question of its kind, None where it does not.

    `content` is the parsed content of the statement, `weight` its relevance.
    """
    if question.kind is Kind.COUNT:
        return amount(content, question.terms, question.unit, lenient=weight >= _SURE)
    if question.kind is Kind.CONTROL:
        return holder(content, (*question.names, *_pronouns(candidate, question)))
    if question.kind is Kind.WHEN:
        return day(content.text, candidate.article.published)
    return choice(content, alternatives(question)) or _free(question, candidate, content)


def _free(question: Question, candidate: Candidate, content: Doc) -> Value | None:
    """Return what a statement answers where the question offers no alternatives."""
    if question.kind is Kind.WHERE:
        return place(content, (question.deed,) if question.deed else question.terms, question.names)
    if question.kind is Kind.WHO:
        return actor(content, (question.deed,) if question.deed else question.terms)
    return polarity(content, candidate.statement.stance, question, candidate.quote)


def _pronouns(candidate: Candidate, question: Question) -> tuple[str, ...]:
    """Return the words that stand for a name asked about: the nouns of its referents, "it"."""
    meant = any(mentions(" ".join(candidate.statement.referents), name) for name in question.names)
    if meant:
        return ("it", *group("places", "nouns"))
    return ("it",) if any(mentions(candidate.quote, name) for name in question.names) else ()
