"""Whom "he", "it", "the group" and a paper mean: the nearest who fits, nobody where that is unclear."""

import pytest

from corpus.statement import Form
from tests.made_statements import attributed, report, said

NEAREST = [
    (
        "A Lumo reporter said the quay was wet. One of the anglers told Lumo the gate was shut. "
        '"We left our boats behind in the dark" he said.',
        "One of the anglers",
    ),
    (
        "Cook Adam Palen said the stove was cold. A diver named Ivo who was hurt in the storm described the "
        'moment the mast fell. "I saw the sail come down on the deck" he said.',
        "Ivo",
    ),
    (
        "Harbour Watch said the quay was shut. A Harbour Office web page said nine boats had left. "
        "It also said the bridge was open.",
        "Harbour Office web page",
    ),
    (
        "Mayor Adam Palen said the quay was shut. Alessandra Vellin said the ferry was late. "
        "She said the bridge was open.",
        "Alessandra Vellin",
    ),
    (
        "The Tarnby Bird Society (TBS) has announced that two nests were lost. "
        '"Two nests were lost in the storm at sea" the charity said.',
        "Tarnby Bird Society",
    ),
    (
        "Divers who fear the mayor said the gate was shut. Varnia left the pact. "
        "They said the bridge was open.",
        "Divers",
    ),
    (
        "The Harbour Watch said in a statement that the road was closed. The U.N. estimates that 600 ships "
        "left. The statement said the bridge was open.",
        "Harbour Watch",
    ),
    (
        "A statement by the brigade aired on Thursday by Varnian state TV said the bridge was open.",
        "brigade",
    ),
    (
        "Harbour Watch said four boats were lost. The Blue Caps took the pier back two days later the group "
        "said.",
        "Harbour Watch",
    ),
    (
        "Diver Adam Palen told Lumo the quay was wet. Lumo quoted a harbour spokesman on Monday. "
        "The spokesman said the bridge was open.",
        "harbour spokesman",
    ),
]
UNCLEAR = [
    'Varnia welcomed the plan in March. "The peace relies on a sound way to watch the borders" he said.',
    'Diver Adam Palen said the quay was wet. Ned Horn left the bay at noon. "It was cold all day" he said.',
]


@pytest.mark.parametrize(("text", "name"), NEAREST)
def test_the_nearest_who_fits_speaks(text: str, name: str) -> None:
    assert said(text).source.name == name


@pytest.mark.parametrize("text", UNCLEAR)
def test_an_unclear_pronoun_gives_no_statement_and_is_not_the_outlets_own(text: str) -> None:
    quoted = text[text.index('"') + 1 : text.rindex('"')]
    assert not any(quoted in statement.content for statement in report(text).statements)


def test_a_relay_is_not_the_source_under_another_name() -> None:
    text = (
        "Varnias official Interfax agency said shells fell. Interfax said the quay was hit Interfax reported."
    )
    assert all(not statement.via for statement in attributed(text))


def test_what_a_headline_names_is_no_source() -> None:
    text = "Storm Strands Last Rescue Service in Rural Tarnby. The service said the bridge was open."
    assert said(text).source.name == "service"
    assert said(text).form is Form.INDIRECT


def test_a_body_is_known_by_a_word_of_its_name() -> None:
    last = attributed(
        "The Tarnby Rights Watch said the quay was shut. It said the Blue Caps had left the pier. "
        "Nine boats were lost, said Adam Palen, the head of the rights group."
    )[-1]
    assert (last.source.name, last.source.organisation) == ("Adam Palen", "Tarnby Rights Watch")
