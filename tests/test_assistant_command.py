"""The command line of the assistant, run as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.index import Index

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m assistant` with these words."""
    command = [sys.executable, "-m", "assistant", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603


@pytest.fixture(scope="module")
def folder(sample_index: Index, sample_folder: Path) -> str:
    assert sample_index.stats().articles == 16
    return str(sample_folder)


def test_json_has_the_fields_of_the_contract(folder: str) -> None:
    done = run("ask", "How many people were killed in the market of Ostren?", "--json", "--index", folder)
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    fields = {"question", "verdict", "summary", "positions", "conflicts", "passages", "timing_ms"}
    assert fields <= answer.keys()
    statement = answer["positions"][0]["statements"][0]
    assert statement["source"]["name"] == "Lena Havik"
    assert statement["article"]["published"] == "2018-06-13"


def test_an_answer_reads_in_the_terminal(folder: str) -> None:
    done = run("ask", "Who controls Raqqa?", "--index", folder)
    assert done.returncode == 0
    assert done.stdout.startswith("Not in these reports")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["ask", "Why?", "--index", "no-such-folder"], "no-such-folder"),
        (["ask", "  "], "the question is empty"),
        (["ask", "x" * 10_000], "10,000 characters"),
        (["ask", "Why?", "--since", "soon"], "'soon' is not a date"),
    ],
)
def test_bad_input_is_one_line_and_status_2(folder: str, words: list[str], problem: str) -> None:
    done = run(*words, *([] if "--index" in words else ["--index", folder]))
    assert done.returncode == 2
    assert problem in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_teaches_by_example() -> None:
    done = run("ask", "--help")
    assert 'python -m assistant ask "Who controls Minian?"' in done.stdout
