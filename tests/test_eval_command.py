"""`python -m eval` as a user runs it, over the bundled sample."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from eval.__main__ import app
from index.index import Index

ROOT = Path(__file__).parent.parent
SAMPLE_SET = ROOT / "eval" / "sets" / "sample.jsonl"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Return a set of the first four sample cases."""
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(SAMPLE_SET.read_text().splitlines(keepends=True)[:4]))
    return path


def _started(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "eval", *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _refused(*arguments: object) -> str:
    """Return the one line a run with status 2 ends with."""
    with _started(*arguments) as running:
        _, told = running.communicate()
    assert running.returncode == 2
    (line,) = told.splitlines()
    return line


@pytest.mark.parametrize("name", sorted(get_command(app).commands))  # type: ignore[attr-defined]  # a group
def test_the_help_of_every_command_teaches_by_example(name: str) -> None:
    shown = CliRunner().invoke(app, [name, "--help"])
    assert shown.exit_code == 0
    assert "Examples:" in shown.output
    assert f"python -m eval {name} " in shown.output.partition("Examples:")[2]


@pytest.mark.slow
def test_a_run_leaves_a_report_and_a_record_of_each_case(
    sample_index: Index, sample_folder: Path, cases: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(app, ["run", str(cases), "--index", str(sample_folder), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert "verdict_accuracy" in result.stdout
    report = json.loads((out / "report.json").read_text())
    assert report["figures"]["quote_fidelity"]["value"] == 1.0
    assert report["figures"]["completed"]["count"] == 4
    assert report["provenance"]["index"]["articles"] == sample_index.stats().articles
    assert report["provenance"]["models"]["encoder"] == "all-MiniLM-L6-v2"
    asked = [json.loads(line)["question"] for line in cases.read_text().splitlines()]
    records = [json.loads(line) for line in (out / "cases.jsonl").read_text().splitlines()]
    assert [record["question"] for record in records] == asked
    assert [record["answer"]["question"] for record in records] == asked


@pytest.mark.slow
@pytest.mark.usefixtures("sample_index")
def test_a_bar_that_is_not_met_fails_the_run(sample_folder: Path, cases: Path, tmp_path: Path) -> None:
    arguments = ["run", str(cases), "--index", str(sample_folder), "--fail-under", "completed=1"]
    arguments += ["--out", str(tmp_path / "run")]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    result = CliRunner().invoke(app, [*arguments, "--fail-under", "quote_fidelity=1.5"])
    assert result.exit_code == 1
    assert "quote_fidelity: 1.0000 is under 1.5" in result.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("sample_index")
def test_bad_input_is_one_line_and_status_2(sample_folder: Path, cases: Path, tmp_path: Path) -> None:
    run = "run", cases, "--index"
    bars = "--fail-under", "luck=1"
    assert _refused(*run, sample_folder, *bars).startswith(
        "error: no figure is named 'luck'; the figures are"
    )
    assert "No such file" in _refused("run", tmp_path / "none.jsonl")
    assert "nowhere" in _refused(*run, tmp_path / "nowhere")
    assert "line 1: text: Field required" in _refused("attribution", cases)


@pytest.mark.slow
def test_attribution_writes_what_it_found(tmp_path: Path) -> None:
    text = 'Ana Bell said rain would come. "Snow will fall," said Omar Dunn.'
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    annotated = [
        {"source": (0, 8), "cue": (9, 13), "content": (14, 29)},
        {"source": (54, 63), "cue": (49, 53), "content": (32, 46)},
    ]
    relations = [{key: [{"spans": [span]}] for key, span in one.items()} for one in annotated]
    gold.write_text(json.dumps({"id": "d", "text": text, "attributions": relations}))
    result = CliRunner().invoke(
        app, ["attribution", str(gold), "--predictions", str(found), "--out", str(tmp_path)]
    )
    assert result.exit_code == 0, result.output
    rows = json.loads((tmp_path / "attribution.json").read_text())
    figures, narrated = rows["Says Who"], rows["every sentence a narration"]
    assert (narrated["source_accuracy"]["value"], narrated["precision"]["count"]) == (0.0, 2)
    assert (figures["f1"]["value"], figures["source_accuracy"]["value"]) == (1.0, 1.0)
    (line,) = found.read_text().splitlines()
    assert [one["source"] for one in json.loads(line)["attributions"]] == [[[0, 8]], [[54, 63]]]
