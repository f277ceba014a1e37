"""One process writes, others read: they see what is added and removed without opening the index again."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.index import Index
from tests.made_reports import DENIAL, HARBOUR, VOTE, WordHashes, made_report

ROOT = Path(__file__).parents[1]

READER = """
import sys
from pathlib import Path
from index.index import Index
from tests.made_reports import WordHashes
with Index.open(Path(sys.argv[1]), WordHashes()) as index:
    for question in sys.stdin:
        print(*[hit.passage.id for hit in index.search(question, 500)], flush=True)
"""

BUSY_READER = """
import sys
from pathlib import Path
from threading import Thread
from index.index import Index
from tests.made_reports import WordHashes
stopped = []
Thread(target=lambda: stopped.append(sys.stdin.readline())).start()
with Index.open(Path(sys.argv[1]), WordHashes()) as index:
    print("ready", flush=True)
    searches = 0
    while not stopped:
        for hit in index.search("Report", 50):
            article = index.article(hit.passage.article_id)
            assert article is None or hit.passage.text in article.text
        searches += 1
print("done", searches > 0)
"""


@contextmanager
def program(code: str, folder: Path) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-c", code, str(folder)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        yield running


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index.create(tmp_path / "index", WordHashes()) as made:
        made.add([made_report("crane", [HARBOUR, DENIAL])])
        yield made


def test_a_running_reader_sees_every_change(index: Index, tmp_path: Path) -> None:
    with program(READER, tmp_path / "index") as reader:
        ask = asker(reader)
        assert ask("crane") == {"crane#p0", "crane#p1"}
        index.add([made_report("vote", [VOTE])])
        assert ask("Lindow") == {"crane#p0", "crane#p1", "vote#p0"}
        index.remove("crane")
        assert ask("crane") == {"vote#p0"}
        index.add([made_report("vote", ["The vote was void.", "It is held again."])])
        assert ask("Lindow") == {"vote#p0", "vote#p1"}
        index.back_up(tmp_path / "copy")
        index.save()
        assert ask("crane") == {"vote#p0", "vote#p1"}
        reader.communicate()
        assert reader.returncode == 0


def asker(reader: "subprocess.Popen[str]") -> Callable[[str], set[str]]:
    """Return what puts a question to a reader and gives the ids of the passages it found."""

    def ask(question: str) -> set[str]:
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.write(question + "\n")
        reader.stdin.flush()
        return set(reader.stdout.readline().split())

    return ask


@pytest.mark.slow
def test_readers_keep_answering_while_one_adds_removes_and_copies(index: Index, tmp_path: Path) -> None:
    with program(BUSY_READER, tmp_path / "index") as one, program(BUSY_READER, tmp_path / "index") as two:
        for reader in (one, two):
            assert reader.stdout is not None
            assert reader.stdout.readline() == "ready\n"
        for number in range(40):
            index.add([made_report(f"r{number}", [f"Report {number}.", f"Report of rain on {number}."])])
            if number % 4 == 0:
                index.remove(f"r{number}")
        index.back_up(tmp_path / "copy")
        for reader in (one, two):
            assert reader.communicate("stop\n") == ("done True\n", "")
    with Index.open(tmp_path / "copy", WordHashes()) as copy:
        assert copy.verify() == []
        assert copy.stats().articles == 31
