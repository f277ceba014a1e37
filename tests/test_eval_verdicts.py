"""Verdict figures on eight invented cases, small enough to count by hand."""

import numpy as np
import pytest
from sklearn.metrics import f1_score

from assistant.answer import Verdict
from eval.bootstrap import Figure
from eval.grade import grade
from eval.outcome import Outcome
from eval.verdicts import VERDICTS, confusion
from tests.eval_examples import SHELF, answer, case, measured, outcome

# gold → answered: 2 of 3 conflicts found; 1 of 2 agree called a conflict; both none right; 1 failed.
PAIRS = [
    ("conflict", "conflict"),
    ("conflict", "conflict"),
    ("conflict", "single"),
    ("agree", "conflict"),
    ("agree", "agree"),
    ("none", "none"),
    ("none", "none"),
    ("single", None),
]


def _outcomes(pairs: list[tuple[str, str | None]]) -> list[Outcome]:
    return [
        outcome(case(Verdict(gold)), answer(Verdict(answered)) if answered else None)
        for gold, answered in pairs
    ]


def verdicts(outcomes: list[Outcome]) -> dict[str, Figure]:
    """Return the figures on verdicts."""
    figures = measured(outcomes)
    return {each.name: figures[each.name] for each in VERDICTS}


def test_each_figure_has_its_value_and_count() -> None:
    figures = verdicts(_outcomes(PAIRS))
    assert {name: (figure.value, figure.count) for name, figure in figures.items()} == {
        "completed": (7 / 8, 8),
        "verdict_accuracy": (5 / 8, 8),
        # F1: conflict 4/6, agree 2/3, none 1, single 0
        "verdict_macro_f1": (pytest.approx((2 / 3 + 2 / 3 + 1 + 0) / 4), 8),
        "conflict_precision": (2 / 3, 3),
        "conflict_recall": (2 / 3, 3),
        "conflict_f1": (2 / 3, 3),
        "false_conflict_rate": (1 / 3, 3),
        "abstention_precision": (1.0, 2),
        "abstention_recall": (1.0, 2),
        "abstention_f1": (1.0, 2),
    }


def test_each_interval_holds_its_value() -> None:
    figures = verdicts(_outcomes(PAIRS)).values()
    assert all(one.low is not None and one.high is not None for one in figures)
    assert all((one.low or 0) <= (one.value or 0) <= (one.high or 0) for one in figures)


@pytest.mark.parametrize("seed", range(5))
def test_f1_is_that_of_scikit_learn(seed: int) -> None:
    drawn = np.random.default_rng(seed).choice([verdict.value for verdict in Verdict], size=(20, 2)).tolist()
    figures = verdicts(_outcomes([(gold, answered) for gold, answered in drawn]))
    gold, answered = zip(*drawn, strict=True)
    macro = f1_score(gold, answered, average="macro", zero_division=0)
    assert figures["verdict_macro_f1"].value == pytest.approx(macro)
    conflict = f1_score(gold, answered, labels=["conflict"], average="micro", zero_division=0)
    assert figures["conflict_f1"].value == pytest.approx(conflict)


def test_without_gold_there_is_no_figure() -> None:
    figures = verdicts(_outcomes([("none", "conflict")]))
    assert figures["conflict_precision"].value == 0
    assert figures["conflict_recall"].value is None
    assert figures["conflict_f1"].value is None
    assert figures["false_conflict_rate"].value is None
    assert figures["abstention_precision"].value is None
    assert figures["abstention_recall"].value == 0


def test_confusion_counts_failures_apart() -> None:
    table = confusion(grade(each, SHELF) for each in _outcomes(PAIRS))
    assert table["conflict"] == {
        "conflict": 2,
        "agree": 0,
        "changed": 0,
        "single": 1,
        "none": 0,
        "error": 0,
    }
    assert table["single"]["error"] == 1
    assert sum(sum(row.values()) for row in table.values()) == 8
