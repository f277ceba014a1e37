"""What an index survives: damage, loss, other settings, other writers, and being killed."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.errors import SaysWhoError
from index.database import FILE
from index.index import Index
from index.writer_lock import BusyError, writer_lock
from tests.made_reports import (
    DENIAL,
    HARBOUR,
    VOTE,
    WHEAT,
    encoder,
    flip_a_bit,
    made_report,
    small_encoder,
)

ROOT = Path(__file__).parents[1]
NOBODY = 65534
QUESTION = "Was anyone hurt when the crane fell?"
ANSWERED_BY = ["crane#p1", "crane#p0"]
LATE = made_report("late", ["A zeppelin crossed Velm at noon."])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kept") / "index"
    with Index.create(made, encoder()) as index:
        index.add([made_report("crane", [HARBOUR, DENIAL]), made_report("farm", [WHEAT, VOTE])])
    return made


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "index"))


def answered_by(folder: Path) -> list[str]:
    with Index.open(folder, encoder()) as index:
        return [hit.passage.id for hit in index.search(QUESTION, 2)]


def problems(folder: Path) -> list[str]:
    with Index.open(folder, encoder()) as index:
        return index.verify()


def data(folder: Path, stem: str) -> Path:
    return folder / str(json.loads((folder / f"{stem}.json").read_text())["data"])


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def lose_the_keywords(folder: Path) -> None:
    shutil.rmtree(data(folder, "keywords"))


def flip_a_keyword_bit(folder: Path) -> None:
    flip_a_bit(next(data(folder, "keywords").glob("*.term")))


def forge_a_token(folder: Path) -> None:
    note = json.loads((folder / "vectors.json").read_text())
    note["generation"] = {"number": note["generation"]["number"], "token": "another history"}
    (folder / "vectors.json").write_text(json.dumps(note))


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lambda folder: cut_short(data(folder, "vectors")), "vectors-1: missing or damaged"),
        (lambda folder: flip_a_bit(data(folder, "vectors")), "vectors-1: missing or damaged"),
        (lambda folder: data(folder, "vectors").unlink(), "vectors-1: missing or damaged"),
        (lambda folder: (folder / "vectors.json").write_text("{"), "vectors.json: it cannot be read"),
        (lambda folder: (folder / "vectors.json").write_text("[]"), "vectors.json: it cannot be read"),
        (lambda folder: (folder / "vectors.json").unlink(), None),
        (forge_a_token, None),
        (lose_the_keywords, "keywords-1: missing or damaged"),
        (flip_a_keyword_bit, "keywords-1: missing or damaged"),
        (lambda folder: cut_short(folder / "keywords.json"), "keywords.json: it cannot be read"),
    ],
)
def test_a_damaged_search_structure_is_told_and_made_anew(
    folder: Path, fault: Callable[[Path], object], told: str | None
) -> None:
    fault(folder)
    assert [line.startswith(told or "") for line in problems(folder)] == ([True] if told else [])
    assert answered_by(folder) == ANSWERED_BY
    assert problems(folder) == []
    assert answered_by(folder) == ANSWERED_BY


def test_structures_that_fell_behind_catch_up(folder: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(folder, old)
    with Index.open(folder, encoder()) as index:
        index.add([LATE])
        index.remove("farm")
    shutil.copy(folder / FILE, old / FILE)  # a new store beside old structures
    with Index.open(old, encoder()) as index:
        assert index.verify() == []
        assert index.search("zeppelin", 1)[0].passage.id == "late#p0"
        assert {hit.passage.article_id for hit in index.search("wheat", 9)} == {"crane", "late"}


def test_a_store_put_back_to_an_earlier_state_is_not_mixed_up(folder: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.sqlite"
    shutil.copy(folder / FILE, earlier)
    with Index.open(folder, encoder()) as index:
        index.add([LATE])
    shutil.copy(earlier, folder / FILE)
    with Index.open(folder, encoder()) as index:  # the same number of generations, other content
        index.add([made_report("other", ["A circus came to Lindow."])])
        assert index.search("zeppelin circus", 1)[0].passage.id == "other#p0"
        assert index.verify() == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE passages SET text = 'Forged.' WHERE id = 'farm#p0'", "passage farm#p0: its text"),
        ("UPDATE articles SET outlet = 'Forged' WHERE id = 'farm'", "article farm: its content"),
        ("UPDATE embeddings SET vector = x'00' WHERE key = 1", "passage crane#p0: its embedding has not"),
        (
            "UPDATE embeddings SET vector = zeroblob(768) WHERE key = 1",
            "passage crane#p0: its embedding is",
        ),
        ("UPDATE passages SET embedding = NULL WHERE key = 4", "passage farm#p1: it has no embedding"),
        ("UPDATE passages SET embedding = 1 WHERE key = 4", "passage farm#p1: its embedding is of another"),
        ("DELETE FROM embeddings WHERE key = 4", "store: row"),
        (
            """UPDATE statements SET spans = replace(spans, '"quote":[0,', '"quote":[9000,')""",
            "statement crane#p0s0: a span",
        ),
        ("DELETE FROM articles WHERE id = 'farm'", "store: row"),
    ],
)
def test_verify_tells_what_is_wrong_in_the_store(folder: Path, statement: str, told: str) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert problems(folder)[0].startswith(told)


def test_a_damaged_store_is_one_line(folder: Path) -> None:
    content = bytearray((folder / FILE).read_bytes())
    content[100:4096] = b"\xff" * 3996
    (folder / FILE).write_bytes(content)
    with pytest.raises(SaysWhoError, match="is damaged") as raised:
        Index.open(folder, encoder())
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_index(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("Dear diary, " * 100)
    with pytest.raises(SaysWhoError, match="is damaged"):
        Index.open(tmp_path, encoder())
    (tmp_path / FILE).write_bytes(b"")
    with pytest.raises(SaysWhoError, match="is not an index of Says Who"):
        Index.open(tmp_path, encoder())


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(SaysWhoError, match=r"no index in .*: python -m index add PATH… --index "):
        Index.open(tmp_path / "none", encoder())


def test_an_index_of_another_format(folder: Path) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.execute("UPDATE meta SET value = '7' WHERE name = 'format'")
    connection.commit()
    connection.close()
    with pytest.raises(SaysWhoError, match="has format 7, this version reads 3: use a later version"):
        Index.open(folder, encoder())


def test_another_encoder_is_refused(folder: Path, tmp_path: Path) -> None:
    other = small_encoder(tmp_path / "small")
    with pytest.raises(SaysWhoError, match="was made with encoder 'all-MiniLM-L6-v2', not with") as raised:
        Index.open(folder, other)
    assert 'set encoder = "all-MiniLM-L6-v2"' in str(raised.value)
    assert answered_by(folder) == ANSWERED_BY


def test_an_index_with_another_encoder(tmp_path: Path) -> None:
    other = small_encoder(tmp_path / "small")
    with Index.create(tmp_path / "index", other) as index:
        index.add([made_report("crane", [HARBOUR, DENIAL])])
        assert {hit.passage.id for hit in index.search(QUESTION, 2)} == set(ANSWERED_BY)
        assert index.stats().dimension == 16
        assert index.verify() == []


def test_one_writer_at_a_time(folder: Path) -> None:
    with Index.open(folder, encoder()) as index, writer_lock(folder):
        refused = "try: index.add([LATE])\nexcept BusyError as error: print(error)"
        done = run_child(folder, f"{refused}\nprint(len(index.search('x', 9)))")
        assert done == f"index {folder} is being written to; try again when that is done\n4\n"
        assert index.stats().articles == 2
    with pytest.raises(BusyError), Index.open(folder, encoder()) as index, writer_lock(folder):
        index.remove("nothing")  # not even itself, from a second lock


CHILD = f"""
import os
import sys
from pathlib import Path
from index.index import Index
from index.writer_lock import BusyError
from corpus.errors import SaysWhoError
from tests.made_reports import encoder, made_report
LATE = made_report({LATE.article.id!r}, [{LATE.article.text!r}])
encoder().encode(["Everything is loaded now."])
os.setuid(int(sys.argv[2]))
index = Index.open(Path(sys.argv[1]), encoder())
"""


def command(folder: Path, code: str, user: int | None = None) -> list[str]:
    """Return what runs `code` with the index opened, as another user if one is given."""
    return [sys.executable, "-c", CHILD + code, str(folder), str(os.getuid() if user is None else user)]


def run_child(folder: Path, code: str, user: int | None = None) -> str:
    arguments = command(folder, code, user)
    done = subprocess.run(  # noqa: S603 - our own program
        arguments, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    for path in [made, *made.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(made)


def write_protect(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)


@pytest.mark.slow
def test_a_folder_that_cannot_be_written_to_is_read_and_not_added_to(folder: Path, open_folder: Path) -> None:
    copy = open_folder / "index"
    shutil.copytree(folder, copy)
    write_protect(copy)
    before = sorted(path.name for path in copy.rglob("*"))
    done = run_child(
        copy,
        f"print([hit.passage.id for hit in index.search({QUESTION!r}, 2)], index.verify())\n"
        "try: index.add([LATE])\n"
        "except SaysWhoError as error: print(error)\n"
        "try: index.remove('crane')\n"
        "except SaysWhoError as error: print(error)\n",
        user=NOBODY if os.geteuid() == 0 else None,  # whom permissions stop, unlike root
    )
    refused = f"index {copy} cannot be written to: Permission denied"
    assert done.splitlines() == [f"{ANSWERED_BY} []", refused, refused]
    assert sorted(path.name for path in copy.rglob("*")) == before
