"""Who speaks: names, kinds, roles and bodies as a reader would give them; one source kept one."""

import pytest

from corpus.resolution.kinds import is_medium_name
from corpus.resolution.matching import folded, initials, is_short_body, is_short_person
from tests.made_statements import attributed, said

PERSONS = [
    (
        "The Harbour Watch said the quay was shut. The Dockers' Union spoke through Ann Lee, its chief: "
        "she said the quay was open.",
        "Ann Lee",
        "chief",
        "Dockers' Union",
    ),
    ("Dora Hale said the bridge was open.", "Dora Hale", None, None),
    ("Dr. Dora Hale said the bridge was open.", "Dora Hale", None, None),
    ("Mayor Dora Hale said the bridge was open.", "Dora Hale", "Mayor", None),
    (
        "The head of the clinic, Dora Hale, said the ward was full.",
        "Dora Hale",
        "head of the clinic",
        "clinic",
    ),
    ("Dora Hale of Harbour Watch said the bridge was open.", "Dora Hale", None, "Harbour Watch"),
    ("Dora Hale of Lanterna, a rebel group, said the bridge was open.", "Dora Hale", None, "Lanterna"),
    (
        "Dora Hale head of the Harbour Commission said the bridge was open.",
        "Dora Hale",
        "head of the Harbour Commission",
        "Harbour Commission",
    ),
    (
        "Dora Hale a Tarnby-based official told reporters the bridge was open.",
        "Dora Hale",
        "Tarnby-based official",
        None,
    ),
    (
        "Varnian Defence Ministry spokesman Maj. Gen. Igor Palen said the bridge was open.",
        "Igor Palen",
        "Varnian Defence Ministry spokesman",
        "Varnian Defence Ministry",
    ),
    (
        "US Secretary of Transport Dora Hale said the bridge was open.",
        "Dora Hale",
        "US Secretary of Transport",
        None,
    ),
    ("Republican Senator Ned Flood said the bridge was open.", "Ned Flood", "Republican Senator", None),
    ('"The bridge is open again today," said spokesman John Smith.', "John Smith", "spokesman", None),
    (
        "Dora Hale, who speaks for the Upland Front, said the bridge was open.",
        "Dora Hale",
        None,
        "Upland Front",
    ),
    (
        "The Harbour Commission's chief engineer, Dora Hale, said the bridge was open.",
        "Dora Hale",
        "Harbour Commission's chief engineer",
        "Harbour Commission",
    ),
    (
        "The health office said it was shut. Its director, Dora Hale, said the bridge was open.",
        "Dora Hale",
        "director",
        "health office",
    ),
]
BODIES = [
    ("The Organization for the Protection of Coastal Birds said the geese had come back.",
     "Organization for the Protection of Coastal Birds", "organisation"),
    ("The Tarnby-based Harbour Watch for Fair Ports monitoring group said the bridge was open.",
     "Harbour Watch for Fair Ports", "organisation"),
    ("The bridge was open the Harbour Watch for Fair Ports a monitoring group said.",
     "Harbour Watch for Fair Ports", "organisation"),
    ("Skarne Line, the operator of the ferry, said the bridge was open.", "Skarne Line", "organisation"),
    ("Skarne Line, which runs the ferry, said the bridge was open.", "Skarne Line", "organisation"),
    ("The opposition Coastal Party said the bridge was open.", "Coastal Party", "organisation"),
    ("Aid groups said the bridge was open.", "Aid groups", "organisation"),
    ("State news agency VERTA said the bridge was open.", "VERTA", "media"),
    ("The Vesper news agency said the bridge was open.", "Vesper", "media"),
    ("Norway said the bridge was open.", "Norway", "government"),
    ("The Norwegian army said the bridge was open.", "Norwegian army", "government"),
    ("The Foreign Ministry said the bridge was open.", "Foreign Ministry", "government"),
    ("The police said the bridge was open.", "police", "government"),
    ("The government of Varnia said the bridge was open.", "government of Varnia", "government"),
    ("According to a statement by the Harbour Commission, the bridge was open.",
     "Harbour Commission", "organisation"),
    ("The Harbour Commission's report said the bridge was open.", "Harbour Commission", "organisation"),
    ("A spokesman at the hospital in Port Elmar said the ward was full.",
     "spokesman at the hospital in Port Elmar", "anonymous"),
    ("Officials in two coastal towns said the bridge was open.",
     "Officials in two coastal towns", "anonymous"),
    ("A senior Norwegian official said the bridge was open.", "senior Norwegian official", "anonymous"),
    ("One of his relatives said the family was safe.", "One of his relatives", "anonymous"),
    ("Rebels said the bridge was open.", "Rebels", "anonymous"),
]  # fmt: skip
SAME = [
    ("Dora Hale, the mayor, said the bridge was open. Hale said it was safe.", "Dora Hale"),
    ("Hale said the bridge was open. Dora Hale, the mayor, said it was safe.", "Dora Hale"),
    ("Dora Hale, the mayor, said the bridge was open. She said it was safe.", "Dora Hale"),
    ("Dora Hale, a spokeswoman, said the bridge was open. The spokeswoman said it was safe.", "Dora Hale"),
    ("The Harbour Commission (HC) said the bridge was open. The HC said it was safe.", "Harbour Commission"),
    ("The Harbour Commission said the bridge was open. The Commission said it was safe.",
     "Harbour Commission"),
    ("The Harbour Watch, a monitoring group, said the bridge was open. The group said it was safe.",
     "Harbour Watch"),
    ("The United Nations said the bridge was open. The world body said it was safe.", "United Nations"),
    ("The UN said the bridge was open. The United Nations said it was safe.", "United Nations"),
    ("A monitor said the bridge was open. The Harbour Observatory said it was safe.", "Harbour Observatory"),
    ("State media said the bridge was open. It added that the road was safe.", "State media"),
    ("A source at the Harbour Commission said the bridge was open. The source added that it was safe.",
     "source at the Harbour Commission"),
    ("The Transport Ministry said the bridge was open. The ministry said it was safe.", "Transport Ministry"),
    ("The Civil Guard, also known as the Blue Caps, said the sea was calm. The Blue Caps said it was cold.",
     "Civil Guard"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "organisation"), PERSONS)
def test_a_person(text: str, name: str, role: str | None, organisation: str | None) -> None:
    source = said(text).source
    assert (source.name, source.kind, source.role) == (name, "person", role)
    assert source.organisation == organisation


@pytest.mark.parametrize(("text", "name", "kind"), BODIES)
def test_what_is_no_person(text: str, name: str, kind: str) -> None:
    source = said(text).source
    assert (source.name, source.kind) == (name, kind)


@pytest.mark.parametrize(("text", "name"), SAME)
def test_one_source_has_one_name(text: str, name: str) -> None:
    assert [statement.source.name for statement in attributed(text)] == [name, name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harbour Commission and the police said the bridge was open.", ["Harbour Commission", "police"]),
        (
            "The Harbour Commission and a medical source said the bridge was open.",
            ["Harbour Commission", "medical source"],
        ),
        ("The Civil Guard or Blue Caps said the bridge was open.", ["Civil Guard"]),
        (
            "A resident said the bridge was open. A resident said it was shut.",
            ["resident", "resident"],
        ),
        ("Ann Poole said the bridge was open. Tom Poole said it was shut.", ["Ann Poole", "Tom Poole"]),
    ],
)
def test_different_sources_are_kept_apart(text: str, names: list[str]) -> None:
    assert [statement.source.name for statement in attributed(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The flood claimed that the whole village had gone.",
        "More bombing would warn that peace was far off.",
        "The two blame each other for the fire.",
    ],
)
def test_what_cannot_speak_is_no_source(text: str) -> None:
    assert [s.source.name for s in attributed(text)] == []


def test_aliases_are_the_other_names_in_the_text() -> None:
    text = (
        "Coastguard commander Ruben Tull said the search was over. Tull said the sea was calm. "
        "The commander said the boats were back."
    )
    assert said(text).source.aliases == ("Coastguard commander Ruben Tull", "commander", "Tull")


def test_a_pronoun_inside_what_is_said_is_the_speaker() -> None:
    statements = attributed("The Harbour Commission said it believed that the bridge was safe.")
    assert {statement.source.name for statement in statements} == {"Harbour Commission"}


@pytest.mark.parametrize(
    ("name", "medium"),
    [
        ("AFP", True),
        ("Meridian Wire", True),
        ("The Harbour Post", True),
        ("Post Office", False),
        ("Ann", False),
    ],
)
def test_the_name_of_a_medium(name: str, medium: bool) -> None:
    assert is_medium_name(name) is medium


def test_names_are_compared_by_their_telling_words() -> None:
    assert folded("The Zoé Institute’s") == "zoe institute"
    assert initials("Harbour Watch for Fair Ports") == "hwfp"
    assert is_short_person(("hale",), ("dora", "hale"))
    assert not is_short_person(("dora",), ("dora", "hale"))
    assert is_short_body(("commission",), ("harbour", "commission"))
    assert not is_short_body(("united",), ("united", "nations"))
