"""From answers and feedback to drafts, and what a set of cases is checked for."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Verdict
from assistant.feedback import FILE, INSERT, SCHEMA, FeedbackFile, KeptFeedback
from assistant.rendering import as_json
from corpus.errors import SaysWhoError
from corpus.statement import Stance
from eval.cases import Case, load_cases
from eval.draft import draft
from eval.drafts import append, ids_of, line
from eval.feedback import drafts
from eval.validation import problems
from tests.eval_examples import SENTENCES, SHELF, answer, case, gold, statement

CONFLICT = answer(
    Verdict.CONFLICT, [statement("b", 0, "the army")], [statement("b", 1, "Ines Varga", Stance.DENIES)]
)
GIVEN = json.dumps({**as_json(CONFLICT), "question": "Did the bridge at Árn fall?"})


def _given(folder: Path, *rows: tuple[str, str, str]) -> list[KeptFeedback]:
    """Keep feedback as the web chat does (kind, comment, answer), though the answer be no answer."""
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute(SCHEMA)
        for kind, comment, given in rows:
            told = {"kind": kind, "comment": comment, "answer": given}
            asked = {"question": "Did the bridge at Árn fall?", "verdict": "conflict"}
            connection.execute(INSERT, {"given_at": "2026-01-02T03:04:05+00:00", **asked, **told})
    return FeedbackFile(folder).kept()


def test_a_draft_expects_what_was_answered() -> None:
    made = draft(GIVEN, (), "drafted")
    assert (made.id, made.verdict, made.tags) == ("did-the-bridge-at-arn-fall", Verdict.CONFLICT, ("draft",))
    army, varga = (position.statements[0] for position in made.positions)
    assert (army.source, army.article, army.quote) == ("the army", "b", SENTENCES["b"][0])
    assert (varga.source, varga.stance) == ("Ines Varga", Stance.DENIES)
    assert draft(GIVEN, {made.id}, "").id == "did-the-bridge-at-arn-fall-2"


def test_a_draft_is_written_as_a_case_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(line(case(Verdict.NONE, name="old")))  # without a line's end
    made = draft(GIVEN, ids_of(path), "drafted")
    append([made], path)
    assert [each.id for each in load_cases(path)] == ["old", made.id]
    assert load_cases(path)[1] == made
    assert json.loads(line(made))["answerable"] is True


@pytest.mark.parametrize("given", ["", "[]", "{}", '{"question": "?", "verdict": "maybe", "positions": []}'])
def test_what_is_no_answer_makes_no_draft(given: str) -> None:
    with pytest.raises(SaysWhoError, match="not an answer of Says Who"):
        draft(given, (), "")


def test_feedback_becomes_drafts_that_say_what_the_reader_said(tmp_path: Path) -> None:
    rows = ("right", "", GIVEN), ("missed conflict", "The\nnavy too", GIVEN), ("other", "", "broken")
    made = list(drafts(_given(tmp_path, *rows), ()))
    right, missed, broken = made
    assert isinstance(right, Case)
    assert isinstance(missed, Case)
    assert (right.id, missed.id) == (
        "did-the-bridge-at-arn-fall-feedback-1",
        "did-the-bridge-at-arn-fall-feedback-2",
    )
    assert missed.notes == "A reader said on 2026-01-02T03:04:05+00:00: missed conflict (The navy too)."
    assert str(broken).startswith("feedback 3: not an answer of Says Who")


def test_feedback_that_was_drafted_is_not_drafted_again(tmp_path: Path) -> None:
    given, path = _given(tmp_path, ("right", "", GIVEN)), tmp_path / "set.jsonl"
    append([each for each in drafts(given, ids_of(path)) if isinstance(each, Case)], path)
    assert list(drafts(given, ids_of(path))) == []


def test_no_feedback_and_a_foreign_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match="no feedback in"):
        FeedbackFile(tmp_path).kept()
    (tmp_path / FILE).write_text("no database, but long enough to be taken for one" * 9)
    with pytest.raises(SaysWhoError, match="is not what the web chat wrote"):
        FeedbackFile(tmp_path).kept()


GOOD = case(Verdict.CONFLICT, [gold("b", 0)], [gold("b", 1)], name="good")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (GOOD, []),
        (case(Verdict.NONE, name="good"), []),
        (
            replace(GOOD, positions=()),
            ["line 1, good: the verdict 'conflict' does not go with 0 positions"],
        ),
        (
            case(Verdict.CHANGED, [gold("b", 0)], name="good"),
            ["line 1, good: the verdict 'changed' needs two positions"],
        ),
        (
            case(Verdict.SINGLE, [replace(gold("b", 0), article="z")], name="good"),
            ["line 1, good: article 'z' is not in the index"],
        ),
        (
            case(
                Verdict.SINGLE,
                [replace(gold("b", 0), quote="The bridge fell on Monday the army said.")],
                name="good",
            ),
            [
                "line 1, good: “The bridge fell on Monday the army said.” does not stand word for word in "
                "article 'b'; it has “The bridge fell on Monday, the army said”"
            ],
        ),
        (
            case(Verdict.SINGLE, [replace(gold("b", 0), quote=None, start=3, end=999)], name="good"),
            ["line 1, good: 3–999 is beyond the end of article 'b'"],
        ),
        (
            replace(GOOD, tags=("draft",)),
            ["line 1, good: is a draft; check it and take away the tag 'draft'"],
        ),
    ],
)
def test_each_mistake_is_told_with_its_place(wrong: Case, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(line(wrong))
    assert list(problems(path, SHELF)) == told


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    unknown = line(GOOD).replace('"conflict"', '"maybe"')
    path.write_text("\n".join([line(GOOD), "{", unknown, line(GOOD)]))
    first, second, third = problems(path, SHELF)
    assert first.startswith("line 2: Invalid JSON")
    assert second.startswith("line 3: verdict: Input should be 'conflict'")
    assert third == "line 4, good: the id is already on line 1"
