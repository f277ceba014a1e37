"""Opening an index of an earlier format, mending a damaged one, and copying one that is in use."""

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import SaysWhoError
from index.database import FILE
from index.index import Index
from index.mended import Mended
from index.printing import mended_lines
from index.repair import DAMAGED, mend
from tests.made_reports import DENIAL, HARBOUR, VOTE, WHEAT, encoder, flip_a_bit, made_report

FORMAT_1 = Path(__file__).with_name("format_1.sql")
QUESTION = "Was anyone hurt when the crane fell?"
PAGE = 4096


def restore(folder: Path) -> Path:
    """Make the store that an earlier version left behind."""
    folder.mkdir()
    connection = sqlite3.connect(folder / FILE)
    connection.executescript(FORMAT_1.read_text())
    connection.close()
    return folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kept") / "index"
    with Index.create(made, encoder()) as index:
        index.add([made_report("crane", [HARBOUR, DENIAL]), made_report("farm", [WHEAT, VOTE])])
        index.add([made_report(f"r{n}", [f"Report {n}." + " " * 1000 + "Rain."]) for n in range(30)])
    return made


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "index"))


def answered_by(folder: Path) -> list[str]:
    with Index.open(folder, encoder()) as index:
        assert index.verify() == []
        return [hit.passage.id for hit in index.search(QUESTION, 2)]


def test_an_index_of_format_1_is_brought_forward(tmp_path: Path) -> None:
    folder = restore(tmp_path / "old")
    with Index.open(folder, encoder()) as index:
        assert index.verify() == []
        assert index.search(QUESTION, 1)[0].passage.id == "crane#p1"
        assert [article.id for article in index.articles()] == ["crane", "farm", "again"]
        assert index.statement_vectors(["farm#p0s0"])[0] == pytest.approx(
            encoder().encode([WHEAT])[0], abs=1e-5
        )
        index.remove("crane")
        assert index.search(HARBOUR, 1)[0].passage.id == "again#p0"
        assert index.verify() == []
    with sqlite3.connect(folder / FILE) as connection:
        assert connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone() == ("3",)
        assert connection.execute("SELECT count(*) FROM embeddings").fetchone() == (2,)


def test_migrated_and_new_stores_have_the_same_tables(tmp_path: Path, folder: Path) -> None:
    restore(tmp_path / "old")
    Index.open(tmp_path / "old", encoder()).close()
    tables = []
    for path in (tmp_path / "old", folder):
        connection = sqlite3.connect(path / FILE)
        rows = connection.execute(
            "SELECT name, type FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        tables.append(
            [(row, connection.execute(f"PRAGMA table_info({row[0]})").fetchall()) for row in rows.fetchall()]
        )
        connection.close()
    assert tables[0] == tables[1]


def test_statements_of_the_same_words_share_an_embedding(folder: Path) -> None:
    with Index.open(folder, encoder()) as index:
        found = index.statement_vectors(["farm#p0s0", "crane#p1s0", "farm#p0s0"])
        assert found.shape == (3, 384)
        np.testing.assert_allclose(found, encoder().encode([WHEAT, DENIAL, WHEAT]), atol=1e-3)
        assert index.statement_vectors([]).shape == (0, 384)
        with pytest.raises(KeyError):
            index.statement_vectors(["nobody"])


def test_a_whole_index_is_left_alone(folder: Path) -> None:
    assert mend(folder, encoder()) is None
    assert not (folder / DAMAGED).exists()
    assert list(mended_lines(None)) == ["whole"]


@pytest.mark.parametrize(
    ("statement", "mended"),
    [
        ("UPDATE articles SET outlet = 'Forged' WHERE id = 'farm'", Mended(31, (), ("farm",))),
        ("UPDATE passages SET text = 'Forged.' WHERE id = 'farm#p0'", Mended(31, ("farm",), ())),
        ("UPDATE passages SET embedding = 1 WHERE id = 'farm#p1'", Mended(31, ("farm",), ())),
        ("UPDATE statements SET spans = '[' WHERE id = 'r7#p0s0'", Mended(31, ("r7",), ())),
        ("DELETE FROM passages WHERE id = 'crane#p0'", Mended(31, ("crane",), ())),
        (
            "INSERT INTO parses SELECT key, x'789c00' FROM passages WHERE id = 'farm#p0'",
            Mended(31, ("farm",), ()),
        ),
    ],
)
def test_what_is_damaged_is_found_anew_or_named(folder: Path, statement: str, mended: Mended) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert mend(folder, encoder()) == mended
    assert answered_by(folder) == ["crane#p1", "crane#p0"]
    assert (folder / DAMAGED).exists()


def page_of(folder: Path, table: str) -> int:
    connection = sqlite3.connect(folder / FILE)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    return int(page)


@pytest.mark.parametrize(
    ("table", "lost"), [("passages", False), ("statements", False), ("embeddings", False), ("articles", True)]
)
def test_a_page_of_the_store_that_cannot_be_read(folder: Path, table: str, lost: bool) -> None:
    offset = (page_of(folder, table) - 1) * PAGE
    with (folder / FILE).open("r+b") as file:
        file.seek(offset)
        file.write(b"\xff" * PAGE)
    mended = mend(folder, encoder())
    assert mended is not None
    assert bool(mended.lost) is lost
    assert mended.kept + len(mended.analysed) + len(mended.lost) == 32
    with Index.open(folder, encoder()) as index:
        assert index.verify() == []
        assert index.stats().articles == 32 - len(mended.lost)


def test_search_structures_alone_are_made_anew(folder: Path) -> None:
    flip_a_bit(next(folder.glob("vectors-*")))
    assert mend(folder, encoder()) == Mended(kept=32)
    assert not (folder / DAMAGED).exists()
    assert answered_by(folder) == ["crane#p1", "crane#p0"]


def test_a_copy_of_an_index_in_use(folder: Path, tmp_path: Path) -> None:
    with Index.open(folder, encoder()) as index:
        index.search(QUESTION, 1)
        index.add([made_report("late", ["A zeppelin crossed Velm at noon."])])
        index.back_up(tmp_path / "copies" / "monday")
        index.remove("crane")
        with pytest.raises(SaysWhoError, match="holds an index already"):
            index.back_up(tmp_path / "copies" / "monday")
    shutil.rmtree(folder)
    assert answered_by(tmp_path / "copies" / "monday") == ["crane#p1", "crane#p0"]
