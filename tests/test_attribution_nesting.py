"""Attribution inside attribution: who speaks, and who passes it on."""

import pytest

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser

PARSER = SpacyParser()
Chain = list[tuple[str, tuple[str, ...]]]

CHAINS: list[tuple[str, Chain]] = [
    (
        "The agency said the ministry had confirmed that the bridge was destroyed.",
        [("agency", ()), ("ministry", ("agency",))],
    ),
    (
        '"We held the line," the commander said, according to the Herald.',
        [("commander", ("Herald",)), ("Herald", ())],
    ),
    (
        "The newspaper quoted a spokesman as saying the town had been retaken.",
        [("spokesman", ("newspaper",))],
    ),
    (
        "Al-Arabiya quoted Reuters as reporting that the general said the airport was open.",
        [("Reuters", ("Arabiya",)), ("general", ("Reuters", "Arabiya"))],
    ),
    ("Denk said she hoped to win the vote.", [("Denk", ())]),
    ("Denk said the dam was safe, adding that it had been inspected.", [("Denk", ()), ("Denk", ())]),
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_relays_are_named_from_the_speaker_outwards(text: str, chain: Chain) -> None:
    found = relations([Paragraph(next(PARSER.parse([text])), 0, text)])
    heads = [(r.head.text if r.head else "", tuple(token.text for token in r.relays)) for r in found]
    assert sorted(heads) == sorted(chain)


def test_what_is_added_does_not_stand_in_what_was_said_first() -> None:
    text = "Denk said the dam was safe, adding that it had been inspected."
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    assert [paragraph.words(relation.content) for relation in relations([paragraph])] == [
        "the dam was safe",
        "that it had been inspected",
    ]
