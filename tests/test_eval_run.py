"""A run: failures are counted, Ctrl-C keeps what is done, bars decide the exit status."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.answer import Answer, Verdict
from corpus.errors import SaysWhoError
from eval.answers import collect
from eval.bars import Bar, check_names, fallen_under, parse_bars, risen_over
from eval.bootstrap import Figure
from eval.figures import measure
from eval.outcome import Outcome
from eval.output import opened, write_json
from eval.report import build, lost, write
from eval.run import run
from eval.tables import tables
from tests.eval_examples import SHELF, answer, case, gold, outcome, passage, statement

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


def test_a_failing_case_is_an_outcome() -> None:
    first, second = run(CASES, Moody(), SHELF)
    assert (first.verdict, first.error) == ("single", None)
    assert (second.verdict, second.error) == ("error", "ValueError: no idea about What happened?")
    assert second.gold[0].spans == ((0, 32),)
    assert first.milliseconds >= 0


def test_answers_are_lines_and_failures_say_so() -> None:
    file = StringIO()
    collect(run(CASES, Moody(), SHELF), file)
    first, second = (json.loads(line) for line in file.getvalue().splitlines())
    assert (first["case"], first["verdict"], first["positions"][0]["statements"][0]["start"]) == (
        "bridge",
        "single",
        0,
    )
    assert second == {
        "case": "harbour",
        "question": "What happened?",
        "error": "ValueError: no idea about What happened?",
    }


def test_ctrl_c_keeps_what_is_done() -> None:
    def stopped() -> Iterator[Outcome]:
        yield outcome(CASES[0], RIGHT)
        raise KeyboardInterrupt

    file = StringIO()
    assert [done.case.id for done in collect(stopped(), file)] == ["bridge"]
    assert len(file.getvalue().splitlines()) == 1


def test_the_report_holds_figures_rows_and_settings(tmp_path: Path) -> None:
    report = build(list(run(CASES, Moody(), SHELF)), SHELF, {"depth": 20})
    read = json.loads(write(report, tmp_path / "new" / "folder").read_text())
    assert read["figures"]["verdict_accuracy"]["value"] == 0.5
    assert read["figures"]["verdict_accuracy"]["count"] == 2
    assert read["figures"]["conflict_f1"] == {"value": None, "count": 0, "low": None, "high": None}
    assert read["confusion"]["single"]["error"] == 1
    assert read["rows"][1]["error"] == "ValueError: no idea about What happened?"
    assert read["rows"][0]["statements"] == [
        {"source": "the army", "article": "b", "located": True, "reached": "grouped"}
    ]
    assert read["settings"] == {"depth": 20}
    assert lost(report) == {"retrieved": 1, "extracted": 0, "answering": 0, "sourced": 0, "grouped": 0}


def test_the_tables_show_every_figure_and_the_wrong_cases() -> None:
    report = build(list(run(CASES, Moody(), SHELF)), SHELF, {})
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
        check_names([Bar("luck", 1)], measure((), SHELF))


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaysWhoError, match="cannot be written"):
        write_json({}, tmp_path / "file", "report.json")
    with pytest.raises(SaysWhoError, match="cannot be written"), opened(tmp_path):
        pass
