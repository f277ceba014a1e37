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
    """One source saying one thing: `quote` stands word for word in the article named by id.

    `aliases` are other names that count as the same source.
    """

    source: _Text
    stance: Stance
    article: _Text
    quote: _Text
    aliases: tuple[str, ...] = ()
    kind: SourceKind | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """What one or more sources hold."""

    label: str
    statements: tuple[GoldStatement, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its gold answer; `positions` is empty when the verdict is `none`."""

    id: _Text
    question: _Text
    verdict: Verdict
    positions: tuple[GoldPosition, ...]
    type: QuestionType = QuestionType.OTHER
    notes: str = ""


def load_cases(path: Path) -> tuple[Case, ...]:
    """Read a set of cases, one JSON object a line.

    Raises SaysWhoError, naming file and line, on a missing key, an unknown label or an id
    given twice.
    """
    return load(path, Case)
