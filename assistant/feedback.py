"""Feedback: what readers say of the answers, in a file of its own beside the index."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from assistant.answer import Answer
from assistant.rendering import as_json
from corpus.errors import SaysWhoError

FILE = "feedback.sqlite"
LONGEST_COMMENT = 2_000
"""Characters of a comment that are kept."""
BUSY_SECONDS = 10.0

SCHEMA = """
    CREATE TABLE IF NOT EXISTS feedback (
        id INTEGER PRIMARY KEY,
        given_at TEXT NOT NULL,
        question TEXT NOT NULL,
        verdict TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('right', 'wrong source', 'missed conflict', 'other')),
        comment TEXT NOT NULL,
        answer TEXT NOT NULL
    ) STRICT"""

INSERT = """
    INSERT INTO feedback (given_at, question, verdict, kind, comment, answer)
    VALUES (:given_at, :question, :verdict, :kind, :comment, :answer)"""

SELECT = "SELECT id, given_at, kind, comment, answer FROM feedback ORDER BY id"


class FeedbackKind(StrEnum):
    """What a reader holds of an answer."""

    RIGHT = "right"
    WRONG_SOURCE = "wrong source"
    MISSED_CONFLICT = "missed conflict"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader says of one answer."""

    answer: Answer
    kind: FeedbackKind
    comment: str = ""


@dataclass(frozen=True, slots=True)
class KeptFeedback:
    """What a reader said of one answer, as it was kept; `answer` is JSON, `given_at` in UTC."""

    id: int
    given_at: str
    kind: FeedbackKind
    comment: str
    answer: str


class FeedbackFile:
    """Keeps feedback in SQLite: one row for each, with the whole answer as JSON and the time in UTC."""

    def __init__(self, folder: Path) -> None:
        """Keep it in `feedback.sqlite` of `folder`, made when the first comes."""
        self._path = folder / FILE

    def keep(self, given: Feedback) -> None:
        """Store it. Raises SaysWhoError where the file cannot be written."""
        try:
            with closing(sqlite3.connect(self._path, timeout=BUSY_SECONDS)) as connection, connection:
                connection.execute(SCHEMA)
                connection.execute(INSERT, _row(given))
        except sqlite3.Error as error:
            raise SaysWhoError(f"feedback cannot be kept: {error}; tell whoever runs this site") from error

    def kept(self) -> list[KeptFeedback]:
        """Return what readers said, oldest first.

        Raises SaysWhoError when there is nothing, or the file is another's.
        """
        path = self._path.resolve()
        if not path.is_file():
            raise SaysWhoError(
                f"no feedback in {self._path.parent}: readers give it in the web chat, below an answer"
            )
        try:
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
                rows = connection.execute(SELECT).fetchall()
            return [KeptFeedback(row[0], row[1], FeedbackKind(row[2]), *row[3:]) for row in rows]
        except (sqlite3.Error, ValueError) as error:
            raise SaysWhoError(
                f"{self._path} is not what the web chat wrote ({error}); move it away"
            ) from error


def _row(given: Feedback) -> dict[str, str]:
    answer = given.answer
    row = {
        "given_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "question": answer.question,
        "verdict": answer.verdict.value,
        "kind": given.kind.value,
        "comment": given.comment.strip()[:LONGEST_COMMENT],
        "answer": json.dumps(as_json(answer), ensure_ascii=False),
    }
    return {name: text.encode("utf-8", "replace").decode() for name, text in row.items()}
