"""The answer: positions, each with its sources and their exact words, and where they differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.article import Article
from corpus.statement import Statement
from index.hit import Hit


class Verdict(StrEnum):
    """What the statements, taken together, amount to."""

    CONFLICT = "conflict"
    AGREE = "agree"
    CHANGED = "changed"
    SINGLE = "single"
    NONE = "none"


class Relation(StrEnum):
    """How one position stands to another."""

    CONTRADICTS = "contradicts"
    DISPUTES = "disputes"
    PARTLY = "partly"
    SUPERSEDED = "superseded"


class Cause(StrEnum):
    """What two positions differ in."""

    DENIAL = "denial"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    STATE = "state"
    MODALITY = "modality"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement as the answer cites it: `quote` equals `article.text[start:end]`.

    `marker` is the number shown beside it, from 1, in the order of the rendered answer.
    """

    marker: int
    statement: Statement
    article: Article
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Position:
    """What one or more sources hold."""

    label: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two positions that differ: indexes into the answer's positions, and why in plain words."""

    positions: tuple[int, int]
    relation: Relation
    cause: Cause
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything said in reply to one question. `timing` maps a stage to milliseconds."""

    question: str
    verdict: Verdict
    summary: str
    positions: tuple[Position, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    passages: tuple[Hit, ...] = ()
    timing: Mapping[str, float] = field(default_factory=dict)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return every citation, in the order of the markers."""
        return tuple(citation for position in self.positions for citation in position.citations)
