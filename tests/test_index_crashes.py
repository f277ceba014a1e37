"""Nothing that was reported as added is lost: not to kills, a full disk, or damage on disk.

SAYSWHO_KILLS sets how often the writer is killed (100 for the full test).
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.errors import SaysWhoError
from index.database import FILE
from index.index import Index
from tests.made_reports import HARBOUR, WordHashes, flip_a_bit, made_report

ROOT = Path(__file__).parents[1]
KILLS = int(os.environ.get("SAYSWHO_KILLS", "8"))
BATCH = 4
LONGEST_SECONDS = 0.6
"""By then a writer has stored some twenty batches and saved the search structures as often."""

WRITER = f"""
import sys
from pathlib import Path
from index.index import Index
from tests.made_reports import WordHashes, made_report
first = int(sys.argv[2])
with Index.open(Path(sys.argv[1]), WordHashes()) as index:
    print("ready", flush=True)
    for start in range(first, first + 4_000, {BATCH}):
        names = [f"r{{n}}" for n in range(start, start + {BATCH})]
        index.add(made_report(name, [f"Report {{name}}.", f"Rain on {{name}}."]) for name in names)
        if start % 3 == 0:
            index.remove(names[0])
            print("-" + names[0], flush=True)
            names = names[1:]
        print(*names, flush=True)
"""


def program(code: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Index.create(tmp_path / "index", WordHashes()).close()
    return tmp_path / "index"


def stored(index: Index) -> set[str]:
    assert index.verify() == []
    return {article.id for article in index.articles()}


def killed(folder: Path, first: int, seconds: float) -> tuple[set[str], set[str]]:
    """Kill a writer after some time; return what it told that it had added, and removed."""
    with program(WRITER, folder, first) as adding:
        assert adding.stdout is not None
        assert adding.stdout.readline() == "ready\n"
        time.sleep(seconds)
        adding.send_signal(signal.SIGKILL)
        told = " ".join(line for line in adding.stdout if line.endswith("\n")).split()
    gone = {name[1:] for name in told if name.startswith("-")}
    return set(told) - {f"-{name}" for name in gone}, gone


@pytest.mark.slow
def test_a_writer_killed_at_any_moment_loses_nothing_that_it_reported(folder: Path) -> None:
    moments = random.Random(6)  # noqa: S311 - moments, not secrets
    added, removed = set[str](), set[str]()
    for turn in range(KILLS):
        here, gone = killed(folder, 4_000 * turn, moments.uniform(0, LONGEST_SECONDS))
        added, removed = added | here, removed | gone
        with Index.open(folder, WordHashes()) as index:
            present = stored(index)
            assert added <= present
            assert not removed & present
            assert index.stats().passages == 2 * len(present)
            for name in sorted(here)[-3:]:
                assert f"{name}#p0" in {hit.passage.id for hit in index.search(f"Report {name}", 200)}
            for name in sorted(gone)[-3:]:
                assert not [hit for hit in index.search(name, 200) if hit.passage.article_id == name]
    assert added


NAMES = [f"r{number}" for number in range(60)]


def derived_files(folder: Path) -> list[Path]:
    found = [path for path in folder.rglob("*") if path.is_file() and path.name != "writer.lock"]
    return sorted(path for path in found if not path.name.startswith(FILE))


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("damage", [flip_a_bit, cut_short, Path.unlink])
def test_damage_to_any_derived_file_changes_no_result(folder: Path, damage: Callable[[Path], None]) -> None:
    asked = [f"Report {name} of the crane" for name in NAMES[::12]]
    with Index.open(folder, WordHashes()) as index:
        index.add(made_report(name, [f"Report {name} of the crane.", HARBOUR]) for name in NAMES)
        expected = [index.search(question, 10) for question in asked]
    places = [path.relative_to(folder).name for path in derived_files(folder)]
    assert len(places) > 8
    for number in range(len(places)):
        damage(derived_files(folder)[number])
        with Index.open(folder, WordHashes()) as index:
            assert [index.search(question, 10) for question in asked] == expected, places[number]
            assert index.verify() == []


FULL = """
import resource
import sys
from pathlib import Path
from corpus.errors import SaysWhoError
from index.index import Index
from tests.made_reports import WordHashes, made_report
folder, room = Path(sys.argv[1]), int(sys.argv[2])
with Index.open(folder, WordHashes()) as index:
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    for number in range(2_000):
        try:
            index.add([made_report(f"r{number}", [f"Report {number} of the crane. " * 9])])
        except SaysWhoError as error:
            print(error)
            break
        print(f"r{number}", flush=True)
"""


@pytest.mark.parametrize("room", [30_000, 150_000, 400_000])
def test_when_a_file_can_grow_no_more_what_was_reported_is_there(folder: Path, room: int) -> None:
    with program(FULL, folder, room) as adding:
        told = adding.communicate()[0].splitlines()
    assert "cannot be" in told[-1]
    with Index.open(folder, WordHashes()) as index:
        assert set(told[:-1]) <= stored(index)
        assert index.add([made_report("late", [HARBOUR])]).added == 1  # there is room again
        assert index.search(HARBOUR, 1)[0].passage.id == "late#p0"


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Mount a file system of that size, where that is permitted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("a file system cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607


def test_a_full_disk_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=2) as disk:
        reported = set()
        with Index.create(disk / "index", WordHashes()) as index:
            for number in range(5_000):
                try:
                    index.add([made_report(f"r{number}", [f"Report {number} of the crane. " * 40])])
                except SaysWhoError:
                    break
                reported.add(f"r{number}")
        assert 10 < number < 4_999
        with Index.open(disk / "index", WordHashes()) as index:
            assert reported <= stored(index)
            assert index.search("Report 7 of the crane", 1)[0].passage.id == "r7#p0"
