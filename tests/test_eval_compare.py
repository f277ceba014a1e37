"""Comparing runs: a planted improvement is found, a planted null denied."""

from collections.abc import Sequence

import numpy as np
import pytest
from scipy.stats import binomtest

from corpus.errors import SaysWhoError
from eval.comparison import compare
from eval.conclusion import comparison_markdown, conclusion
from eval.grade import Grade
from eval.record import Record

VERDICTS = ("conflict", "agree", "changed", "single", "none")


def made(answered: Sequence[bool], digest: str = "d") -> list[Record]:
    """Return a run in which the verdicts of these cases are right, or wrong."""
    return [_record(number, right, digest) for number, right in enumerate(answered)]


def _record(number: int, right: bool, digest: str) -> Record:
    expected = VERDICTS[number % 5]
    answered = expected if right else VERDICTS[(number + 1) % 5]
    grade = Grade(
        id=f"case-{number}",
        type="event",
        tags=(),
        expected=expected,
        answered=answered,
        milliseconds=10.0,
        shares={"source_recall": (int(right), 2)},
    )
    return Record(grade, digest, f"Question {number}?", "", (), None)


def test_a_planted_improvement_is_found() -> None:
    before = np.random.default_rng(1).random(100) < 0.5
    after = before.copy()
    after[np.flatnonzero(~before)[:15]] = True
    after[np.flatnonzero(before)[:2]] = False
    found = compare(made(before.tolist()), made(after.tolist()), "verdict_accuracy")
    assert (found.is_shown, found.deciding.is_gain, found.is_worse) == (True, True, False)
    assert (len(found.better), len(found.worse)) == (15, 2)
    assert found.deciding.change == pytest.approx(0.13)
    assert 0 < (found.deciding.low or 0) < 0.13 < (found.deciding.high or 0)
    assert found.sign_p == pytest.approx(binomtest(15, 17).pvalue)
    turned = compare(made(after.tolist()), made(before.tolist()), "verdict_accuracy")
    assert turned.is_worse


@pytest.mark.parametrize("seed", range(2))
def test_a_planted_null_is_denied(seed: int) -> None:
    generator = np.random.default_rng(seed)
    before = generator.random(100) < 0.5
    after = before.copy()  # as many are won as lost
    after[np.flatnonzero(~before)[:10]], after[np.flatnonzero(before)[:10]] = True, False
    found = compare(made(before.tolist()), made(after.tolist()), "verdict_accuracy")
    assert not found.is_shown
    assert (len(found.better), len(found.worse), found.sign_p) == (10, 10, 1.0)


def test_luck_alone_shows_a_difference_about_as_often_as_it_should() -> None:
    generator = np.random.default_rng(7)
    shown = 0
    for _ in range(10):
        first, second = generator.random((2, 40)) < 0.6
        shown += compare(made(first.tolist()), made(second.tolist()), "verdict_accuracy").is_shown
    assert shown <= 3  # 1 in 20 is expected


def test_equal_runs_do_not_differ() -> None:
    run = made([True, False, True, True])
    found = compare(run, run, "verdict_accuracy")
    assert {each.p for each in found.differences} == {1.0}
    assert (found.better, found.worse, found.is_shown) == ((), (), False)


def test_with_few_cases_the_test_is_exact() -> None:
    found = compare(made([False] * 8), made([True] * 8), "verdict_accuracy")
    assert found.deciding.p == pytest.approx(2 / 2**8)
    assert found.sign_p == pytest.approx(2 / 2**8)


def test_a_single_case_shows_no_difference() -> None:
    found = compare(made([False]), made([True]), "verdict_accuracy")
    assert {each.p for each in found.differences} == {1.0}
    assert conclusion(found) == (
        "no difference shown: verdict_accuracy went from .000 to 1.000 (difference +1.000, "
        "95% interval +1.000 to +1.000, p = 1.000, 1 case)"
    )


def test_the_figure_that_decides_is_chosen() -> None:
    found = compare(made([True, True, False]), made([True, False, True]), "source_recall")
    assert found.deciding.name == "source_recall"
    assert found.deciding.before == pytest.approx(1 / 3)
    assert found.deciding.change == 0
    assert [change.id for change in found.better] == ["case-2"]
    with pytest.raises(SaysWhoError, match="no figure is named 'luck'"):
        compare(made([True]), made([True]), "luck")


def test_only_equal_cases_are_compared() -> None:
    found = compare(made([True, True]), [*made([True])], "verdict_accuracy")
    assert (found.cases, found.unpaired) == (1, ("case-1",))
    with pytest.raises(SaysWhoError, match="no case in common"):
        compare(made([True]), made([True], digest="other"), "verdict_accuracy")


def test_the_conclusion_is_a_sentence_anyone_can_read() -> None:
    better = compare(made([False] * 8), made([True] * 8), "verdict_accuracy")
    assert conclusion(better) == (
        "better: verdict_accuracy went from .000 to 1.000 (difference +1.000, 95% interval +1.000 to +1.000, "
        "p = .008, 8 cases)"
    )
    null = compare(made([True, False]), made([False, True]), "verdict_accuracy")
    assert conclusion(null).startswith("no difference shown: verdict_accuracy went from .500 to .500")


def test_the_comment_names_the_cases_and_what_was_not_the_same() -> None:
    found = compare(made([True, True]), made([True, False]), "verdict_accuracy")
    comment = comparison_markdown(found, ["settings.depth: 20 / 30"])
    assert "**no difference shown**" in comment
    assert "| verdict_accuracy | 1.000 | .500 | −.500 |" in comment
    assert "`case-1`: agree; was agree, is changed" in comment
    assert "settings.depth: 20 / 30" in comment
