"""The case: a question and what a careful reader of the reports would answer."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from assistant.answer import Verdict
from corpus.source import SourceKind
from corpus.statement import Stance
from eval.jsonl import load

_Text = Annotated[str, Field(min_length=1)]


class QuestionType(StrEnum):
    """What a question asks for."""

    CONTROL = "control"
    TOLL = "toll"
    RESPONSIBILITY = "responsibility"
    EVENT = "event"
    STATEMENT = "statement"
    DATE = "date"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One source saying one thing, in the article named by id.

    Its words are given by `quote`, which stands there word for word, or by `start` and `end`, the
    offsets of their first character and of the one after their last, where the text may not be
    copied. `aliases` are other names that count as the same source.
    """

    source: _Text
    stance: Stance
    article: _Text
    quote: _Text | None = None
    aliases: tuple[str, ...] = ()
    kind: SourceKind | None = None
    outlet: str | None = None
    start: Annotated[int, Field(ge=0)] | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        """Refuse a statement whose words are given neither way, or both ways."""
        placed = self.start is not None and self.end is not None and self.start < self.end
        partly = self.start is not None or self.end is not None
        if placed == (self.quote is not None) or partly != placed:
            raise ValueError("give either the quote, or start and a greater end")


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """What one or more sources hold."""

    label: str
    statements: tuple[GoldStatement, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its gold answer; `positions` is empty when the verdict is `none`.

    Figures are broken down by `tags`, words of the author's own choosing.
    """

    id: _Text
    question: _Text
    verdict: Verdict
    positions: tuple[GoldPosition, ...]
    type: QuestionType = QuestionType.OTHER
    notes: str = ""
    tags: tuple[str, ...] = ()


def load_cases(path: Path) -> tuple[Case, ...]:
    """Read a set of cases, one JSON object a line.

    Raises SaysWhoError, naming file and line, on a missing key, an unknown label or an id
    given twice.
    """
    return load(path, Case)
