"""One source, one key: across articles, spellings and a user's alias table."""

from pathlib import Path

import pytest

from corpus.errors import SaysWhoError
from corpus.resolution.identity import Aliases, identity, load_aliases
from corpus.source import Source, SourceKind

WATCH = Source("Harbour Watch for Fair Ports", SourceKind.ORGANISATION)


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("The Harbour Watch", SourceKind.ORGANISATION, "harbour watch"),
        ("U.N.", SourceKind.ORGANISATION, "un"),
        ("Zoé al-Mansûr", SourceKind.PERSON, "zoe al mansur"),
        ("Dr. Ann Lee", SourceKind.PERSON, "ann lee"),
        ("Prime Minister Ann Lee", SourceKind.PERSON, "ann lee"),
        ("General Assembly", SourceKind.ORGANISATION, "general assembly"),
        ("Food Workers’ Union", SourceKind.ORGANISATION, "food workers union"),
        ("Food Workers' Union", SourceKind.ORGANISATION, "food workers union"),
    ],
)
def test_the_key_of_a_source(name: str, kind: SourceKind, key: str) -> None:
    assert identity(Source(name, kind)) == key


def test_an_acronym_is_the_same_source_only_where_its_article_says_so(tmp_path: Path) -> None:
    table = tmp_path / "aliases.toml"
    table.write_text('[aliases]\n"Harbour Watch for Fair Ports" = ["HWFP"]\n')
    aliases = load_aliases(table)

    spelt = Source("Harbour Watch", SourceKind.ORGANISATION, aliases=("HWFP",))
    assert aliases.identity(Source("HWFP", SourceKind.ORGANISATION)) == aliases.identity(WATCH)
    assert aliases.identity(spelt) == aliases.identity(WATCH)
    assert aliases.canonical(spelt) == "Harbour Watch for Fair Ports"
    assert Aliases().identity(spelt) == "harbour watch"


def test_without_a_table_every_name_stands_for_itself(tmp_path: Path) -> None:
    assert load_aliases(tmp_path / "none.toml") == Aliases()
    assert Aliases().canonical(WATCH) == "Harbour Watch for Fair Ports"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[aliases\n", "cannot be read as TOML"),
        ('aliases = "Ann"\n', "must be a table of names"),
        ('[aliases]\n"Ann Lee" = "Lee"\n', 'the names of "Ann Lee" must be a list'),
        ('[aliases]\n"Ann Lee" = ["Lee"]\n"Bo Lee" = ["Lee"]\n', '"Lee" belongs to two sources'),
    ],
)
def test_a_faulty_table_is_named(tmp_path: Path, text: str, message: str) -> None:
    table = tmp_path / "aliases.toml"
    table.write_text(text)
    with pytest.raises(SaysWhoError, match=message):
        load_aliases(table)
