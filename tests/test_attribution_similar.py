"""Reports of the same as another's: who confirms by carrying a similar report."""

import pytest

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser
from corpus.statement import Stance

PARSER = SpacyParser()

SAME = [
    ("The harbour radio carried a similar report.", "The harbour radio", "a similar report"),
    ("The Health Ministry gave the same figure.", "The Health Ministry", "the same figure"),
    ("A unit of the port published an identical account.", "A unit of the port", "an identical account"),
]
OTHER = ["The harbour radio carried a short report.", "The two boats made a similar turn."]


def confirmations(text: str) -> list[tuple[str, str]]:
    """Return source and content of the relations that confirm."""
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    found = [relation for relation in relations([paragraph]) if relation.stance is Stance.CONFIRMS]
    return [(paragraph.words(relation.source), paragraph.words(relation.content)) for relation in found]


@pytest.mark.parametrize(("text", "source", "content"), SAME)
def test_the_same_report_confirms(text: str, source: str, content: str) -> None:
    assert confirmations(text) == [(source, content)]


@pytest.mark.parametrize("text", OTHER)
def test_other_reports_do_not(text: str) -> None:
    assert confirmations(text) == []
