"""Piles: the format of what the packaged model is trained on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from eval.cases import load_cases
from tests.harbour_pile import PILE
from training.marks import load_marks
from training.pile_cases import app
from training.piles import FOLDER, HELD_OUT, load_piles


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


def test_piles_are_written_as_reports_and_cases(folder: Path, tmp_path: Path) -> None:
    written = CliRunner().invoke(app, [str(tmp_path / "out"), "--folder", str(folder)])
    assert written.exit_code == 0, written.output
    drowned, inspected = load_cases(tmp_path / "out" / "cases.jsonl")
    report = json.loads((tmp_path / "out" / "reports.jsonl").read_text("utf-8").splitlines()[0])
    gold = drowned.positions[1].statements[0]
    assert (report["id"], report["published"]) == (gold.article, "2031-05-02")
    assert report["text"][gold.start : gold.end] == "Captain Jonas Rehl said nobody had drowned."
    assert (drowned.verdict, inspected.verdict, inspected.positions) == (Verdict.CONFLICT, Verdict.NONE, ())


def test_marks_name_the_words_that_answer(folder: Path) -> None:
    (folder / "marks.tsv").write_text("harbour-01\t1\ta1\tFour people\nharbour-01\t1\ta3\t-\n", "utf-8")
    piles = load_piles(folder)
    assert load_marks(folder, piles) == {("harbour-01", 1): {"a1": "Four people", "a3": ""}}


def test_marked_words_that_are_not_in_their_sentence_are_named(folder: Path) -> None:
    (folder / "marks.tsv").write_text("harbour-01\t1\ta1\tSix people\n", "utf-8")
    with pytest.raises(SaysWhoError, match="line 1: not in sentence a1 of harbour-01: Six people"):
        load_marks(folder, load_piles(folder))


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
    assert (len(trained), len(held_out)) == (796, 113)
    assert load_marks(FOLDER, trained)
    assert load_marks(HELD_OUT, held_out)
    assert all(
        (asked.verdict == "none") == (not asked.positions)
        for pile in (*trained, *held_out)
        for asked in pile.asked
    )
