"""Piles: the format of what the reader and the judge are trained on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from eval.cases import load_cases
from training.judge import pile_rows
from training.pile_cases import app
from training.piles import HELD_OUT, load_piles, told
from training.reader import every_row

PILE = """# harbour | the ferry Alba
== a | Skarne Post | 2031-05-02 | Alba sinks
a1 Four people drowned, the coastguard said.
a2 The ferry was built in 1988.
-
a3 Captain Jonas Rehl said nobody had drowned.
== b | The Ledger | 2031-05-03 | Alba was insured
b1 "Six are dead," said the mayor of Skarne.
? count | conflict | How many people drowned?
+ four: a1
+ nobody: a3
+ six: b1
? when | none | When was the Alba last inspected?
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(PILE, "utf-8")
    return tmp_path


def test_reports_are_made_of_the_sentences(folder: Path) -> None:
    (pile,) = load_piles(folder)
    first, second = pile.articles
    assert first.text == (
        "Four people drowned, the coastguard said. The ferry was built in 1988.\n\n"
        "Captain Jonas Rehl said nobody had drowned."
    )
    assert (first.id, first.outlet, second.title) == ("harbour-01-a", "Skarne Post", "Alba was insured")
    name, (start, end) = pile.places["a2"]
    assert (name, first.text[start:end]) == ("harbour-01-a", "The ferry was built in 1988.")


def test_each_question_is_paired_with_every_statement(folder: Path) -> None:
    drowned, inspected = every_row(told(load_piles(folder)))
    assert {(row.sentence.strip(), row.answers) for row in drowned} == {
        ("Four people drowned, the coastguard said.", 1.0),
        ("The ferry was built in 1988.", 0.0),
        ("Captain Jonas Rehl said nobody had drowned.", 1.0),
        ('"Six are dead," said the mayor of Skarne.', 1.0),
    }
    assert not any(row.answers for row in inspected)


def test_each_pile_is_told_of_its_own_reports(folder: Path) -> None:
    (folder / "harbour.txt").write_text(PILE + "\n" + PILE.replace("Four", "Nine"), "utf-8")
    first, second = [
        {row.sentence[:4] for row in rows if row.answers} for rows in every_row(told(load_piles(folder)))
    ][::2]
    assert (first, second) == ({"Four", "Capt", '"Six'}, {"Nine", "Capt", '"Six'})


def test_piles_are_written_as_reports_and_cases(folder: Path, tmp_path: Path) -> None:
    written = CliRunner().invoke(app, [str(tmp_path / "out"), "--folder", str(folder)])
    assert written.exit_code == 0, written.output
    drowned, inspected = load_cases(tmp_path / "out" / "cases.jsonl")
    report = json.loads((tmp_path / "out" / "reports.jsonl").read_text("utf-8").splitlines()[0])
    gold = drowned.positions[1].statements[0]
    assert (report["id"], report["published"]) == (gold.article, "2031-05-02")
    assert report["text"][gold.start : gold.end] == "Captain Jonas Rehl said nobody had drowned."
    assert (drowned.verdict, inspected.verdict, inspected.positions) == (Verdict.CONFLICT, Verdict.NONE, ())


def test_a_sentence_that_answers_beside_another_teaches_nothing(folder: Path) -> None:
    (folder / "harbour.txt").write_text(PILE.replace("+ nobody: a3", "+ nobody: a3~"), "utf-8")
    drowned, _ = every_row(told(load_piles(folder)))
    assert not any("Rehl" in row.sentence for row in drowned)


def test_the_judge_learns_what_says_yes_and_what_says_no(folder: Path) -> None:
    asked = "? whether | conflict | Did anybody drown?\n+ yes / four: a1 b1\n+ no / nobody: a3\n"
    (folder / "harbour.txt").write_text(PILE + asked, "utf-8")
    said = {(row.text[:5], row.yes) for row in pile_rows(told(load_piles(folder)))}
    assert said == {("Four ", 1.0), ('"Six ', 1.0), ("Capta", 0.0)}


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ("+ six: b1", "+ six: b7", "no such sentence: b7"),
        (
            "? when | none | When",
            "? whether | single | Did any drown?\n+ four: a1\n? when | none | When",
            "neither yes",
        ),
        ("a2 The ferry", "The ferry", "line not understood: The ferry"),
    ],
)
def test_a_line_out_of_form_is_named(folder: Path, right: str, wrong: str, why: str) -> None:
    (folder / "harbour.txt").write_text(PILE.replace(right, wrong), "utf-8")
    with pytest.raises(SaysWhoError, match=rf"harbour\.txt, pile 1: {why}"):
        load_piles(folder)


def test_the_piles_of_the_project_are_in_form() -> None:
    trained, held_out = load_piles(), load_piles(HELD_OUT)
    assert (len(trained), len(held_out)) == (284, 73)
    assert all(
        (asked.verdict == "none") == (not asked.positions)
        for pile in (*trained, *held_out)
        for asked in pile.asked
    )
