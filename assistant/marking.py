"""Marking: reading a value from the words that the extractor marks, where no rule reads one."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from assistant.candidate import Candidate
from assistant.extract import Extract
from assistant.extractor import Extractor
from assistant.kind import Kind
from assistant.parsed import Parsed
from assistant.question import Question
from assistant.values.agents import agent_of
from assistant.values.amount import sum_of
from assistant.values.marked import Heard, Marked, marked, named
from assistant.values.negation import Standing, standing
from corpus.statement import Stance

_MARKED = (
    Kind.CONTROL,
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
    places = [place for place, (_, parsed) in enumerate(found) if _may_hold(question, parsed)]
    extracts = extractor.extract(question.text, [found[place][0].excerpt for place in places])
    made: list[Mark | None] = [None] * len(found)
    for place, extract in zip(places, extracts, strict=True):
        made[place] = None if extract is None else _mark(question, *found[place], extract)
    return made


def _may_hold(question: Question, parsed: Parsed) -> bool:
    """Tell whether a statement may hold what is marked: of free answers, that is a sum."""
    return question.kind is not Kind.OTHER or sum_of(parsed.content[:]) is not None


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
