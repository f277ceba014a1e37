"""Adding many files: analysed in a second process, stopped at any time, gone on with later."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from corpus.analysis import Analyst
from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.reading import Skipped
from index.database import FILE
from index.encoder import Encoder, load_encoder
from index.index import Index
from index.parallel import analysed, second_process
from index.shared_encoder import SharedEncoder
from tests.made_reports import WordHashes

ROOT = Path(__file__).parents[1]
COUNT = 700


def article(number: int) -> Article:
    return Article(
        f"a{number}", f"Crane {number}", f"Crane {number} fell on Monday, the harbour master said."
    )


def test_a_second_process_analyses_as_this_one_does() -> None:
    articles = [article(number) for number in range(90)]
    with second_process(WordHashes()) as pool:
        assert list(analysed(articles, pool)) == list(Analyst().reports(articles))
        assert list(analysed([], pool)) == []


@pytest.mark.parametrize("encoder", [WordHashes(), load_encoder("")], ids=["hashes", "packaged"])
def test_two_processes_encode_as_one_does(encoder: Encoder) -> None:
    texts = [f"Crane {number} fell. " * (1 + number % 4) for number in range(100)]
    with second_process(encoder) as pool:
        shared = SharedEncoder(encoder, pool)
        np.testing.assert_allclose(shared.encode(texts), encoder.encode(texts), atol=1e-5)
        assert shared.encode([]).shape == (0, encoder.dimension)
        reports = analysed([article(number) for number in range(40)], pool)
        np.testing.assert_allclose(shared.encode(texts), encoder.encode(texts), atol=1e-5)
        assert len(list(reports)) == 40


def test_an_article_that_cannot_be_analysed_is_passed_over_with_the_reason() -> None:
    broken = Article(
        "half", "Crane", "Half of a pair \ud800 fell on Monday.", metadata={"from_file": "cranes.txt"}
    )
    articles = [article(1), broken, article(2)]
    with second_process(WordHashes()) as pool:
        first, passed_over, last = analysed(articles, pool)
    assert [first, last] == list(Analyst().reports([article(1), article(2)]))
    assert isinstance(passed_over, Skipped)
    assert passed_over.path == Path("cranes.txt")
    assert passed_over.reason.startswith("cannot be analysed: UnicodeEncodeError: ")


def test_leaving_early_ends_the_process() -> None:
    with second_process(WordHashes()) as pool:
        reports = analysed((article(number) for number in range(100_000)), pool)
        assert next(reports) == next(Analyst().reports([article(0)]))


def test_a_second_process_that_is_ended_is_told_in_a_line() -> None:
    with pytest.raises(SaysWhoError, match="was ended by the system"):
        end_the_second_process()


def end_the_second_process() -> None:
    with second_process(WordHashes()) as pool:
        reports = analysed((article(number) for number in range(5_000)), pool)
        next(reports)
        for child in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(int(child), signal.SIGKILL)
        list(reports)


@contextmanager
def adding(rows: Path, folder: Path) -> "Iterator[subprocess.Popen[str]]":
    """Add rows as a program of its own, and lend it as soon as some are stored."""
    command = [sys.executable, "-m", "index", "add", str(rows), "--index", str(folder)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - before any thread of ours
    ) as running:
        while running.poll() is None and not stored(folder):
            time.sleep(0.05)
        yield running


def _heed_interrupts() -> None:
    """Let Ctrl-C through again, which a shell makes its background jobs ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stored(folder: Path) -> int:
    if not (folder / FILE).exists():
        return 0
    connection = sqlite3.connect(folder / FILE)
    (count,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    connection.close()
    return int(count)


def is_gone(group: int, seconds: float = 20) -> bool:
    """Tell whether no process of a group is left, after some time if need be."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_stopped_and_gone_on_with(tmp_path: Path) -> None:
    rows, folder = tmp_path / "rows.jsonl", tmp_path / "index"
    texts = [{"id": f"a{n}", "title": f"Crane {n}", "text": article(n).text} for n in range(COUNT)]
    rows.write_text("".join(json.dumps(row) + "\n" for row in texts))
    with adding(rows, folder) as running:
        os.killpg(running.pid, signal.SIGINT)  # Ctrl-C reaches every process of the terminal
        assert running.communicate() == ("", "stopped; what was added so far is kept\n")
        assert running.returncode == 130
    assert is_gone(running.pid)
    first = stored(folder)
    assert 0 < first < COUNT
    with adding(rows, folder) as running:
        while stored(folder) == first and running.poll() is None:
            time.sleep(0.05)
        running.kill()
        running.communicate()
    assert is_gone(running.pid)  # the second process does not outlive the first
    with adding(rows, folder) as running:
        told = running.communicate()[0]
    assert running.returncode == 0
    assert stored(folder) == COUNT
    added, _, unchanged, _ = (int(part.split()[0]) for part in told.splitlines()[-1].split(", "))
    assert (added + unchanged, unchanged >= first) == (COUNT, True)
    with Index.open(folder, load_encoder("")) as index:
        assert index.verify() == []
