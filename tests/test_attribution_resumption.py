"""The rest of what is said where lost commas or stops have misled the parser."""

import pytest

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser
from tests.made_statements import attributed

PARSER = SpacyParser()

WHOLE = [
    ("The storm took several villages in the north since gaining force on Thursday according to the envoy.",
     "The storm took several villages in the north since gaining force on Thursday"),
    ("Nadir also expressed doubt that boats stuck in the ice would reach the far side of the bay.",
     "that boats stuck in the ice would reach the far side of the bay"),
    ("Ahrar al-Tarn said its council appointed Omar Nadir as leader and Abu Lasen Tarin as harbour chief.",
     "its council appointed Omar Nadir as leader and Abu Lasen Tarin as harbour chief"),
    ("The boats according to the harbour source took the lives of two swans and injured three geese.",
     "The boats took the lives of two swans and injured three geese."),
    ("Varnia rejected calls by the islanders after the storm to halt the ferries for a day.",
     "calls by the islanders after the storm to halt the ferries for a day"),
    ("Lasen called for protests by millions of anglers outside the town halls.",
     "for protests by millions of anglers outside the town halls"),
    ("Varnia announced a deal Saturday that would open the harbour on Monday.",
     "a deal Saturday that would open the harbour on Monday"),
    ("Ten boats were lost in the fire that the islanders blame on Mayor Lasen Tarin.",
     "the fire on Mayor Lasen Tarin"),
]  # fmt: skip
HEADED = [
    ("Storm Report May 3 2019 The Varnia-based Harbour Watch said that ten of the mills were hit.",
     "that ten of the mills were hit"),
    ('The mills burnt in Orlby a suburb of the capital that has been dry for a year "The toll of the fires '
     'has risen to ten" said the Harbour Watch.', '"The toll of the fires has risen to ten"'),
    ("New storms hit boats in Varn A fleet of ferries left the harbour on Tuesday a pilot said.",
     "A fleet of ferries left the harbour on Tuesday"),
    ("Photo Nils Tarin Harbour Fire Wont Stop Ferries The Varnian navy goes on with its drill a pilot said.",
     "The Varnian navy goes on with its drill"),
    ('Lost In Varn Lasen May 3 2019 "I am sad that the ferry has yet to leave the harbour" the pilot said.',
     '"I am sad that the ferry has yet to leave the harbour"'),
]  # fmt: skip
NAMED_WITH_ARTICLE = [
    "The pilot told The Harbour Post that the quay was open.",
    "A shortage of Vitamin A killed the geese.",
    "The pilot wrote in The Tarnby Herald that the quay was open.",
]
LAST_WORD = [
    ("Papers have reported that 15 mills were lost and the Varn Observatory said ten barns and two inns were "
     "hit there.", ["that 15 mills were lost", "ten barns and two inns were hit there"]),
    ("The army said the village was lost while a pilot in the nearby town of Orlby said the mill was safe.",
     ["the village was lost", "the mill was safe"]),
    ("Doctors found that a gas was used in the raid in Varn the envoy to the Blue Lands said on Monday.",
     ["Doctors found that a gas was used in the raid in Varn", "that a gas was used in the raid in Varn"]),
    ("The storm caused a leak in the old quays SANA quoted a source at Orlby Police Command as saying.",
     ["The storm caused a leak in the old quays"]),
]  # fmt: skip


def contents(text: str) -> list[str]:
    """Return what is said in a text, statement by statement."""
    return [statement.content for statement in attributed(text)]


def spoken(text: str) -> list[str]:
    """Return the contents of a text's relations, the words between their parts left out."""
    paragraph = Paragraph(next(iter(PARSER.parse([text]))), 0, text)
    found = relations([paragraph])
    return [" ".join(text[start:end] for start, end in paragraph.spans(r.content)) for r in found]


@pytest.mark.parametrize(("text", "content"), WHOLE)
def test_what_the_parser_cut_is_made_whole(text: str, content: str) -> None:
    assert content in spoken(text)


@pytest.mark.parametrize(("text", "content"), HEADED)
def test_a_heading_is_no_part_of_the_sentence_after_it(text: str, content: str) -> None:
    assert contents(text) == [content]


@pytest.mark.parametrize("text", NAMED_WITH_ARTICLE)
def test_the_article_of_a_name_begins_no_sentence(text: str) -> None:
    assert len(list(next(iter(PARSER.parse([text]))).sents)) == 1


@pytest.mark.parametrize(("text", "expected"), LAST_WORD)
def test_what_another_says_is_left_to_them(text: str, expected: list[str]) -> None:
    assert contents(text) == expected
