"""Pairs: which excerpts of a pile give the same answer to a question."""

import random
from pathlib import Path

import pytest

from tests.harbour_pile import PILE
from training.pairs import PairRow, drawn_pairs
from training.piles import load_piles, told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(PILE, "utf-8")
    return tmp_path


def drawn(folder: Path) -> list[PairRow]:
    return list(drawn_pairs(list(told(load_piles(folder))), random.Random(0)))  # noqa: S311  # no secret


def test_positions_of_a_conflict_are_pairs_that_differ(folder: Path) -> None:
    rows = drawn(folder)
    assert len(rows) == 3
    assert {(row.question, row.same, row.later) for row in rows} == {("How many people drowned?", 0.0, 0.0)}


def test_what_was_published_first_stands_first(folder: Path) -> None:
    apart = {(row.pair.first.text[:4], row.pair.second.text[:4], row.pair.days) for row in drawn(folder)}
    assert {("Four", '"Six', 1), ("Capt", '"Six', 1)} < apart


def test_positions_that_only_came_later_are_told_apart(folder: Path) -> None:
    (folder / "harbour.txt").write_text(PILE.replace("count | conflict", "count | changed"), "utf-8")
    assert {(row.same, row.later) for row in drawn(folder)} == {(0.0, 1.0)}


def test_sentences_of_one_position_give_the_same_answer(folder: Path) -> None:
    agreeing = PILE.replace("conflict", "agree").replace("+ four: a1\n+ nobody: a3\n", "")
    (folder / "harbour.txt").write_text(agreeing.replace("+ six: b1", "+ some: a1 b1"), "utf-8")
    assert [(row.same, row.later, row.pair.days) for row in drawn(folder)] == [(1.0, None, 1)]
