"""Which statements answer a question, and which only speak of the same people and places."""

import pytest

from assistant.values.polarity import Polarity
from tests.made_claims import made_claims

INSURED = "Was the hall at the college that a student burned down with fireworks insured?"
FREED = "Was the pilot Ivo Dorn set free after the militia detained him?"
AIRPORT = "Did rebels capture Lormont airport?"
SEARCH = "Is the search for the crew still going on?"
SOLVENT = "Did Orlo Solvents pollute the river?"
SAID = "What did Ida Horn say about the speech of Piet Denk?"
NAME = "What was the name of the engineer killed in the raid on Ostren?"
GROOM = "Was the groom killed in the blast at the wedding in Ostren?"
KILLED = "Who killed the engineer Ann Lee during the raid?"


@pytest.mark.parametrize(
    ("question", "text", "quotes"),
    [
        (INSURED, "The rector said the hall was covered by insurance.", 1),
        (INSURED, "The rector said the student had burned down the hall.", 0),
        (FREED, "The militia said it had detained the pilot Ivo Dorn on Monday.", 0),
        (FREED, "The militia said it had freed the pilot Ivo Dorn on Monday.", 1),
        (AIRPORT, "The army said rebels had captured the Vellmar barracks.", 0),
        (AIRPORT, "The army announced the capture of the Vellmar barracks.", 0),
        (AIRPORT, "The army said rebels had captured the airport.", 1),
        (SEARCH, "The coastguard said the search would go on through the night.", 1),
        (SOLVENT, "The firm said it had nothing to do with the dead fish.", 1),
        (SOLVENT, "The firm said it would build a second works.", 0),
        (SAID, "Piet Denk was giving his speech when Ida Horn rose.", 0),
        (SAID, "Ida Horn declined to comment on the speech.", 1),
        (SAID, "Ida Horn said the speech was too long.", 1),
        (NAME, "The raid on Ostren was led by the Upland Front, the army said.", 0),
        (NAME, "The engineer, named Ann Lee, was killed in the raid, the army said.", 1),
        (KILLED, "The army said its troops had killed ten rebels in the raid.", 0),
        (GROOM, "A doctor said the blast at the wedding in Ostren had killed 32 people.", 0),
        (GROOM, "A doctor said the blast had killed 32 people, including the groom.", 1),
        (KILLED, "The army said Ann Lee had been killed by the rebels.", 1),
    ],
)
def test_what_is_to_the_point(question: str, text: str, quotes: int) -> None:
    assert len(made_claims(question, [text])) == quotes


@pytest.mark.parametrize(
    ("question", "text", "label"),
    [
        ("Who criticised the ruling?", "The union condemned the ruling, its head Ann Lee said.", "The union"),
        ("Who welcomed the vote?", "The miners welcomed the vote.", "The miners"),
        ("Who has called for Denk to go?", "The tax clerk Ann Lee called on Denk to go.", "Ann Lee"),
        ("Who blamed the port for the leak?", "The minister blamed the port for the leak.", "minister"),
        ("Who was blamed for the leak?", "The minister blamed the divers for the leak.", "the divers"),
        ("Who announced the sale?", "The board announced that the sale was off.", "board"),
        ("Who announced the sale?", "A clerk claimed that the sale was a mistake.", None),
    ],
)
def test_who_does_it_by_saying_so(question: str, text: str, label: str | None) -> None:
    assert [claim.value.label for claim in made_claims(question, [text])] == ([label] if label else [])


def test_who_it_befell_is_asked_for_not_who_did_it() -> None:
    asked = "Who were the men killed in the raid on Ostren?"
    claims = made_claims(asked, ["The army said rebels had killed two clerks in the raid on Ostren."])
    assert [claim.value.label for claim in claims] == ["two clerks"]
    asked = "Who was the man who killed two clerks in the raid on Ostren?"
    claims = made_claims(asked, ["The army said Tomas Rell had killed two clerks in the raid on Ostren."])
    assert [claim.value.label for claim in claims] == ["Tomas Rell"]
    asked = "Who has claimed the gold medal in Ostren?"
    claims = made_claims(asked, ["The army said Ann Lee had claimed the gold medal in Ostren."])
    assert [claim.value.label for claim in claims] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The army said the blast did not hurt 13 sailors.", ["not so: 13 sailors"]),
        ("The army said it could not confirm that 13 sailors were hurt in the blast.", []),
    ],
)
def test_amounts_are_as_told(text: str, labels: list[str]) -> None:
    claims = made_claims("How many sailors were hurt in the blast in Lorn?", [text])
    assert [claim.value.label for claim in claims] == labels


def test_a_doctor_is_no_hoaxer() -> None:
    asked = "Was the mill in Lorn hit by a shell?"
    claims = made_claims(asked, ["The mill in Lorn was hit by a shell, a doctor said."])
    assert [claim.value.affirms for claim in claims if isinstance(claim.value, Polarity)] == [True]
