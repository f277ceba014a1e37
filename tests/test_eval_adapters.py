"""Public sets, in tiny files of our own making in each format, turned into collections and cases."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from eval.__main__ import app
from eval.adapters import CASEBOOKS, COLLECTIONS, CaseFormat, RetrievalFormat
from eval.casebook import Casebook, write
from eval.cases import Case, load_cases

FERRY = "The ferry sank on Monday. Its owner blamed the wind."
BRIDGE = "The bridge at Arn reopened after nine years."
NINE, TEN = "Nine boats were lost, the port said.", "A clerk counted ten boats lost."

SQUAD = {
    "data": [
        {
            "title": "Ferries",
            "paragraphs": [
                {
                    "context": FERRY,
                    "qas": [
                        {
                            "id": "q1",
                            "question": "When did it sink?",
                            "answers": [{"text": "Monday", "answer_start": 18}],
                        },
                        {"id": "q2", "question": "Who sang?", "answers": [], "is_impossible": True},
                    ],
                },
                {"context": BRIDGE, "qas": []},
            ],
        }
    ]
}
RAMDOCS = {
    "question": "How many boats were lost?",
    "documents": [
        {"text": NINE, "type": "correct", "answer": "nine"},
        {"text": TEN, "type": "misinfo", "answer": "ten"},
        {"text": BRIDGE, "type": "noise", "answer": "unknown"},
    ],
}
NANCO = [
    {
        "question": "How many boats were lost?",
        "answers": [
            {"qid": "Q1", "Answer": "Nine boats", "Paragraph": NINE, "cluster_global": 0},
            {"qid": "Q1", "Answer": "ten", "Paragraph": TEN, "cluster_global": 1},
            {"qid": "Q1", "Answer": "9", "Paragraph": "Divers found 9 wrecks.", "cluster_global": 0},
        ],
    }
]
BODIES = f'Body ID,articleBody\n1,"{FERRY}"\n2,No ferry sank.\n3,{BRIDGE}\n'
STANCES = """Headline,Body ID,Stance
Ferry sinks,1,agree
Ferry sinks,2,disagree
Ferry sinks,3,unrelated
Bridge opens,3,discuss
Old bridge back,3,agree
"""
TRECQA = f"qtext,label,atext\nWhat sank ?,1,{FERRY}\nWhat sank ?,0,{BRIDGE}\nWhat reopened ?,1,{BRIDGE}\n"


@pytest.fixture
def sets(tmp_path: Path) -> dict[str, Path]:
    """Write each set and return where it is."""
    folders = {name: tmp_path / name for name in ("beir", "fnc", "trecqa")}
    (folders["beir"] / "qrels").mkdir(parents=True)
    texts = [{"_id": "d1", "title": "Loss", "text": FERRY}, {"_id": "d2", "text": BRIDGE, "metadata": {}}]
    files = {
        "squad.json": json.dumps(SQUAD),
        "ramdocs.jsonl": json.dumps(RAMDOCS) + "\n",
        "nanco.json": json.dumps(NANCO),
        "beir/corpus.jsonl": "".join(json.dumps(each) + "\n" for each in texts),
        "beir/queries.jsonl": json.dumps({"_id": "q1", "text": "What sank?"}) + "\n",
        "beir/qrels/test.tsv": "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n",
        "fnc/train_bodies.csv": BODIES,
        "fnc/train_stances.csv": STANCES,
        "trecqa/train.csv": TRECQA,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    alone = {Path(name).stem: tmp_path / name for name in files if "/" not in name}
    return folders | alone


@pytest.mark.parametrize(
    ("form", "documents", "judgements"),
    [
        ("squad", [FERRY, BRIDGE], {"q1": {"squad-0-0": 1}, "q2": {}}),
        ("beir", [FERRY, BRIDGE], {"q1": {"d1": 2}}),
        (
            "fnc",
            [FERRY, "No ferry sank.", BRIDGE],
            {"Ferry sinks": {"1": 1, "2": 1}, "Bridge opens": {"3": 1}, "Old bridge back": {"3": 1}},
        ),
        ("trecqa", [FERRY, BRIDGE], {"What sank ?": {"trecqa-0": 1}, "What reopened ?": {"trecqa-1": 1}}),
        ("ramdocs", [NINE, TEN, BRIDGE], {"0": {"ramdocs-0": 1, "ramdocs-1": 1}}),
    ],
)
def test_a_set_is_documents_questions_and_what_is_relevant(
    sets: dict[str, Path], form: str, documents: list[str], judgements: dict[str, dict[str, int]]
) -> None:
    read = COLLECTIONS[RetrievalFormat(form)](sets[form])
    assert [document.text for document in read.documents] == documents
    assert read.judgements == judgements
    assert list(read.queries) == list(judgements)


def _told(case: Case, book: Casebook) -> list[list[tuple[str, str]]]:
    """Return for each position the stance and the words of its statements."""
    texts = {report["id"]: report["text"] for report in book.reports}
    return [
        [(each.stance.value, texts[each.article][each.start : each.end]) for each in position.statements]
        for position in case.positions
    ]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("squad", [(Verdict.SINGLE, [[("asserts", "Monday")]]), (Verdict.NONE, [])]),
        ("ramdocs", [(Verdict.CONFLICT, [[("asserts", "Nine")], [("asserts", "ten")]])]),
        (
            "nanco",
            [(Verdict.CONFLICT, [[("asserts", "Nine boats"), ("asserts", "9")], [("asserts", "ten")]])],
        ),
        (
            "fnc",
            [
                (Verdict.CONFLICT, [[("asserts", FERRY)], [("denies", "No ferry sank.")]]),
                (Verdict.SINGLE, [[("asserts", BRIDGE)]]),
            ],
        ),
    ],
)
def test_a_set_is_reports_and_cases_over_them(
    sets: dict[str, Path], form: str, expected: list[tuple[Verdict, object]], tmp_path: Path
) -> None:
    book = CASEBOOKS[CaseFormat(form)](sets[form])
    assert [(case.verdict, _told(case, book)) for case in book.cases] == expected
    _, cases = write(book, tmp_path / "out")
    assert load_cases(cases) == book.cases


@pytest.mark.parametrize(
    ("form", "text", "told"),
    [
        ("squad", "{}", "data: Field required; is it of this format?"),
        ("ramdocs", "[]\n", "Input should be"),
        ("trecqa", "question,answer\na,b\n", "has no column 'qtext'"),
        ("beir", "", "cannot be read"),
    ],
)
def test_another_format_is_told(form: str, text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "set"
    path.write_text(text)
    with pytest.raises(SaysWhoError, match=told.replace("?", r"\?")):
        COLLECTIONS[RetrievalFormat(form)](path)


@pytest.mark.slow
def test_each_way_to_search_is_measured(sets: dict[str, Path], tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["retrieval", "squad", str(sets["squad"]), "--out", str(tmp_path)], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    read = json.loads((tmp_path / "retrieval.json").read_text())
    assert read["set"] == "2 documents, 1 questions"  # the impossible one is not asked
    assert list(read["figures"]) == [
        "BM25 only",
        "dense only",
        "hybrid",
        "hybrid less bm25",
        "hybrid less dense",
    ]
    assert read["figures"]["hybrid"]["recall@5"]["value"] == 1.0
    assert read["figures"]["hybrid less dense"]["recall@5"]["value"] == 0.0


def test_converted_cases_lie_in_the_reports(sets: dict[str, Path], tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["convert", "nanco", str(sets["nanco"]), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    reports = [json.loads(line) for line in (tmp_path / "out" / "reports.jsonl").read_text().splitlines()]
    assert [report["text"] for report in reports] == [NINE, TEN, "Divers found 9 wrecks."]
    assert len(load_cases(tmp_path / "out" / "cases.jsonl")) == 1
