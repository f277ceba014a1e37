"""Piles: the format of what the reader and the judge are trained on."""

import json
import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from eval.cases import load_cases
from training.extractor import pile_rows as marked_rows
from training.judge import pile_rows
from training.marks import load_marks
from training.pile_cases import app
from training.piles import FOLDER, HELD_OUT, load_piles, told
from training.reader import every_row
from training.reader import pile_rows as reader_rows

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


def drawn() -> random.Random:
    return random.Random(0)  # noqa: S311  # sampling, no secret


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


def test_an_answer_for_another_name_is_none(folder: Path) -> None:
    asked = "? who | single | Who said that Captain Jonas Rehl lied?\n+ the mayor: a3\n"
    other = PILE.replace("Skarne", "Emmerin").replace("the Alba", "the Vega")
    (folder / "harbour.txt").write_text(f"{PILE}{asked}\n{other}", "utf-8")
    rows = list(reader_rows(list(told(load_piles(folder))), drawn()))
    lied = {row.question: row.answers for row in rows if " lied?" in row.question and "Rehl" in row.sentence}
    assert lied.pop("Who said that Captain Jonas Rehl lied?") == 1.0
    assert list(lied.values()) == [0.0]  # "Who said that Vega lied?"


def test_a_question_is_paired_with_what_is_like_it_in_other_piles(folder: Path) -> None:
    (folder / "harbour.txt").write_text(PILE + "\n" + PILE.replace("Alba", "Vega"), "utf-8")
    rows = list(reader_rows(list(told(load_piles(folder))), drawn()))
    inspected = {row.sentence.strip() for row in rows if row.question == "When was the Alba last inspected?"}
    assert "The ferry was built in 1988." in inspected


def test_marks_name_the_words_that_answer(folder: Path) -> None:
    (folder / "marks.tsv").write_text("harbour-01\t1\ta1\tFour people\nharbour-01\t1\ta3\t-\n", "utf-8")
    piles = load_piles(folder)
    assert load_marks(folder, piles) == {("harbour-01", 1): {"a1": "Four people", "a3": ""}}
    rows = {(row.text, row.words) for row in marked_rows(folder, drawn())}
    assert ("Four people drowned, the coastguard said.", "Four people") in rows
    assert ("Captain Jonas Rehl said nobody had drowned.", "") in rows


def test_marked_words_that_are_not_in_their_sentence_are_named(folder: Path) -> None:
    (folder / "marks.tsv").write_text("harbour-01\t1\ta1\tSix people\n", "utf-8")
    with pytest.raises(SaysWhoError, match="line 1: not in sentence a1 of harbour-01: Six people"):
        load_marks(folder, load_piles(folder))


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
    assert (len(trained), len(held_out)) == (614, 97)
    assert load_marks(FOLDER, trained)
    assert load_marks(HELD_OUT, held_out)
    assert all(
        (asked.verdict == "none") == (not asked.positions)
        for pile in (*trained, *held_out)
        for asked in pile.asked
    )
