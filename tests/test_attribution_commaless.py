"""Attribution in a text that has lost its commas: who speaks, and the whole of what is said."""

from collections.abc import Sequence

import pytest
from spacy.tokens import Token

from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.lost_commas import with_commas
from corpus.parsing import SpacyParser

PARSER = SpacyParser()
Row = tuple[str, str, str]

TOUCHING: list[Row] = [
    (
        "The ferry sank as a storm swept at least 12 sailors including a cook from a "
        "deck in the northern port of "
        "Varn state television reported.",
        "state television",
        "The ferry sank as a storm swept at least 12 sailors including a cook from a "
        "deck in the northern port of"
        " Varn",
    ),
    (
        "The flood also drowned three cows in the lower meadows of southern Varnia Interfax said.",
        "Interfax",
        "The flood also drowned three cows in the lower meadows of southern Varnia",
    ),
    (
        "The bill for the new bridge has reached four million crowns besides wages for "
        "some of the crew injured "
        "Interfax reported.",
        "Interfax",
        "The bill for the new bridge has reached four million crowns besides wages for "
        "some of the crew injured",
    ),
    (
        "Two ferries were held on Friday in a dispute over fares in the port of the "
        "island the Lissau Observatory "
        "for Fair Fares said.",
        "the Lissau Observatory for Fair Fares",
        "Two ferries were held on Friday in a dispute over fares in the port of the island",
    ),
    (
        "The river rose to nine metres a clerk in Varn Town Hall told Interfax.",
        "a clerk in Varn Town Hall",
        "The river rose to nine metres",
    ),
    (
        "Two leaks in Varn Harbour Watch said left the quay without water.",
        "Harbour Watch",
        "left the quay without water",
    ),
]
PARTED: list[Row] = [
    (
        "The strike has closed some 30 schools on both banks the Harbour Office said "
        "including two for pilots.",
        "the Harbour Office",
        "The strike has closed some 30 schools on both banks",
    ),
    (
        "The crew included cooks and students said port officials speaking on condition of anonymity.",
        "port officials speaking on condition of anonymity",
        "The crew included cooks and students",
    ),
    (
        "They walked to the field where the police are fighting the Blue Caps group the "
        "Lissau Observatory for "
        "Fair Fares said.",
        "the Lissau Observatory for Fair Fares",
        "They walked to the field where the police are fighting the Blue Caps group",
    ),
]
GOING_ON: list[tuple[str, list[str]]] = [
    (
        "Horn told a reporter that they rang more than once for help but every time the "
        "line went dead adding "
        "that today his boat was able to sail.",
        ["Horn", "Horn"],
    ),
    (
        "Meanwhile the cold in the valley killed 40 sheep said the Harbour Office adding "
        "that ten of them were "
        "lambs.",
        ["the Harbour Office", "the Harbour Office"],
    ),
]
INTERRUPTED: list[Row] = [
    (
        '"The river will rise again" said Kell "Nobody should sleep in a cellar."',
        "Kell",
        '"The river will rise again" … "Nobody should sleep in a cellar."',
    ),
]
UNCHANGED = [
    "On Monday, Ann Lee said the bridge was open and the road to the harbour was closed.",
    "Ann Lee said so.",
    "They sent a letter saying that the bridge over the river was closed for the whole winter.",
]


def parts(text: str) -> list[Row]:
    """Return source and content of each relation of a paragraph, gaps as an ellipsis."""
    paragraph = Paragraph(next(PARSER.parse([text])), 0, text)
    return [(text, _text(paragraph, r.source), _text(paragraph, r.content)) for r in relations([paragraph])]


def _text(paragraph: Paragraph, words: Sequence[Token]) -> str:
    return " … ".join(paragraph.original[start:end] for start, end in paragraph.spans(words))


@pytest.mark.parametrize("row", TOUCHING + PARTED + INTERRUPTED)
def test_the_phrase_at_the_end_speaks_all_before_it(row: Row) -> None:
    assert parts(row[0])[0] == row


@pytest.mark.parametrize(("text", "sources"), GOING_ON)
def test_whoever_says_also_adds(text: str, sources: list[str]) -> None:
    assert [source for _, source, _ in parts(text)] == sources


@pytest.mark.parametrize("text", UNCHANGED)
def test_commas_are_put_back_only_where_all_are_lost(text: str) -> None:
    assert with_commas(text) == text


def test_a_comma_takes_the_place_of_a_blank() -> None:
    text = "On Monday Ann Lee met the owners of the boats saying that the port would stay shut for a year."
    assert with_commas(text) == (
        "On Monday,Ann Lee met the owners of the boats,saying that the port would stay shut for a year."
    )


def test_a_long_word_costs_no_more_than_its_length() -> None:
    text = "one two three four five six seven " + "a'" * 200_000
    assert with_commas(text) == text
