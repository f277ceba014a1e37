"""Quotations: where they stand, and how far one speaker's words go on."""

import pytest

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quotations import quotations
from corpus.parsing import SpacyParser

PARSER = SpacyParser()

MARKS = [
    ('He said "yes" and "no".', ['"yes"', '"no"']),
    ("“Open,” she said, “and shut.”", ["“Open,”", "“and shut.”"]),
    ("''Open,'' she said.", ["''Open,''"]),
    ("'It is open,' she said; it isn't.", ["'It is open,'"]),
    ('She said: "It never closed.', ['"It never closed.']),
    ("The dogs' owner can't say.", []),
    ("no marks at all", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[quotation.start : quotation.end] for quotation in quotations(text)] == expected


def test_a_quotation_left_open_is_marked_so() -> None:
    assert [quotation.closed for quotation in quotations('"Open," she said. "We went in.')] == [True, False]


def said(text: str) -> list[tuple[str, str, str]]:
    """Return rule, source and content of the relations of paragraphs, one a line."""
    paragraphs, start = [], 0
    lines = text.split("\n")
    for line, doc in zip(lines, PARSER.parse(lines), strict=True):
        paragraphs.append(Paragraph(doc, start, line))
        start += len(line) + 1
    return [
        (
            relation.rule,
            relation.attribution.words(relation.source),
            " … ".join(text[s:e] for s, e in relation.paragraph.spans(relation.content)),
        )
        for relation in relations(paragraphs)
    ]


def test_a_quotation_goes_on_behind_its_attribution() -> None:
    assert said('"The water came fast," Horn said. "We had no time to leave."') == [
        ("clause", "Horn", '"The water came fast," … "We had no time to leave."')
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"The water came fast," Horn said. "We had no time to leave.\n"Nobody came to help us that night."'
    assert said(text)[1:] == [("continued", "Horn", '"Nobody came to help us that night."')]


def test_a_quotation_belongs_to_the_colon_before_its_paragraph() -> None:
    text = 'Denk was defiant in a letter to the council:\n"We will not pay for their mistakes."'
    assert said(text) == [("introduced", "Denk", '"We will not pay for their mistakes."')]


def test_a_quotation_after_narration_belongs_to_nobody_before() -> None:
    text = (
        '"The water came fast," Horn said.\nThe dam was built in 1962.\n"Nobody has asked us anything since."'
    )
    assert [source for _, source, _ in said(text)] == ["Horn"]


LEADS_AND_TAGS = [
    (
        'Town clerk Ole Lindt said in a statement. "There are no plans to close the dam this year."',
        [("led", "Town clerk Ole Lindt", '"There are no plans to close the dam this year."')],
    ),
    (
        '"Very good town this," Horn, the former head of the dam and mayor of the town, told a crowd.',
        [("tagged", "Horn, the former head of the dam and mayor of the town", '"Very good town this,"')],
    ),
    (
        "“The war of the two harbours is a reminder to all of us,” Will wrote.",
        [("tagged", "Will", "“The war of the two harbours is a reminder to all of us,”")],
    ),
    (
        'The mayor resisted:   "Towns have no power to close a dam."',
        [("introduced", "The mayor", '"Towns have no power to close a dam."')],
    ),
    (
        'Mayor Ann Horn (Vale):"We paid for every brick of it."',
        [("transcript", "Mayor Ann Horn (Vale)", '"We paid for every brick of it."')],
    ),
    (
        'Horn said,"Look, the dam is not safe at all."',
        [("clause", "Horn", '"Look, the dam is not safe at all."')],
    ),
    ('The dam, "a gift to the lower town for all time", was opened in 1962.', []),
]


@pytest.mark.parametrize(("text", "expected"), LEADS_AND_TAGS)
def test_the_words_around_a_quotation_attribute_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected
