"""Baselines and breakdowns: the same figures for simpler ways, and for parts of the cases."""

from dataclasses import replace

from assistant.answer import Verdict
from eval.baselines import retrieval_baselines, speaker_baseline, verdict_baselines
from eval.breakdown import breakdown
from eval.cases import QuestionType
from eval.grade import Grade, grade
from tests.eval_examples import SHELF, answer, case, gold, outcome, passage, statement

CONFLICT = case(Verdict.CONFLICT, [gold("b", 0)], [gold("b", 1)], name="conflict")
SINGLE = replace(case(Verdict.SINGLE, [gold("h", 0)], name="single"), type=QuestionType.TOLL, tags=("sea",))


def graded() -> list[Grade]:
    """Return two cases, both answered `conflict`."""
    both = answer(Verdict.CONFLICT, [statement("b", 0, "the army")], [statement("b", 1, "a crowd")])
    port = answer(Verdict.CONFLICT, [statement("h", 0, "the port")], passages=[passage("h", 0)])
    return [grade(outcome(CONFLICT, both), SHELF), grade(outcome(SINGLE, port), SHELF)]


def test_always_and_never_conflict_stand_beside_the_run() -> None:
    rows = verdict_baselines(graded())
    values = {name: [figure.value for figure in row.values()] for name, row in rows.items()}
    # accuracy, macro F1, conflict F1, false conflicts
    assert values["Says Who"] == values["always conflict"] == [0.5, 1 / 3, 2 / 3, 1.0]
    assert values["never conflict"] == [0.0, 0.0, 0.0, 0.0]


def test_each_way_to_search_is_measured_alike() -> None:
    first, second = graded()
    found = {"bm25": {"mrr": 1.0}, "dense": {"mrr": 0.5}, "hybrid": {"mrr": 0.75}}
    rows = retrieval_baselines([replace(first, rivals=found), replace(second, rivals=found)])
    assert {name: row["mrr"].value for name, row in rows.items()} == {
        "BM25 only": 1.0,
        "dense only": 0.5,
        "hybrid": 0.75,
    }
    assert retrieval_baselines(graded()) == {}


def test_a_sentence_taken_for_narration_is_right_only_of_what_an_outlet_says() -> None:
    rows = speaker_baseline(graded())
    assert rows["Says Who"]["speaker_accuracy"].value == 2 / 3
    assert rows["every sentence a narration"]["speaker_accuracy"].value == 0.0


def test_figures_are_apart_by_verdict_type_and_tag() -> None:
    parts = breakdown(graded())
    assert {kind: list(groups) for kind, groups in parts.items()} == {
        "verdict": ["conflict", "single"],
        "type": ["other", "toll"],
        "tag": ["sea"],
    }
    assert parts["verdict"]["conflict"]["verdict_accuracy"].value == 1.0
    assert parts["tag"]["sea"]["verdict_accuracy"].value == 0.0
    assert parts["type"]["toll"]["statement_recall"].count == 1
