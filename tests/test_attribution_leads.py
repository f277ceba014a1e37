"""Quotations that a label, a short sentence, a colon or a bare verb gives to their speaker."""

import pytest

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser

PARSER = SpacyParser()
Row = tuple[str, str, str]

LABELLED: list[Row] = [
    ("Dora Hale: “Never again.”", "Dora Hale", "“Never again.”"),
    ("Here’s Horn in May 2011: “Our port must rest on a new idea of the sea.”", "Horn in May 2011",
     "“Our port must rest on a new idea of the sea.”"),
    ("“HALE: We never saw the letter.", "HALE", "We never saw the letter."),
    ("WHY THE FERRIES ARE LATE “The pilots were asked to wait for a week and did.” [The Lantern.]",
     "The Lantern", "“The pilots were asked to wait for a week and did.”"),
]  # fmt: skip
LED: list[Row] = [
    ("Her husband agreed. “We have waited far too long for that bridge.”", "Her husband",
     "“We have waited far too long for that bridge.”"),
    ("The council had one message for them: “Go home.”", "The council", "“Go home.”"),
    ("Denk has since apologised for what happened: “Yes, we should have closed the dam.”", "Denk",
     "“Yes, we should have closed the dam.”"),
    ("Horn ended his list by saying “Too many.” The hall fell silent.", "Horn", "“Too many.”"),
    ("A crowd of pilots gathered on the quay, chanting “no work, no pay” all night.", "A crowd of pilots",
     "“no work, no pay”"),
]  # fmt: skip
TAGGED: list[Row] = [
    ("He did not think the ferry would last long: “Once the cold winds blow, it is over,” Horn predicted.",
     "Horn", "“Once the cold winds blow, it is over,”"),
]  # fmt: skip
MARKS: list[Row] = [
    ("“It is an odd sort of flood,“ Horn said. “It never ends.”", "Horn",
     "“It is an odd sort of flood,“ … “It never ends.”"),
    ("”You should have told us,” Horn wrote.", "Horn", "”You should have told us,”"),
]  # fmt: skip


def rows(text: str) -> list[Row]:
    """Return the text with source and content of each relation of one paragraph, gaps as an ellipsis."""
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    return [
        (
            text,
            " ".join(text[start:end] for start, end in paragraph.spans(relation.source)),
            " … ".join(text[start:end] for start, end in paragraph.spans(relation.content)),
        )
        for relation in relations([paragraph])
    ]


@pytest.mark.parametrize("row", LABELLED)
def test_a_label_names_the_speaker(row: Row) -> None:
    assert row in rows(row[0])


@pytest.mark.parametrize("row", LED)
def test_what_leads_to_a_quotation_names_the_speaker(row: Row) -> None:
    assert row in rows(row[0])


@pytest.mark.parametrize("row", TAGGED)
def test_a_quotation_after_a_colon_or_bracket_is_whose_tag_follows(row: Row) -> None:
    assert row in rows(row[0])


@pytest.mark.parametrize("row", MARKS)
def test_a_mark_the_wrong_way_round_goes_by_what_it_touches(row: Row) -> None:
    assert row in rows(row[0])


def test_a_quotation_that_another_speaks_is_not_taken() -> None:
    text = "“The dam is safe,” she said, but despite the rain, “I think it will hold,” Horn said."
    assert [content for _, source, content in rows(text) if source == "she"] == ["“The dam is safe,”"]


def test_words_held_at_length_are_not_added_to_a_quotation() -> None:
    text = "“Brave,” she said, meaning that he is “strong enough for the sea.”"
    assert all("strong" not in content for _, source, content in rows(text) if content.startswith("“Brave"))
