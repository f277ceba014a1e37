"""Who is quoted in an index, and the user's table of names."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.resolution.identity import load_aliases
from corpus.source import SourceKind
from index.database import Database
from index.index import Index
from index.sources import TABLE, quoted_sources

REPORTS = [
    Article("one", "Dam", "The Velm Water Board said the dam was safe. A witness said water was rising."),
    Article("two", "Dam", "It is safe, the Velm Water Board said. Lakeside Utilities said tests went well."),
]


@pytest.fixture(scope="module")
def folder(
    indexed: Callable[[Path, Iterable[Article]], Index], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("sources") / "index"
    indexed(folder, REPORTS)
    return folder


def overview(folder: Path) -> list[tuple[str, int, int]]:
    """Return name, statements and articles of each source."""
    found = quoted_sources(Database(folder), load_aliases(folder / TABLE))
    return [(source.name, source.statements, source.articles) for source in found]


def test_a_source_counts_once_across_articles(folder: Path) -> None:
    assert overview(folder) == [("Velm Water Board", 2, 2), ("Lakeside Utilities", 1, 1)]


def test_the_table_of_names_puts_sources_together(folder: Path) -> None:
    table = folder / TABLE
    table.write_text('[aliases]\n"Velm Water Board" = ["Lakeside Utilities"]\n', "utf-8")
    try:
        assert overview(folder) == [("Velm Water Board", 3, 2)]
    finally:
        table.unlink()


def test_a_name_of_two_sources_is_refused(tmp_path: Path) -> None:
    table = tmp_path / TABLE
    table.write_text('[aliases]\n"Velm Water Board" = ["VWB"]\n"Velm Wool Bank" = ["VWB"]\n', "utf-8")
    with pytest.raises(SaysWhoError, match='"VWB" belongs to two sources'):
        load_aliases(table)


def test_kinds_are_told(folder: Path) -> None:
    found = quoted_sources(Database(folder), load_aliases(folder / TABLE))
    assert found[0].kind is SourceKind.ORGANISATION
