"""Names met in a text, however they are spelt."""

import pytest

from assistant.names import mentions, names_speaker


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("The army entered Tarsineh on Monday.", "Tarseneh", True),
        ("The army entered Dorn on Monday.", "al-Dorn", True),
        ("Ilse Varnholt's ministry", "Varnholt", True),
        ("Residents of Évreville fled.", "Evreville", True),
        ("A spokesman for the U.S. military spoke.", "US", True),
        ("The army entered Dorn on Monday.", "Dorv", False),  # short words must be equal
        ("The 1070 Apartments were quiet.", "1071 Apartments", False),
        ("The apartments were quiet.", "1070 Apartments", False),
    ],
)
def test_mentions(text: str, name: str, found: bool) -> None:
    assert mentions(text, name) is found


@pytest.mark.parametrize(
    ("text", "speaker", "named"),
    [
        ("Horn, the mayor", "Ida Horn", True),
        ("a State Department official", "US State Department", True),
        ("the local authorities", "Tarsenian authorities", False),  # a common noun alone names nobody
        ("the government watchdog", "Tarsenian government", False),
        ("Ida Horn, the Tarsenian foreign minister", "Tarsenian officials", True),
        ("Ida Horn, the Orlan foreign minister", "Tarsenian officials", False),
        ("a professor at the university", "experts", True),
        ("the foreign minister", "mayor", False),  # "the mayor" is nobody else
        ("Ida Horn, the mayor", "mayor 's aide", False),
        ("the Tarsenian rebels' spokesman", "Tarsenian government", False),
    ],
)
def test_who_is_the_speaker_asked_for(text: str, speaker: str, named: bool) -> None:
    assert names_speaker(text, speaker) is named
