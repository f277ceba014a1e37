"""Feedback: what readers of the web chat said of answers, turned into drafts."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.errors import SaysWhoError
from eval.cases import Case
from eval.draft import draft

FILE = "feedback.sqlite"
_READ = "SELECT id, given_at, kind, comment, answer FROM feedback ORDER BY id"


class FeedbackKind(StrEnum):
    """What a reader said of an answer."""

    RIGHT = "right"
    WRONG_SOURCE = "wrong source"
    MISSED_CONFLICT = "missed conflict"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One reader's word on one answer; `answer` is JSON."""

    id: int
    given_at: str
    kind: FeedbackKind
    comment: str
    answer: str


def load_feedback(folder: Path) -> list[Feedback]:
    """Return what readers said, as the index folder keeps it, oldest first.

    Raises SaysWhoError when there is nothing, or the file is not what the web chat wrote.
    """
    path = folder / FILE
    if not path.is_file():
        raise SaysWhoError(f"no feedback in {folder}: readers give it in the web chat, below an answer")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute(_READ).fetchall()
        return [Feedback(int(row[0]), row[1], FeedbackKind(row[2]), row[3] or "", row[4]) for row in rows]
    except (sqlite3.Error, ValueError) as error:
        raise SaysWhoError(f"{path} is not what the web chat wrote ({error}); move it away") from error


def drafts(given: Collection[Feedback], taken: Collection[str]) -> Iterator[Case | SaysWhoError]:
    """Yield a draft for each word of feedback that has none among `taken`, or why there is none."""
    for each in given:
        mark = f"-feedback-{each.id}"
        if any(name.endswith(mark) for name in taken):
            continue
        try:
            yield _marked(draft(each.answer, (), _notes(each)), mark)
        except SaysWhoError as error:
            yield SaysWhoError(f"feedback {each.id}: {error}")


def _marked(case: Case, mark: str) -> Case:
    return Case(
        f"{case.id}{mark}", case.question, case.verdict, case.positions, case.type, case.notes, case.tags
    )


def _notes(each: Feedback) -> str:
    comment = " ".join(each.comment.split())
    return f"A reader said on {each.given_at}: {each.kind.value}{f' ({comment})' if comment else ''}."
