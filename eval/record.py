"""The record: one case that was run, as it is kept: what was expected, what was given, its grade."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from assistant.rendering import as_json
from eval.cases import Case
from eval.gold import Gold
from eval.grade import Grade
from eval.library import Library
from eval.outcome import Outcome

_CASE = TypeAdapter(Case)


@dataclass(frozen=True, slots=True)
class Expected:
    """A gold statement as a report shows it; `start` and `end` are None where its quote was not found."""

    position: int
    label: str
    source: str
    stance: str
    article: str
    outlet: str | None
    quote: str
    start: int | None
    end: int | None
    reached: str


@dataclass(frozen=True, slots=True)
class Record:
    """One case of a run. `digest` tells whether two runs had the same case.

    `answer` is the answer as `python -m assistant ask --json` prints it; None where `error`, the
    failure in one line, is set.
    """

    grade: Grade
    digest: str
    question: str
    notes: str
    expected: tuple[Expected, ...]
    answer: Mapping[str, Any] | None
    error: str | None = None

    @property
    def id(self) -> str:
        """Return the id of the case."""
        return self.grade.id


def record(outcome: Outcome, grade: Grade, library: Library) -> Record:
    """Put together what is kept of a case."""
    case = outcome.case
    return Record(
        grade=grade,
        digest=digest(case),
        question=case.question,
        notes=case.notes,
        expected=tuple(
            _expected(gold, case, reached, library)
            for gold, reached in zip(outcome.gold, grade.reached, strict=True)
        ),
        answer=as_json(outcome.answer) if outcome.answer else None,
        error=outcome.error,
    )


def digest(case: Case) -> str:
    """Return what is equal only for equal cases."""
    return hashlib.sha256(_CASE.dump_json(case)).hexdigest()[:16]


def _expected(gold: Gold, case: Case, reached: str, library: Library) -> Expected:
    statement = gold.statement
    start, end = gold.spans[0] if gold.spans else (None, None)
    article = library.article(statement.article)
    quoted = article.text[start:end] if article and gold.spans else ""
    return Expected(
        position=gold.position,
        label=case.positions[gold.position].label,
        source=statement.source,
        stance=statement.stance.value,
        article=statement.article,
        outlet=statement.outlet,
        quote=statement.quote or quoted,
        start=start,
        end=end,
        reached=reached,
    )
