"""Retrieval and stages: what was found of two gold quotes, and how far each came."""

from dataclasses import replace

import pytest

from assistant.answer import Verdict
from eval.bootstrap import Figure
from eval.outcome import Outcome
from eval.ranking import METRICS
from eval.stages import STAGES, Stage, furthest
from tests.eval_examples import SHELF, Shelf, answer, case, gold, measured, outcome, passage, statement

BRIDGE = case(Verdict.CONFLICT, [gold("b", 0)], [gold("b", 1)])
BOTH = [statement("b", 0, "the army")], [statement("b", 1, "Ines Varga")]


def retrieval(outcomes: list[Outcome]) -> dict[str, Figure]:
    """Return the figures on retrieval."""
    figures = measured(outcomes)
    return {name: figures[name] for name in METRICS}


def test_ranked_passages_are_graded_by_the_quotes_they_overlap() -> None:
    others = [replace(passage("h", 0), id=f"other {number}") for number in range(6)]
    ranked = [others[0], passage("b", 0), *others[1:], passage("b", 1)]
    late = answer(Verdict.NONE, passages=ranked)
    figures = retrieval([outcome(BRIDGE, late)])
    values = {name: figure.value for name, figure in figures.items()}
    # ranks 2 and 8 of the two relevant passages: DCG 1/log2(3) + 1/log2(9) over 1 + 1/log2(3)
    assert values == pytest.approx(
        {
            "passage_recall_at_5": 0.5,
            "passage_recall_at_10": 1.0,
            "passage_recall_at_20": 1.0,
            "mrr": 0.5,
            "ndcg_at_10": (0.6309298 + 0.3154649) / 1.6309298,
        }
    )


def test_failed_cases_count_and_cases_without_gold_do_not() -> None:
    found = outcome(BRIDGE, answer(Verdict.NONE, passages=[passage("b", 0), passage("b", 1)]))
    failed = outcome(case(Verdict.SINGLE, [gold("h", 0)], name="failed"), None)
    unanswerable = outcome(case(Verdict.NONE, name="unanswerable"), answer(Verdict.NONE))
    figures = retrieval([found, failed, unanswerable])
    assert [(figure.value, figure.count) for figure in figures.values()] == [(0.5, 2)] * 5


def test_without_gold_nothing_is_retrieved_or_missed() -> None:
    figures = retrieval([outcome(case(Verdict.NONE), answer(Verdict.NONE))])
    assert [(figure.value, figure.count) for figure in figures.values()] == [(None, 0)] * 5


def test_each_gold_statement_reaches_its_stage() -> None:
    known = case(Verdict.CONFLICT, [gold("b", 0), gold("h", 0)], [gold("b", 1), gold("h", 1)])
    given = answer(
        Verdict.CONFLICT,
        [statement("b", 0, "the army")],
        [statement("b", 1, "the navy")],
        passages=[passage("b", 0), passage("b", 1), passage("h", 0)],
    )
    reached = furthest(outcome(known, given), SHELF)
    # in the order of the gold: b0, h0, b1, h1
    assert reached == (Stage.GROUPED, Stage.EXTRACTED, Stage.ANSWERING, Stage.MISSED)


def test_what_the_index_holds_no_statement_of_is_not_extracted() -> None:
    given = answer(Verdict.NONE, passages=[passage("b", 0), passage("b", 1)])
    shelf = Shelf(frozenset({("b", 1)}))
    assert furthest(outcome(BRIDGE, given), shelf) == (Stage.RETRIEVED, Stage.EXTRACTED)


def test_positions_may_stand_in_another_order() -> None:
    given = answer(Verdict.CONFLICT, *reversed(BOTH))
    assert furthest(outcome(BRIDGE, given), SHELF) == (Stage.GROUPED, Stage.GROUPED)


def test_of_two_positions_thrown_together_one_is_grouped_wrong() -> None:
    given = answer(Verdict.AGREE, [*BOTH[0], *BOTH[1]])
    assert sorted(furthest(outcome(BRIDGE, given), SHELF)) == [Stage.SOURCED, Stage.GROUPED]


def test_stages_are_shares_of_all_gold() -> None:
    right = outcome(BRIDGE, answer(Verdict.CONFLICT, *BOTH))
    figures = measured([right, outcome(BRIDGE, None)])
    assert {(figures[name].value, figures[name].count) for name in STAGES} == {(0.5, 4)}


def test_latency_is_over_answers_only() -> None:
    taken = [10.0, 20.0, 30.0, 40.0, 50.0]
    answered = [outcome(BRIDGE, answer(Verdict.NONE), time) for time in taken]
    figures = measured([*answered, outcome(BRIDGE, None, 9000.0)])
    assert figures["latency_p50_ms"].value == 30
    assert figures["latency_p95_ms"].value == pytest.approx(48)
    assert figures["latency_p50_ms"].count == 5
