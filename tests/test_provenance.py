"""How many sources stand behind what several reports tell."""

import pytest

from assistant.provenance import origins
from tests.made_claims import made_claims

ASKED = "How many people were killed in the explosion in Lormont?"
BRIGADE = "The Lormont Fire Brigade said four people were killed in the explosion in Lormont."
UTTERED = "Four people were killed as the explosion tore down two houses and a mill"
OPPOSED = (
    "The Lormont Fire Brigade said four people were killed in the explosion in Lormont, while an activist"
    " said nine people were killed in the explosion in Lormont."
)


@pytest.mark.parametrize(
    ("sources", "texts"),
    [
        pytest.param(1, [BRIGADE, BRIGADE], id="one source in two outlets"),
        pytest.param(2, [OPPOSED, OPPOSED], id="two who disagree in one sentence, copied"),
        pytest.param(
            2,
            [BRIGADE, "The Health Ministry said four people were killed in the explosion in Lormont."],
            id="two sources",
        ),
        pytest.param(
            1,
            [
                "The Health Ministry said four people were killed in Lormont.",
                'Ida Horn, spokeswoman for the Health Ministry, said: "Four people were killed in Lormont."',
            ],
            id="a body and its spokeswoman",
        ),
        pytest.param(
            1,
            [
                "The Health Ministry said four people were killed in Lormont.",
                '"Four people were killed in Lormont," the Health Ministry secretary, Dr. Ida Horn, said.',
            ],
            id="a body and who is introduced as its voice",
        ),
        pytest.param(
            1,
            [
                "The Health Ministry said four people were killed in Lormont.",
                "The Health Ministry puts the number of people killed in the explosion at four.",
            ],
            id="an outlet tells what a source puts the number at",
        ),
        pytest.param(
            1,
            [
                "A source at the Lormont Fire Brigade told the Velm Gazette that four people were killed.",
                "Four people were killed in Lormont, the Velm Gazette reported, quoting a fireman.",
            ],
            id="who relays a source is cited elsewhere",
        ),
        pytest.param(
            1,
            [
                "Four people were killed in the explosion in Lormont, the Velm Gazette reported.",
                "The doors were locked, according to the Velm Gazette.\n\n"
                "Four people were killed, one of the sources said.",
            ],
            id="a report that credits a medium quotes the sources of that medium",
        ),
        pytest.param(
            1,
            [
                f'"{UTTERED}," the Lormont Fire Brigade said.',
                f'"{UTTERED} in Lormont," the city hall said in a statement.',
            ],
            id="the same words in quotation marks, given to two",
        ),
        pytest.param(
            2,
            [
                "Four people were killed in the explosion in Lormont, the Velm Gazette reported.",
                "Four people were killed, one of the sources said.",
            ],
            id="no credit, no common source",
        ),
        pytest.param(
            2,
            [BRIGADE + " On Tuesday the blast also killed nine people in a passing tram in Lormont."],
            id="an outlet that goes against the source it quotes does not repeat it",
        ),
    ],
)
def test_sources(sources: int, texts: list[str]) -> None:
    assert len(set(origins(made_claims(ASKED, texts)))) == sources
