"""Parses: kept with their passages, and cut to the words of a statement."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.gathering import candidates
from assistant.models import NO_MODELS
from assistant.parsed import parsed
from corpus.analysis import Analyst
from corpus.article import Article
from corpus.parse import cut, pack, unpack
from corpus.parsing import SpacyParser
from index.index import Index
from index.mended import Mended
from index.repair import mend
from tests.made_reports import encoder

PARSER = SpacyParser()
TEXT = (
    "The ministry said that 20 miners, among them two cooks, were freed on Monday. "
    "A guard denied it: \u201cNobody left the pit.\u201d"
)
CUT = [
    ("The ferry sank, the harbour master said.", ["The ferry sank"], {"sank": "sank", "ferry": "sank"}),
    (
        "Ann Lee said that the mill had burned.",
        ["that the mill had burned"],
        {"burned": "burned", "that": "burned"},
    ),
    ("Twenty, a guard said, were freed.", ["Twenty", "were freed"], {"freed": "freed", "Twenty": "freed"}),
    ("He left. She stayed.", ["left. She"], {"left": "left", "She": "She", ".": "left"}),
]


@pytest.mark.parametrize(("text", "parts", "heads"), CUT)
def test_words_left_without_their_head_hang_on_the_new_root(
    text: str, parts: list[str], heads: dict[str, str]
) -> None:
    doc = next(PARSER.parse([text]))
    part = cut(doc, [(text.index(words), text.index(words) + len(words)) for words in parts])
    assert part.text == " ".join(parts)
    found = {token.text: token for token in part}
    assert {word: found[word].head.text for word in heads} == heads
    assert all((token.dep_ == "ROOT") is (token.head == token) for token in part)


def test_a_cut_through_a_name_leaves_a_name() -> None:
    part = cut(next(PARSER.parse(["Ann Lee of the New York Times said so."])), [(4, 40)])
    assert part.ents[0].text == "Lee"


def test_nothing_is_cut_from_nowhere() -> None:
    assert len(cut(next(PARSER.parse(["The ferry sank."])), [(40, 60)])) == 0


def test_a_parse_is_unpacked_as_it_was_packed() -> None:
    doc = next(PARSER.parse([TEXT]))
    again = unpack(pack(doc))
    assert again is not None
    assert again.to_json() == {**doc.to_json(), "tokens": again.to_json()["tokens"]}
    assert [(t.text, t.tag_, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in again] == [
        (t.text, t.tag_, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc
    ]
    assert unpack(pack(doc)[:-9]) is None


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index.create(tmp_path / "index", encoder())
    articles = [Article("pit", "The pit", TEXT, outlet="The Herald"), Article("rain", "Rain", "It rained.")]
    made.add(Analyst().reports(articles))
    return made


def words(index: Index) -> list[tuple[str, str]]:
    found = candidates(index, index.search("How many miners were freed?", 5))
    return [(each.content.text, each.quote.text) for each in parsed(found, index, PARSER)]


def test_an_answer_reads_the_parse_that_was_kept(index: Index) -> None:
    expected = words(index)
    assert "that 20 miners, among them two cooks, were freed on Monday" in [
        content for content, _ in expected
    ]
    assert list(index.parses({"pit#p0": TEXT, "rain#p0": "It snowed.", "nowhere#p0": ""})) == ["pit#p0"]
    with index.database.writing() as connection:
        connection.execute("UPDATE parses SET packed = ?", (pack(next(PARSER.parse(["A forgery."]))),))
    assert [quote for _, quote in words(index)] == ["A forgery.", ""]
    for damage in ("UPDATE parses SET packed = x'789c00'", "DELETE FROM parses"):
        with index.database.writing() as connection:
            connection.execute(damage)
        assert words(index) == expected
    index.close()


def test_a_mended_index_keeps_its_parses(index: Index, tmp_path: Path) -> None:
    kept = index.parses({"pit#p0": TEXT})
    with index.database.writing() as connection:
        connection.execute("UPDATE passages SET text = 'Forged.' WHERE id = 'rain#p0'")
    index.close()
    assert mend(tmp_path / "index", encoder()) == Mended(1, ("rain",), ())
    with Index.open(tmp_path / "index", encoder()) as again:
        assert again.parses({"pit#p0": TEXT}) == kept
        assert Assistant(again, models=NO_MODELS).ask("How many miners were freed?").citations
