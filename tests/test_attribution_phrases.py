"""Who says what by a phrase, a noun, an adjective or a colon."""

from collections.abc import Sequence

import pytest
from spacy.tokens import Token

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser

PARSER = SpacyParser()
Row = tuple[str, str, str, str]

ACCORDING: list[Row] = [
    (
        "According to the fire brigade, four people were hurt.",
        "the fire brigade",
        "According to",
        "four people were hurt.",
    ),
    (
        "Four people were hurt, according to Lena Horn, a doctor at the clinic.",
        "Lena Horn, a doctor at the clinic",
        "according to",
        "Four people were hurt",
    ),
]
SURVEYED: list[Row] = [
    (
        "In a survey by the Lissau Post, the dam came first among worries.",
        "a survey by the Lissau Post",
        "In",
        ", the dam came first among worries.",
    ),
]
NOMINAL: list[Row] = [
    ("The company's denial of the leak angered residents.", "The company's", "denial", "of the leak"),
    (
        "The mayor's promise to rebuild the dam was welcome.",
        "The mayor's",
        "promise",
        "to rebuild the dam",
    ),
]
ADJECTIVAL: list[Row] = [
    (
        "Officials are confident that the dam will hold.",
        "Officials",
        "are confident",
        "that the dam will hold",
    ),
]
COLON: list[Row] = [
    (
        "DENK: We never saw that report before today.",
        "DENK",
        ":",
        "We never saw that report before today.",
    ),
    (
        'Lena Horn: "The clinic ran out of beds by noon."',
        "Lena Horn",
        ":",
        '"The clinic ran out of beds by noon."',
    ),
    (
        'Denk was defiant: "We will not pay for their mistakes."',
        "Denk",
        "was",
        '"We will not pay for their mistakes."',
    ),
]
SIGNED: list[Row] = [
    (
        'From the report: "The clinic ran out of beds by noon."',
        "the report",
        ":",
        '"The clinic ran out of beds by noon."',
    ),
    (
        '"I have lived here for forty years. Nobody asked us." ― Maria Zand, a retired teacher',
        "Maria Zand, a retired teacher",
        "―",
        '"I have lived here for forty years. Nobody asked us."',
    ),
    (
        '"I have lived here for forty years." — Piet Zand, 71',
        "Piet Zand, 71",
        "—",
        '"I have lived here for forty years."',
    ),
]


def _pieces(paragraph: Paragraph, words: Sequence[Token]) -> str:
    return " … ".join(paragraph.original[start:end] for start, end in paragraph.spans(words))


def parts(text: str) -> list[tuple[str, ...]]:
    """Return source, cue and content of each relation of a paragraph, gaps as an ellipsis."""
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    return [
        tuple(
            " … ".join(text[s:e] for s, e in paragraph.spans(words)) for words in (r.source, r.cue, r.content)
        )
        for r in relations([paragraph])
    ]


@pytest.mark.parametrize("row", ACCORDING + SURVEYED + NOMINAL + ADJECTIVAL + COLON + SIGNED)
def test_a_sentence_gives_one_statement(row: Row) -> None:
    text, *expected = row
    assert parts(text) == [tuple(expected)]


SILENT = [
    "Related: The dam was inspected in June.",
    "Watch: Denk opens the new dam.",
    "The denial was short.",
    "The answer was no — Piet Zand had gone.",
]


@pytest.mark.parametrize("text", SILENT)
def test_headings_and_bare_nouns_attribute_nothing(text: str) -> None:
    assert parts(text) == []


def test_a_transcript_is_told_turn_by_turn() -> None:
    assert parts("DENK: Did you read it? HORN: No, I did not see that report.") == [
        ("DENK", ":", "Did you read it?"),
        ("HORN", ":", "No, I did not see that report."),
    ]


@pytest.mark.parametrize("signature", ["— Piet Zand", "-Piet Zand"])
def test_a_quotation_is_signed_by_the_next_line(signature: str) -> None:
    lines = ['"I have lived here for forty years."', signature]
    docs = PARSER.parse(lines)
    found = relations([Paragraph(doc, 0, line) for doc, line in zip(docs, lines, strict=True)])
    assert [(r.attribution.words(r.source), r.paragraph.words(r.content)) for r in found] == [
        ("Piet Zand", '"I have lived here for forty years."')
    ]
