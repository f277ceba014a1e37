"""The statement: who says it, how, and what exactly."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.source import Source

Span = tuple[int, int]
"""Characters `text[start:end]` of an article's text."""


class Form(StrEnum):
    """How the words are carried: in quotation marks, reported, both, or nobody is quoted."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"


class Stance(StrEnum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    UNVERIFIED = "unverified"


class DateBasis(StrEnum):
    """How a date is known: the text states it, or it is inferred from the report's date."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Spans:
    """Where the parts of a statement stand in the article's text.

    `quote` is the run of whole sentences a reader is shown: it covers the content and, where
    it stands beside it, the attribution. `source` and `cue` are empty for narration.
    """

    quote: Span
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One source saying one thing in one place of one report.

    `via` names who relayed it, nearest the speaker first. `referents` are the names, from
    elsewhere in the article, that words of the content stand for ("the village" → "Minian").
    `event_on` is the day the content speaks of, where the text gives it. `confidence` is
    between 0 and 1.
    """

    id: str
    passage_id: str
    source: Source
    content: str
    form: Form
    stance: Stance
    spans: Spans
    cue: str = ""
    via: tuple[str, ...] = ()
    said_on: date | None = None
    said_on_basis: DateBasis | None = None
    event_on: date | None = None
    referents: tuple[str, ...] = field(default=())
    confidence: float = 1.0


def statement_id(passage_id: str, order: int) -> str:
    """Return the id of a passage's statement: the passage's id, `s` and the statement's order."""
    return f"{passage_id}s{order}"
