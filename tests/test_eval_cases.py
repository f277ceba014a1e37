"""Reading sets of cases: what is taken, and what each mistake is told as."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from corpus.statement import Stance
from eval.cases import QuestionType, load_cases
from eval.gold import check, locate
from tests.eval_examples import SENTENCES, SHELF, case, gold

STATEMENT = {"source": "the army", "stance": "denies", "article": "b", "quote": SENTENCES["b"][0]}
PLACED = {"source": "the army", "stance": "denies", "article": "b", "start": 3, "end": 10}
CASE = {
    "id": "bridge",
    "question": "Did the bridge fall?",
    "type": "event",
    "answerable": True,
    "verdict": "single",
    "positions": [{"label": "it fell", "statements": [STATEMENT]}],
    "notes": "only the army says so",
}


def _file(folder: Path, *lines: object) -> Path:
    path = folder / "set.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_a_case_is_read_with_its_labels(tmp_path: Path) -> None:
    (read,) = load_cases(_file(tmp_path, "", CASE))
    assert (read.id, read.type, read.verdict) == ("bridge", QuestionType.EVENT, Verdict.SINGLE)
    held = read.positions[0].statements[0]
    assert (held.source, held.stance, held.aliases, held.kind) == ("the army", Stance.DENIES, (), None)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([CASE, CASE], "set.jsonl, line 2: id 'bridge' is already on line 1"),
        ([CASE, "{"], "set.jsonl, line 2: Invalid JSON"),
        (["[]"], "set.jsonl, line 1: Input should be an object"),
        ([{**CASE, "verdict": "maybe"}], "line 1: verdict: Input should be 'conflict', 'agree', 'changed'"),
        ([{**CASE, "type": "riddle"}], "line 1: type: Input should be 'control', 'toll'"),
        ([{**CASE, "question": ""}], "line 1: question: String should have at least 1 character"),
        (
            [{**CASE, "positions": [{"label": "", "statements": [{**STATEMENT, "stance": "hums"}]}]}],
            "line 1: positions.0.statements.0.stance: Input should be 'asserts', 'denies'",
        ),
        (
            [{**CASE, "positions": [{"label": "", "statements": [{**STATEMENT, "start": 0, "end": 9}]}]}],
            "positions.0.statements.0: Value error, give either the quote, or start and a greater end",
        ),
        (
            [{**CASE, "positions": [{"label": "", "statements": [{**PLACED, "end": 3}]}]}],
            "positions.0.statements.0: Value error, give either the quote, or start and a greater end",
        ),
        ([{key: CASE[key] for key in CASE if key != "question"}], "line 1: question: Field required"),
        ([], "holds no records"),
    ],
)
def test_a_mistake_is_one_line_that_names_its_place(
    tmp_path: Path, lines: list[object], message: str
) -> None:
    with pytest.raises(SaysWhoError) as raised:
        load_cases(_file(tmp_path, *lines))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_and_other_encodings_are_told(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match="No such file"):
        load_cases(tmp_path / "none.jsonl")
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"id": "café"}'.encode("latin-1"))
    with pytest.raises(SaysWhoError, match="is not UTF-8"):
        load_cases(path)


def test_gold_is_located_by_exact_comparison() -> None:
    (found,) = locate(case(Verdict.SINGLE, [gold("b", 1)]), SHELF)
    assert (found.position, found.spans) == (0, ((42, 77),))
    reworded = replace(gold("b", 1), quote="the bridge stands")
    repeated = replace(gold("b", 1), quote="bridge")
    lost, twice = locate(case(Verdict.AGREE, [reworded], [repeated]), SHELF)
    assert (lost.position, lost.spans) == (0, ())
    assert (twice.position, twice.spans) == (1, ((4, 10), (46, 52)))


def test_gold_is_located_by_offsets() -> None:
    inside = replace(gold("b", 1), quote=None, start=4, end=10)
    beyond = replace(inside, end=10_000)
    found, lost = locate(case(Verdict.AGREE, [inside], [beyond]), SHELF)
    assert (found.spans, lost.spans) == (((4, 10),), ())


def test_a_set_over_other_reports_is_refused() -> None:
    elsewhere = case(Verdict.SINGLE, [replace(gold("b", 1), article="x")])
    with pytest.raises(SaysWhoError, match="none of the 1 articles the cases quote is in the index"):
        check([elsewhere], SHELF)
    check([elsewhere, case(Verdict.SINGLE, [gold("b", 1)])], SHELF)
    check([case(Verdict.NONE)], SHELF)
