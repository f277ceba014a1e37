"""The claim: a candidate brought to its answer to the question."""

from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.candidate import Candidate
from assistant.question import Kind, Question
from assistant.values.actor import Actor, actor
from assistant.values.amount import Amount, amount
from assistant.values.day import Day, day
from assistant.values.holder import Holder, holder
from assistant.values.polarity import Polarity, polarity

Value = Amount | Actor | Day | Holder | Polarity


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate and the value that it gives; `relevance` is between 0 and 1."""

    candidate: Candidate
    value: Value
    relevance: float


def value(question: Question, candidate: Candidate, content: Doc) -> Value | None:
    """Return what a statement answers to a question of its kind, None where it does not.

    `content` is the parsed content of the statement.
    """
    statement = candidate.statement
    if question.kind is Kind.COUNT:
        return amount(content, question.terms)
    if question.kind is Kind.CONTROL:
        return holder(content, (*question.names, *_pronouns(candidate, question)))
    if question.kind is Kind.WHEN:
        return day(content.text, candidate.article.published)
    if question.kind is Kind.WHO:
        return actor(content, question.terms)
    return polarity(content, statement.stance)


def _pronouns(candidate: Candidate, question: Question) -> tuple[str, ...]:
    """Return the words that stand for a name asked about: the nouns of its referents, "it"."""
    named = any(name in candidate.statement.referents for name in question.names)
    return ("it", "village", "town", "city", "district", "area", "camp", "neighbourhood") if named else ()
