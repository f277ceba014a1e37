"""A run: failures are counted, the report holds all, bars decide the exit status."""

import json
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.answer import Answer, Verdict
from corpus.errors import SaysWhoError
from eval.bars import check_names, fallen_under, parse_bars, risen_over
from eval.bootstrap import Figure
from eval.figures import measure
from eval.output import opened, write_json
from eval.publishing import publish
from eval.report import build, lost
from eval.run import run
from eval.tables import tables
from tests.eval_examples import PROVENANCE, SHELF, answer, case, gold, passage, recorded, statement

RIGHT = answer(Verdict.SINGLE, [statement("b", 0, "the army")], passages=[passage("b", 0)])
CASES = [
    case(Verdict.SINGLE, [gold("b", 0)], name="bridge"),
    case(Verdict.SINGLE, [gold("h", 0)], name="harbour"),
]


@dataclass
class Moody:
    """Answers the first question and breaks at the second."""

    asked: int = 0

    def ask(self, question: str, /) -> Answer:
        """Answer, or raise."""
        self.asked += 1
        if self.asked == 2:
            raise ValueError(f"no idea\nabout {question}")
        return RIGHT


class Steady:
    """Answers every question alike."""

    def ask(self, question: str, /) -> Answer:
        """Answer."""
        return replace(RIGHT, question=question)


def test_a_failing_case_is_an_outcome() -> None:
    first, second = run(CASES, Moody(), SHELF)
    assert (first.verdict, first.error) == ("single", None)
    assert (second.verdict, second.error) == ("error", "ValueError: no idea about What happened?")
    assert second.gold[0].spans == ((0, 32),)
    assert first.milliseconds >= 0


def test_several_questions_at_a_time_come_back_in_order() -> None:
    many = [case(Verdict.SINGLE, [gold("b", 0)], name=f"case-{number}") for number in range(50)]
    outcomes = list(run(many, Steady(), SHELF, jobs=8))
    assert [outcome.case.id for outcome in outcomes] == [each.id for each in many]
    assert {outcome.verdict for outcome in outcomes} == {"single"}


def test_the_report_holds_figures_rows_and_what_it_rests_on(tmp_path: Path) -> None:
    report = build(recorded(run(CASES, Moody(), SHELF)), PROVENANCE)
    written, *_ = publish(report, tmp_path / "new" / "folder", "http://chat.test")
    read = json.loads(written.read_text())
    assert read["figures"]["verdict_accuracy"]["value"] == 0.5
    assert read["figures"]["verdict_accuracy"]["count"] == 2
    assert read["figures"]["conflict_f1"] == {"value": None, "count": 0, "low": None, "high": None}
    assert read["confusion"]["single"]["error"] == 1
    assert read["rows"][1]["error"] == "ValueError: no idea about What happened?"
    assert read["rows"][0]["statements"] == [
        {"source": "the army", "article": "b", "located": True, "reached": "grouped"}
    ]
    assert read["provenance"]["index"]["fingerprint"] == "0f"
    assert lost(report) == {"retrieved": 1, "extracted": 0, "answering": 0, "sourced": 0, "grouped": 0}


def test_the_tables_show_every_figure_and_the_wrong_cases() -> None:
    report = build(recorded(run(CASES, Moody(), SHELF)), PROVENANCE)
    screen = Console(file=StringIO(), width=120)
    screen.print(tables(report))
    shown = screen.file.getvalue()  # type: ignore[attr-defined]  # a StringIO
    assert all(name in shown for name in report.figures)
    assert "harbour: single, answered error (ValueError: no idea about What happened?)" in shown
    assert "bridge: " not in shown


FIGURES = {"accuracy": Figure(0.7, 10), "rate": Figure(0.2, 10), "nothing": Figure(None, 0)}


def test_bars_are_told_when_they_are_not_met() -> None:
    assert fallen_under(FIGURES, parse_bars(["accuracy=0.7", "rate=.1"])) == []
    assert fallen_under(FIGURES, parse_bars([" accuracy =0.71"])) == ["accuracy: 0.7000 is under 0.71"]
    assert risen_over(FIGURES, parse_bars(["rate=0.2"])) == []
    assert risen_over(FIGURES, parse_bars(["rate=0.1"])) == ["rate: 0.2000 is over 0.1"]
    assert fallen_under(FIGURES, parse_bars(["nothing=0"])) == [
        "nothing: nothing to measure, so the bar 0 is not met"
    ]


@pytest.mark.parametrize("text", ["accuracy", "accuracy=", "accuracy=high", "accuracy=nan", "=", ""])
def test_what_is_not_a_bar_is_refused(text: str) -> None:
    with pytest.raises(SaysWhoError, match="is not a bar; write name=value"):
        parse_bars([text])


def test_an_unknown_figure_is_told_with_the_list_of_names() -> None:
    with pytest.raises(SaysWhoError, match="no figure is named 'luck'; the figures are: completed, "):
        check_names(["luck"], measure(()))


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaysWhoError, match="cannot be written"):
        write_json({}, tmp_path / "file", "report.json")
    with pytest.raises(SaysWhoError, match="cannot be written"), opened(tmp_path):
        pass
