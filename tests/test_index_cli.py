"""`python -m index`, as it is typed."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corpus.reading import Skipped
from index.__main__ import app
from index.printing import printable, summary_lines
from index.summary import Summary

ROOT = Path(__file__).parents[1]
CRANE = "A crane fell into the harbour basin on Monday. Nobody was hurt, the port authority said."
ROWS = [
    {
        "id": "crane",
        "title": "Crane falls",
        "text": CRANE,
        "outlet": "Velm Courier",
        "published": "2016-11-08",
    },
    {"id": "farm", "title": "Harvest", "text": "Farmers expect the best wheat for years.", "desk": "rural"},
]
NO_INDEX = "error: no index in {missing}; make one with: python -m index add PATH… --index {missing}"


def type_in(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def run_whole(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run the command as a program of its own."""
    command = [sys.executable, "-W", "error", "-m", "index", *map(str, arguments)]
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )


def write_rows(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "rows.jsonl", ROWS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index over the rows, which no test changes."""
    made = tmp_path_factory.mktemp("made")
    assert type_in("add", write_rows(made / "rows.jsonl", ROWS), "--index", made / "index").exit_code == 0
    return made / "index"


def test_adding_replacing_and_leaving_alone(rows: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    (tmp_path / "empty.txt").touch()
    added = type_in("add", rows, tmp_path / "empty.txt", "--index", index)
    assert added.exit_code == 0
    assert added.stdout.splitlines()[-1] == "2 added, 0 replaced, 0 unchanged, 1 skipped"
    assert added.stdout.startswith(f"skipped {tmp_path / 'empty.txt'}: ")
    write_rows(rows, [ROWS[0], ROWS[1] | {"text": "Farmers expect nothing."}])
    assert type_in("add", rows, "--index", index).stdout == "0 added, 1 replaced, 1 unchanged, 0 skipped\n"
    assert type_in("add", rows, "--index", index).stdout == "0 added, 0 replaced, 2 unchanged, 0 skipped\n"
    assert type_in("verify", "--index", index).stdout == "whole\n"


def test_adding_what_is_there_already_loads_no_model(folder: Path) -> None:
    arguments = ["index", "add", str(folder.parent / "rows.jsonl"), "--index", str(folder)]
    code = (
        "import runpy, sys\n"
        f"sys.argv = {arguments!r}\n"
        "try: runpy.run_module('index', run_name='__main__')\n"
        "except SystemExit as end: print(end.code)\n"
        "print([name for name in ('torch', 'spacy', 'transformers') if name in sys.modules])\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["0 added, 0 replaced, 2 unchanged, 0 skipped", "0", "[]"]


def test_list_is_a_line_an_article(folder: Path) -> None:
    lines = [line.split("\t") for line in type_in("list", "--index", folder).stdout.splitlines()]
    assert [line[:3] for line in lines] == [["crane", "2016-11-08", "Velm Courier"], ["farm", "-", "-"]]
    assert [line[-1] for line in lines] == ["Crane falls", "Harvest"]
    assert all(int(count) >= 1 for line in lines for count in line[3:5])


def test_show_tells_who_says_what(folder: Path) -> None:
    shown = type_in("show", "crane", "--index", folder).stdout
    assert "published  2016-11-08" in shown
    assert f"crane#p0  {CRANE}" in shown
    assert "    port authority asserts (indirect): Nobody was hurt" in shown
    assert "desk      rural" in type_in("show", "farm", "--index", folder).stdout


def test_stats_count_what_is_there(folder: Path) -> None:
    lines = dict(line.split(maxsplit=1) for line in type_in("stats", "--index", folder).stdout.splitlines())
    assert lines["articles"] == "2"
    assert lines["outlets"] == "1"
    assert lines["published"] == "2016-11-08 to 2016-11-08"
    assert lines["encoder"] == "all-MiniLM-L6-v2, 384 dimensions"


def test_remove(rows: Path, tmp_path: Path) -> None:
    type_in("add", rows, "--index", tmp_path / "index")
    assert type_in("remove", "crane", "--index", tmp_path / "index").stdout == "removed crane\n"
    assert type_in("list", "--index", tmp_path / "index").stdout.startswith("farm\t")
    assert type_in("verify", "--index", tmp_path / "index").exit_code == 0


def test_verify_ends_with_1_when_something_is_wrong(rows: Path, tmp_path: Path) -> None:
    type_in("add", rows, "--index", tmp_path / "index")
    next((tmp_path / "index").glob("vectors-*")).write_bytes(b"junk")
    found = type_in("verify", "--index", tmp_path / "index")
    assert (found.exit_code, found.stdout) == (
        1,
        "vectors-1: missing or damaged; the next search makes vectors anew\n",
    )


def test_a_copy_is_made_and_a_damaged_one_mended(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    assert type_in("backup", copy, "--index", folder).stdout == f"copied to {copy}\n"
    assert type_in("repair", "--index", copy).stdout == "whole\n"
    connection = sqlite3.connect(copy / "store.sqlite")
    connection.execute("UPDATE articles SET outlet = 'Forged' WHERE id = 'farm'")
    connection.commit()
    connection.close()
    told = type_in("repair", "--index", copy)
    lost = "lost farm: add it again\n1 kept, 0 analysed anew, 1 lost\n"
    assert (told.exit_code, told.stdout) == (1, lost)
    assert type_in("verify", "--index", copy).stdout == "whole\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["list"],
            "error: no index in {missing}; make one with: python -m index add PATH… --index {missing}",
        ),
        (["add", "nowhere"], "error: no such file or folder: nowhere"),
        (
            ["remove", "x"],
            "error: no index in {missing}; make one with: python -m index add PATH… --index {missing}",
        ),
    ],
)
def test_a_mistake_is_one_line_and_status_2(tmp_path: Path, arguments: list[str], told: str) -> None:
    missing = tmp_path / "missing"
    done = run_whole(*arguments, "--index", missing)
    assert (done.returncode, done.stderr) == (2, told.format(missing=missing) + "\n")
    assert not missing.exists()


@pytest.mark.parametrize("command", ["show", "remove"])
def test_an_unknown_article(folder: Path, command: str) -> None:
    done = run_whole(command, "nobody\udcff", "--index", folder)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    done = run_whole(command, "nobody", "--index", folder)
    assert done.stderr.startswith("error: no article 'nobody'")


def test_an_encoder_that_is_not_here(rows: Path, tmp_path: Path) -> None:
    done = run_whole("add", rows, "--index", tmp_path / "index", "--encoder", "nobody/nothing")
    assert done.returncode == 2
    assert done.stderr.startswith("error: encoder 'nobody/nothing' is neither a folder nor kept here")


def test_help_teaches_by_example_and_loads_nothing() -> None:
    assert "python -m index add reports/" in type_in("add", "--help").stdout
    done = run_whole("--help")
    assert done.returncode == 0
    assert all(command in done.stdout for command in ("add", "list", "show", "remove", "repair", "backup"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain  text\n", "plain text"),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("left\u202eright", "left\ufffdright"),
        ("Öst 中 🙂", "Öst 中 🙂"),
    ],
)
def test_report_text_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_only_the_first_skipped_files_are_named() -> None:
    summary = Summary(added=1, skipped=tuple(Skipped(Path(f"{n}.txt"), "empty") for n in range(25)))
    lines = list(summary_lines(summary))
    assert lines[0] == "skipped 0.txt: empty"
    assert lines[-2:] == ["skipped 5 more", "1 added, 0 replaced, 0 unchanged, 25 skipped"]
    assert len(lines) == 22


def test_files_of_the_same_name_never_replace_each_other(tmp_path: Path) -> None:
    index = tmp_path / "index"
    for place, text in (("one", CRANE), ("two", "The harbour master resigned, the port authority said.")):
        (tmp_path / place).mkdir()
        (tmp_path / place / "report.txt").write_text(text)
    for _ in range(2):
        for place in ("one", "two"):
            type_in("add", tmp_path / place, "--index", index)
    assert type_in("stats", "--index", index).stdout.startswith("articles    2\n")
    (tmp_path / "two" / "report.txt").write_text("The harbour master stays, the port authority said.")
    added = type_in("add", tmp_path / "two", "--index", index)
    assert added.stdout.splitlines()[-1] == "0 added, 1 replaced, 0 unchanged, 0 skipped"
