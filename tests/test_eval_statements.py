"""Statements, sources, grouping and fidelity, on answers made by hand from two invented reports."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Position, Verdict
from corpus.source import Source, SourceKind
from corpus.statement import Span, Stance
from eval.bootstrap import Figure
from eval.matching import matches
from eval.names import fold, same_source
from eval.outcome import Outcome
from eval.span import half_overlaps, overlap
from eval.statements import STATEMENTS
from tests.eval_examples import answer, case, gold, measured, outcome, span, statement

BRIDGE = case(Verdict.CONFLICT, [gold("b", 0)], [gold("b", 1)])


def statements(outcomes: list[Outcome]) -> dict[str, Figure]:
    """Return the figures on statements and sources."""
    figures = measured(outcomes)
    return {name: figures[name] for name in STATEMENTS}


@pytest.mark.parametrize(
    ("one", "other", "shared", "half"),
    [
        ((0, 10), (5, 15), 5, True),
        ((0, 10), (6, 16), 4, False),
        ((0, 100), (98, 101), 2, True),
        ((0, 10), (10, 20), 0, False),
        ((3, 3), (0, 10), 0, False),
    ],
)
def test_half_of_the_shorter_span(one: Span, other: Span, shared: int, half: bool) -> None:
    assert (overlap(one, other), overlap(other, one)) == (shared, shared)
    assert (half_overlaps(one, other), half_overlaps(other, one)) == (half, half)


@pytest.mark.parametrize(
    ("one", "other"), [("The  Army", "army"), ("the\nPort", "the port"), ("STRASSE", "straße")]
)
def test_names_are_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_only_a_leading_the_is_folded() -> None:
    assert fold("Theodora of the Port") == "theodora of the port"


def test_an_alias_on_either_side_will_do() -> None:
    known = gold("b", 0, "the Third Army", "the army")
    assert same_source(known, Source("Army", SourceKind.ORGANISATION))
    assert same_source(known, Source("General Staff", SourceKind.ORGANISATION, aliases=("third army",)))
    assert not same_source(known, Source("the navy", SourceKind.ORGANISATION))


def test_a_right_answer_has_full_marks() -> None:
    given = answer(Verdict.CONFLICT, [statement("b", 0, "the army")], [statement("b", 1, "Ines Varga")])
    figures = statements([outcome(BRIDGE, given)])
    assert {figure.value for figure in figures.values()} == {1.0}
    assert {figure.count for figure in figures.values()} == {2}


def test_a_wrong_speaker_a_wrong_stance_and_a_stray_statement() -> None:
    given = answer(
        Verdict.CONFLICT,
        [statement("b", 0, "the navy"), statement("b", 1, "Varga", Stance.DENIES)],
        [statement("h", 0, "the port")],
    )
    known = case(Verdict.CONFLICT, [gold("b", 0)], [gold("b", 1, "Ines Varga", "Varga"), gold("h", 1)])
    figures = statements([outcome(known, given)])
    values = {name: (figure.value, figure.count) for name, figure in figures.items()}
    assert values == {
        "source_recall": (1 / 3, 3),  # of the army, Ines Varga and the clerk, one is named
        "source_precision": (1 / 3, 3),  # the second citation
        "statement_recall": (2 / 3, 3),  # both sentences of the bridge
        "statement_precision": (2 / 3, 3),  # the port's sentence is not gold
        "speaker_accuracy": (1 / 2, 2),
        "stance_accuracy": (1 / 2, 2),
    }


def test_a_source_counts_once_a_case() -> None:
    known = case(Verdict.AGREE, [gold("b", 0, "The army"), gold("h", 0, "the Army")])
    figure = statements([outcome(known, answer(Verdict.AGREE, [statement("b", 0, "army")]))])["source_recall"]
    assert (figure.value, figure.count) == (1.0, 1)


def test_statements_for_a_question_without_answer_cost_precision() -> None:
    given = answer(Verdict.SINGLE, [statement("b", 0, "the army")])
    figures = statements([outcome(case(Verdict.NONE), given)])
    assert (figures["statement_precision"].value, figures["statement_precision"].count) == (0.0, 1)
    assert figures["statement_recall"].value is None
    assert figures["speaker_accuracy"].value is None


def test_a_failed_case_finds_nothing() -> None:
    figures = statements([outcome(BRIDGE, None)])
    assert (figures["statement_recall"].value, figures["statement_recall"].count) == (0.0, 2)
    assert figures["statement_precision"].value is None


def test_of_two_speakers_in_one_place_the_right_one_is_taken() -> None:
    given = answer(Verdict.SINGLE, [statement("b", 0, "the navy"), statement("b", 0, "the army")])
    (match,) = matches(outcome(case(Verdict.SINGLE, [gold("b", 0)]), given))
    assert match.citation.statement.source.name == "the army"


def test_the_same_span_of_another_article_is_no_match() -> None:
    given = answer(Verdict.SINGLE, [statement("h", 0, "the army")])
    assert matches(outcome(case(Verdict.SINGLE, [gold("b", 0)]), given)) == ()


def test_grouping_over_pairs() -> None:
    # Pairs of gold: b0-b1 same, b0-h1 and b1-h1 different. The answer parts b0 from the others.
    known = case(Verdict.CONFLICT, [gold("b", 0), gold("b", 1)], [gold("h", 1)])
    given = answer(
        Verdict.CONFLICT,
        [statement("b", 0, "the army")],
        [statement("b", 1, "Ines Varga"), statement("h", 1, "a clerk")],
    )
    figure = measured([outcome(known, given)])["grouping_balanced_accuracy"]
    # same: 0 of 1; different: 1 of 2
    assert (figure.value, figure.count) == (0.25, 3)


def test_grouping_needs_both_kinds_of_pair() -> None:
    given = answer(Verdict.CONFLICT, [statement("b", 0, "the army")], [statement("b", 1, "Ines Varga")])
    figure = measured([outcome(BRIDGE, given)])["grouping_balanced_accuracy"]
    assert (figure.value, figure.count) == (None, 1)


def test_pairs_on_one_citation_say_nothing_of_grouping() -> None:
    known = case(Verdict.CONFLICT, [gold("b", 0)], [gold("b", 0, "a witness")])
    given = answer(Verdict.SINGLE, [statement("b", 0, "the army")])
    assert measured([outcome(known, given)])["grouping_balanced_accuracy"].count == 0


def test_a_quote_off_by_one_is_not_verbatim() -> None:
    given = answer(Verdict.AGREE, [statement("b", 0, "the army"), statement("b", 1, "Ines Varga")])
    assert measured([outcome(BRIDGE, given)])["quote_fidelity"].value == 1.0
    assert measured([outcome(BRIDGE, _shifted(given))])["quote_fidelity"].value == 0.5


def _shifted(given: Answer) -> Answer:
    first, second = given.citations
    start, end = span("b", 1)
    moved = replace(second, start=start + 1, end=end + 1)
    return replace(given, positions=(Position("", (first, moved)),))
