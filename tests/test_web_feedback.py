"""What readers say of an answer is kept beside the index, whatever they write."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.feedback import FILE, LONGEST_COMMENT, Feedback, FeedbackFile, FeedbackKind
from assistant.rendering import as_json
from corpus.errors import SaysWhoError
from tests.made_answers import CONFLICT


def rows(folder: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        return connection.execute(
            "SELECT question, verdict, kind, comment, answer FROM feedback ORDER BY id"
        ).fetchall()


def test_each_is_a_row_with_the_whole_answer(tmp_path: Path) -> None:
    file = FeedbackFile(tmp_path)
    file.keep(Feedback(CONFLICT, FeedbackKind.RIGHT))
    file.keep(Feedback(CONFLICT, FeedbackKind.WRONG_SOURCE, " It was the mayor. "))
    answer = json.dumps(as_json(CONFLICT), ensure_ascii=False)
    assert rows(tmp_path) == [
        (CONFLICT.question, "conflict", "right", "", answer),
        (CONFLICT.question, "conflict", "wrong source", "It was the mayor.", answer),
    ]


def test_it_is_dated_in_utc(tmp_path: Path) -> None:
    FeedbackFile(tmp_path).keep(Feedback(CONFLICT, FeedbackKind.OTHER))
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        (given_at,) = connection.execute("SELECT given_at FROM feedback").fetchone()
    assert abs((datetime.now(UTC) - datetime.fromisoformat(given_at)).total_seconds()) < 60


@pytest.mark.parametrize(
    ("comment", "kept"),
    [
        ("'); DROP TABLE feedback; --", "'); DROP TABLE feedback; --"),
        ("half a pair \ud800", "half a pair ?"),
        ("x" * (LONGEST_COMMENT + 1), "x" * LONGEST_COMMENT),
    ],
)
def test_any_comment_is_kept(tmp_path: Path, comment: str, kept: str) -> None:
    FeedbackFile(tmp_path).keep(Feedback(CONFLICT, FeedbackKind.OTHER, comment))
    assert rows(tmp_path)[0][3] == kept


def test_a_folder_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match="feedback cannot be kept: "):
        FeedbackFile(tmp_path / "gone").keep(Feedback(CONFLICT, FeedbackKind.RIGHT))
