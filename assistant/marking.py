"""Marking: reading a value from the words that the extractor marks, where no rule reads one."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from assistant.candidate import Candidate
from assistant.extractor import Extract, Extractor, Readable
from assistant.kind import Kind
from assistant.parsed import Parsed
from assistant.question import Question
from assistant.values.agents import agent_of
from assistant.values.marked import Heard, Marked, marked, named
from assistant.values.negation import Standing, standing
from corpus.statement import Stance

_MARKED = (
    Kind.COUNT,
    Kind.MEASURE,
    Kind.NAME,
    Kind.OTHER,
    Kind.WHEN,
    Kind.WHERE,
    Kind.WHO,
)
"""Kinds whose answer may be a few words of the text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The value of marked words, and by how much they lead no answer (logits)."""

    value: Marked
    lead: float


def marks(
    question: Question, found: Sequence[tuple[Candidate, Parsed]], extractor: Extractor
) -> list[Mark | None]:
    """Return for each candidate the value of the words marked in it, None where there is none."""
    if question.kind not in _MARKED or (question.kind is Kind.OTHER and question.speaker):
        return [None] * len(found)
    extracts = extractor.extract(question.text, [_readable(candidate) for candidate, _ in found])
    return [
        None if extract is None else _mark(question, candidate, parsed, extract)
        for (candidate, parsed), extract in zip(found, extracts, strict=True)
    ]


def _readable(candidate: Candidate) -> Readable:
    """Return the sentences of a statement; only what is said may answer, for they may hold another's words.

    So may the names that its words stand for, which follow them.
    """
    first = candidate.statement.spans.quote[0]
    spans = [(start - first, end - first) for start, end in candidate.statement.spans.content]
    place = len(candidate.quote)
    for name in candidate.statement.referents:
        spans.append((place + 1, place + 1 + len(name)))
        place = spans[-1][1]
    return Readable(candidate.own_words, tuple(spans))


def _mark(question: Question, candidate: Candidate, parsed: Parsed, extract: Extract) -> Mark | None:
    value = _value(question, candidate, parsed, extract)
    return None if value is None else Mark(value, extract.lead)


def _value(question: Question, candidate: Candidate, parsed: Parsed, extract: Extract) -> Marked | None:
    told = candidate.own_words[extract.start : extract.end]
    if extract.start >= len(candidate.quote):  # a name that a word of the quote stands for
        return named(question, told) if _holds(parsed.content) else None
    words = _span(parsed.content, told)
    if words is None:
        return None
    statement = candidate.statement
    heard = Heard(candidate.article.published, agent_of(statement.source), statement.stance is Stance.DENIES)
    return marked(question, words, heard)


def _holds(content: Doc) -> bool:
    root = next((sentence.root for sentence in content.sents), None)
    return root is not None and standing(root) is Standing.HOLDS


def _span(doc: Doc, words: str) -> Span | None:
    start = doc.text.find(words)
    return doc.char_span(start, start + len(words), alignment_mode="expand") if start >= 0 and words else None
