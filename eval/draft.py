"""The draft: a case made from an answer, for a person to correct."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from corpus.source import SourceKind
from corpus.statement import Stance
from eval.cases import Case, GoldPosition, GoldStatement

DRAFT = "draft"
"""The tag of a case that nobody has checked yet."""

_LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Article:
    id: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class _Statement:
    source: _Source
    stance: Stance
    quote: str
    article: _Article


@dataclass(frozen=True, slots=True)
class _Position:
    label: str
    statements: tuple[_Statement, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a draft needs of an answer, as `python -m assistant ask --json` prints it."""

    question: str
    verdict: Verdict
    positions: tuple[_Position, ...]


_ANSWER = TypeAdapter(_Answer)


def draft(answer: dict[str, Any] | str, taken: Collection[str], notes: str) -> Case:
    """Return a case that expects what was answered; its id is none of those `taken`.

    `answer` is the answer as an object or as JSON. Raises SaysWhoError when it is not one.
    """
    try:
        given = _ANSWER.validate_json(answer) if isinstance(answer, str) else _ANSWER.validate_python(answer)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise SaysWhoError(f"not an answer of Says Who ({where}: {problem['msg']})") from error
    positions = tuple(
        GoldPosition(position.label, tuple(_gold(statement) for statement in position.statements))
        for position in given.positions
    )
    case_id = _unused(_slug(given.question), taken)
    return Case(case_id, given.question, given.verdict, positions, notes=notes, tags=(DRAFT,))


def as_line(case: Case) -> dict[str, object]:
    """Return the case as the object of a line of a set."""
    positions = [
        {"label": position.label, "statements": [_filled(statement) for statement in position.statements]}
        for position in case.positions
    ]
    return {
        "id": case.id,
        "question": case.question,
        "type": case.type.value,
        "answerable": case.verdict is not Verdict.NONE,
        "verdict": case.verdict.value,
        "positions": positions,
        "notes": case.notes,
        "tags": list(case.tags),
    }


def _filled(statement: GoldStatement) -> dict[str, object]:
    return {name: value for name, value in asdict(statement).items() if value is not None}


def _gold(statement: _Statement) -> GoldStatement:
    source, article = statement.source, statement.article
    return GoldStatement(
        source.name,
        statement.stance,
        article.id,
        statement.quote,
        source.aliases,
        source.kind,
        article.outlet,
    )


def _slug(question: str) -> str:
    plain = unicodedata.normalize("NFKD", question).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].rstrip("-") or "case"


def _unused(name: str, taken: Collection[str]) -> str:
    numbered = (name if number == 1 else f"{name}-{number}" for number in range(1, len(taken) + 2))
    return next(each for each in numbered if each not in taken)
