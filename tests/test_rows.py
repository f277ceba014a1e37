"""Rows: what the packaged model is trained on, made of piles."""

import json
import random
from pathlib import Path

import pytest

from tests.harbour_pile import PILE
from training.marks import load_marks
from training.piles import load_piles, told
from training.rows import Row, bared, drawn_rows, every_row, general_rows, inference_rows

MARKS = "harbour-01\t1\ta1\tFour people\nharbour-01\t1\ta3\t-\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(PILE, "utf-8")
    (tmp_path / "marks.tsv").write_text(MARKS, "utf-8")
    return tmp_path


def every(folder: Path) -> list[list[Row]]:
    piles = load_piles(folder)
    return list(every_row(list(told(piles)), load_marks(folder, piles)))


def drawn(folder: Path, seed: int = 0) -> list[Row]:
    return list(drawn_rows(every(folder), random.Random(seed)))  # noqa: S311  # sampling, no secret


def test_each_question_is_paired_with_every_excerpt_of_its_pile(folder: Path) -> None:
    drowned, inspected = every(folder)
    assert {(row.excerpt.text, row.answers, row.words) for row in drowned} == {
        ("Four people drowned, the coastguard said.", 1.0, "Four people"),
        ("The ferry was built in 1988.", 0.0, ""),
        ("Captain Jonas Rehl said nobody had drowned.", 1.0, None),
        ('"Six are dead," said the mayor of Skarne.', 1.0, None),
    }
    assert {(row.answers, row.words) for row in inspected} == {(0.0, None)}
    assert {row.excerpt.headline for row in drowned} == {"Alba sinks", "Alba was insured"}


def test_each_pile_is_told_of_its_own_reports(folder: Path) -> None:
    (folder / "harbour.txt").write_text(PILE + "\n" + PILE.replace("Four", "Nine"), "utf-8")
    first, second = [{row.excerpt.text[:4] for row in rows if row.answers} for rows in every(folder)][::2]
    assert (first, second) == ({"Four", "Capt", '"Six'}, {"Nine", "Capt", '"Six'})


def test_a_sentence_that_answers_beside_another_does_so_in_its_place(folder: Path) -> None:
    (folder / "harbour.txt").write_text(PILE.replace("+ nobody: a3", "+ nobody: a3~"), "utf-8")
    (rehl,) = [row for row in every(folder)[0] if "Rehl" in row.excerpt.text]
    assert rehl.answers == 1.0
    assert rehl.excerpt.before.endswith("The ferry was built in 1988.")


def test_an_answer_for_another_name_is_none(folder: Path) -> None:
    asked = "? who | single | Who said that Captain Jonas Rehl lied?\n+ the mayor: a3\n"
    other = PILE.replace("Skarne", "Emmerin").replace("the Alba", "the Vega")
    (folder / "harbour.txt").write_text(f"{PILE}{asked}\n{other}", "utf-8")
    rows = [row for seed in range(12) for row in drawn(folder, seed) if row.question.endswith("lied?")]
    answered = {row.question for row in rows if row.answers}
    renamed = {row.question for row in rows if not row.answers} - answered
    assert answered == {"Who said that Captain Jonas Rehl lied?"}
    assert renamed <= {f"Who said that {name} lied?" for name in ("Alba", "Vega")}
    assert renamed


def test_a_question_is_paired_with_what_is_like_it_in_other_piles(folder: Path) -> None:
    other = PILE.replace("Alba", "Vega").replace("built", "launched")
    (folder / "harbour.txt").write_text(f"{PILE}\n{other}", "utf-8")
    asked = "When was the Alba last inspected?"
    beside = [row.excerpt.headline for row in drawn(folder) if row.question == asked]
    assert sum("Vega" in headline for headline in beside) == 1


def test_what_says_yes_and_what_says_no_is_told_apart(folder: Path) -> None:
    asked = "? whether | conflict | Did anybody drown?\n+ yes / four: a1 b1\n+ no / nobody: a3\n"
    (folder / "harbour.txt").write_text(PILE + asked, "utf-8")
    said = {(row.excerpt.text[:5], row.affirms) for row in every(folder)[2] if row.answers}
    assert said == {("Four ", 1.0), ('"Six ', 1.0), ("Capta", 0.0)}


def test_sentences_of_other_collections_that_hold_the_answer(tmp_path: Path) -> None:
    text = "The Alba was built in Skarne. She sank in the storm of May 2031, off Emmerin. It was a Monday."
    asked = {"question": "Where did the Alba sink?", "answers": [{"text": "Emmerin"}]}
    paragraphs = [{"context": text, "qas": [asked]}]
    (tmp_path / "xquad").mkdir()
    (tmp_path / "xquad" / "xquad.en.json").write_text(
        json.dumps({"data": [{"title": "The_Alba", "paragraphs": paragraphs}]}), "utf-8"
    )
    (tmp_path / "ramdocs").mkdir()
    (tmp_path / "ramdocs" / "ramdocs_first_half.jsonl").write_text("", "utf-8")
    rows = list(general_rows(tmp_path, random.Random(0)))  # noqa: S311
    (sank,) = [row for row in rows if row.answers]
    assert (sank.words, sank.excerpt.headline) == ("Emmerin", "The Alba")
    assert sank.excerpt.before == "The Alba was built in Skarne."


def test_what_follows_affirms_and_neutral_rows_and_those_without_a_licence_are_left(tmp_path: Path) -> None:
    row = {"premise": "Nobody drowned.", "hypothesis": "Four drowned.", "label": "contradiction"}
    rows = [
        {**row, "src": "snli/dev"},
        {**row, "src": "snli/dev", "label": "neutral"},
        {**row, "src": "elsewhere"},
        {**row, "src": "cad_nli", "label": "entailment"},
    ]
    (tmp_path / "train.jsonl").write_text("".join(json.dumps(each) + "\n" for each in rows), "utf-8")
    found = list(inference_rows(tmp_path / "train.jsonl"))
    assert [(each.answers, each.affirms) for each in found] == [(None, 0.0), (None, 1.0)]


def test_a_row_may_lose_its_commas_and_quotation_marks(folder: Path) -> None:
    (said,) = [row for row in every(folder)[0] if "Six" in row.excerpt.text]
    assert bared(said).excerpt.text == "Six are dead said the mayor of Skarne."
