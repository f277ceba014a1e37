"""The journal: a run that is stopped or killed goes on, and mixes with no other."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, Verdict
from corpus.article import Article
from corpus.errors import SaysWhoError
from eval.evaluation import evaluate
from eval.fingerprint import fingerprint
from eval.journal import Journal
from index.index import Index
from tests.eval_examples import ARTICLES, PROVENANCE, SHELF, answer, case, gold, passage, statement

ROOT = Path(__file__).parent.parent
MANY = 30
CASES = [case(Verdict.SINGLE, [gold("b", 0)], name=name) for name in ("one", "two", "three")]


RIGHT = answer(Verdict.SINGLE, [statement("b", 0, "the army")], passages=[passage("b", 0)])


class Counting:
    """Answers, and is interrupted at a question of its choice."""

    def __init__(self, stops_at: int = 0) -> None:
        self.asked, self._stops_at = 0, stops_at

    def ask(self, question: str, /) -> Answer:
        """Answer, or be interrupted."""
        self.asked += 1
        if self.asked == self._stops_at:
            raise KeyboardInterrupt
        return replace(RIGHT, question=question)


def test_what_ctrl_c_leaves_is_kept_and_the_rest_asked_later(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert not evaluate(CASES, Counting(stops_at=3), SHELF, journal, PROVENANCE)
    assert [record.id for record in journal.records()] == ["one", "two"]
    again = Counting()
    assert evaluate(CASES, again, SHELF, journal, PROVENANCE)
    assert again.asked == 1
    assert [record.id for record in journal.records()] == ["one", "two", "three"]


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    evaluate(CASES[:1], Counting(), SHELF, journal, PROVENANCE)
    (read,) = journal.records()
    assert (read.id, read.grade.answered, read.grade.reached) == ("one", "single", ("grouped",))
    assert (read.expected[0].quote, read.expected[0].start) == (gold("b", 0).quote, 0)
    assert read.answer is not None
    assert read.answer["positions"][0]["statements"][0]["quote"] == gold("b", 0).quote


def test_half_a_line_is_cut_off(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    evaluate(CASES[:2], Counting(), SHELF, journal, PROVENANCE)
    with (tmp_path / "cases.jsonl").open("ab") as file:
        file.write(b'{"grade": {"id": "thr')
    again = Counting()
    assert evaluate(CASES, again, SHELF, journal, PROVENANCE)
    assert again.asked == 1
    assert [record.id for record in journal.records()] == ["one", "two", "three"]


def test_a_run_made_otherwise_is_not_gone_on_with(tmp_path: Path) -> None:
    evaluate(CASES[:1], Counting(), SHELF, Journal(tmp_path), PROVENANCE)
    deeper = replace(PROVENANCE, settings={"depth": 30})
    assert deeper.identity != PROVENANCE.identity
    with pytest.raises(SaysWhoError, match=r"made otherwise \(settings.depth: 20 / 30\); name another"):
        evaluate(CASES, Counting(), SHELF, Journal(tmp_path), deeper)


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    with journal.writing(PROVENANCE), pytest.raises(SaysWhoError, match="another run writes there"):
        evaluate(CASES, Counting(), SHELF, Journal(tmp_path), PROVENANCE)


def test_a_folder_without_a_run_and_a_damaged_one_are_told(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match="holds no run"):
        Journal(tmp_path).records()
    evaluate(CASES[:1], Counting(), SHELF, Journal(tmp_path), PROVENANCE)
    (tmp_path / "cases.jsonl").write_text("{}\n")
    with pytest.raises(SaysWhoError, match="line 1: damaged"):
        Journal(tmp_path).records()


@pytest.mark.slow
def test_a_killed_process_goes_on_where_it_was(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path: Path
) -> None:
    indexed(tmp_path / "index", ARTICLES.values())
    cases = tmp_path / "cases.jsonl"
    made = [
        {"id": f"case-{number}", "question": f"Did bridge {number} fall?", "verdict": "none", "positions": []}
        for number in range(MANY)
    ]
    cases.write_text("".join(json.dumps(each) + "\n" for each in made))
    run, kept = tmp_path / "run", tmp_path / "run" / "cases.jsonl"
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "eval",
        "run",
        cases,
        "--index",
        tmp_path / "index",
        "--out",
        run,
    ]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        while process.poll() is None and not (kept.exists() and kept.read_bytes().count(b"\n") >= 5):
            time.sleep(0.01)
        process.kill()
    before = kept.read_bytes()
    whole = before[: before.rfind(b"\n") + 1]
    assert process.returncode == -signal.SIGKILL
    assert 5 <= whole.count(b"\n") < MANY
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603
    assert kept.read_bytes().startswith(whole)
    assert [record.id for record in Journal(run).records()] == [each["id"] for each in made]


def test_the_fingerprint_is_of_what_an_index_holds(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path: Path
) -> None:
    first, second = ARTICLES.values()
    indexed(tmp_path / "one", [first, second])
    indexed(tmp_path / "turned", [second, first])
    indexed(tmp_path / "other", [first])
    prints = [fingerprint(tmp_path / name) for name in ("one", "turned", "other")]
    assert prints[0] == prints[1] != prints[2]
