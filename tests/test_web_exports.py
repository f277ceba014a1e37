"""An answer as a file: what is in it, and that a hostile report computes, formats and links nothing."""

import csv
import io
from dataclasses import replace

import docx
import pytest

from assistant.answer import Answer, Position
from corpus.source import Source, SourceKind
from tests.made_answers import CONFLICT, UNKNOWN, citation, report
from web.exports.document import document
from web.exports.note import note
from web.exports.table import COLUMNS, table

SITE = "http://news.test/"


def rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(answer, SITE).decode("utf-8-sig"))))


def test_a_table_has_a_row_for_each_statement() -> None:
    first, _, last = rows(CONFLICT)
    assert first == {
        "question": "Who holds the bridge?",
        "verdict": "Sources conflict",
        "position": "1",
        "holds": "It never fell",
        "citation": "1",
        "source": "Ines Varga",
        "role": "spokeswoman",
        "organisation": "the dockers",
        "stance": "denies",
        "said_on": "2031-05-02",
        "via": "",
        "quote": "The bridge never fell, said Ines Varga, of the dockers.",
        "outlet": "The Quay",
        "title": "A bridge in dispute (The Quay)",
        "published": "2031-05-02",
        "link": "http://news.test/report/quay?cite=0-55#p0",
    }
    assert (last["position"], last["citation"], last["source"]) == ("2", "3", "the army")
    assert tuple(first) == COLUMNS


def test_a_table_without_an_answer_says_so() -> None:
    (row,) = rows(UNKNOWN)
    assert (row["question"], row["verdict"]) == ("Who holds the bridge?", "Not in these reports")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1+1"])
def test_a_spreadsheet_computes_nothing_from_a_report(text: str) -> None:
    source = Source(text, SourceKind.PERSON)
    said = Position(text, (citation(1, source, report("a", text, text)),))
    (row,) = rows(replace(CONFLICT, question=text, positions=(said,)))
    for column in ("question", "holds", "source", "quote", "outlet"):
        assert row[column] == f"'{text.strip()}"


def test_a_document_holds_the_answer_and_links_to_the_words() -> None:
    file = docx.Document(io.BytesIO(document(CONFLICT, SITE)))
    texts = [paragraph.text for paragraph in file.paragraphs]
    assert texts[:3] == ["Who holds the bridge?", "Sources conflict", CONFLICT.summary]
    assert "1. It never fell" in texts
    assert "“The bridge never fell, said Ines Varga, of the dockers.”" in texts
    assert "1 and 2 (denial, disputes): Ines Varga denied it." in texts
    links = [link.address for paragraph in file.paragraphs for link in paragraph.hyperlinks]
    assert links[0] == "http://news.test/report/quay?cite=0-55#p0"
    assert len(links) == 3


def test_a_document_takes_any_characters() -> None:
    odd = replace(CONFLICT, question="What\x00 is\x1b this\ud800?")
    file = docx.Document(io.BytesIO(document(odd, SITE)))
    assert file.paragraphs[0].text == "What\ufffd is\ufffd this\ufffd?"


def test_a_note_is_the_answer_in_markdown() -> None:
    text = note(CONFLICT, SITE).decode()
    assert text.startswith("# Who holds the bridge&#63;\n\n**Sources conflict**")
    assert "(<http://news.test/report/quay?cite=0-55#p0>)" in text
