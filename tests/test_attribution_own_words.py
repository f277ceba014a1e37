"""All that a source says, none of what its outlet adds, and who speaks where names run together."""

import pytest

from corpus.statement import Stance
from tests.made_statements import attributed, said

WHOLE = [
    (
        "Palen said she was looking to schedule visits to Varnia later this week and Tarnia early next week "
        "for talks with the two founding members of the Harbour Council.",
        "she was looking to schedule visits to Varnia later this week and Tarnia early next week for talks "
        "with the two founding members of the Harbour Council",
    ),
    (
        "The Observatory for Safe Ports said 20 sailors were drowned and others injured including some in "
        "serious condition in the storms on the Sarnath coast.",
        "20 sailors were drowned and others injured including some in serious condition in the storms on the "
        "Sarnath coast",
    ),
    (
        "The union called on the council and the port masters to visit the flooded districts to ensure food "
        "could be landed and to launch an investigation to determine who was responsible for the leak.",
        "to visit the flooded districts to ensure food could be landed and to launch an investigation to "
        "determine who was responsible for the leak",
    ),
    (
        "Last month the company acknowledged the loss of over 70 boats in its harbours in Varnia since 2014.",
        "the loss of over 70 boats in its harbours in Varnia since 2014",
    ),
    (
        "The union has had a long presence there and the district has borne the brunt of sustained storms "
        "for months now the mayor said.",
        "The union has had a long presence there and the district has borne the brunt of sustained storms "
        "for months now",
    ),
    (
        'The Blue Caps this month called for help from "friendly and generous northern ports" to save boats.',
        'for help from "friendly and generous northern ports" to save boats',
    ),
    (
        "Governor Ann Palen told Reuters the ferry capsized in the Abbas area of the old harbour in the "
        "central city drowning 36 people.",
        "the ferry capsized in the Abbas area of the old harbour in the central city drowning 36 people",
    ),
]
OWN = [
    (
        "The Observatory said there were losses among the fishing crews in the overnight storm but had no "
        "immediate toll.",
        "there were losses among the fishing crews in the overnight storm",
    ),
    (
        "The club said it had sunk the boat but did not say how.",
        "it had sunk the boat",
    ),
    (
        "The city's council has responded with accusations that it was the anglers that used banned nets "
        "which the anglers deny.",
        "that it was the anglers that used banned nets",
    ),
    (
        'Mayor Ann Palen said the port was shut. She added "You have a careless and greedy council that has '
        'drained the harbour" while speaking at the Harman Center in Orlby.',
        '"You have a careless and greedy council that has drained the harbour"',
    ),
]
SPEAKERS = [
    (
        "Waves struck the town of Orlby with high winds drowning at least 10 sailors activist group Varnia "
        "is Rising Again said.",
        ["Varnia is Rising Again"],
    ),
    (
        "According to Varnian volunteer group Seawatch more than 30 anglers including three children were "
        "saved by the navy.",
        ["Seawatch"],
    ),
    (
        "Varnia is one of just a handful of countries that are not parties to the international treaty that "
        "bans deep nets and Western nations believe it has stores of undeclared nets and lines.",
        ["Western nations"],
    ),
    (
        "INTERFAX/Ann Lee Turkish officials have said they would never close the bridge.",
        ["Turkish officials"],
    ),
    (
        "Five sailors drowned in the harbour of Orlby on Tuesday the provincial governor said. Governor Ann "
        "Palen told Reuters the storm began at noon.",
        ["Ann Palen", "Ann Palen"],
    ),
    (
        "Five sailors drowned in the harbour of Orlby on Tuesday the foreign minister said. Defence Minister "
        "Ann Palen told Reuters the storm began at noon.",
        ["foreign minister", "Ann Palen"],
    ),
    (
        "Five sailors were lost in the bay on Tuesday an NGO said. The Varnian Observatory for Sea Rights "
        "said six more were hurt.",
        ["Varnian Observatory for Sea Rights"] * 2,
    ),
    (
        "The council-linked group known as Varnian Observatory for Sea Rights says the storm began at noon. "
        "The Lissau-based Varnian council organization added that most of the boats were lost.",
        ["Varnian Observatory for Sea Rights"] * 2,
    ),
    (
        "Quoting reports from its local partners in Turkey UNICEF said nurses were reported to have saved "
        "ten children from the flooded school.",
        ["UNICEF"],
    ),
    (
        "According to Al-Tarn Turkish sailors have been rowing south of the northern port of Orlby.",
        ["Al-Tarn"],
    ),
    (
        "Nurses in rural Varnia said that five people were hurt in the storm on Monday. In the port of Orlby "
        "meanwhile nurses said that the wards were full.",
        ["Nurses in rural Varnia", "nurses"],
    ),
    (
        "There was another man in the boat although it was not clear whether he was a guest or a hostage "
        "SORH said Sunday.",
        ["SORH"],
    ),
    (
        "The harbour ministry said ten boats were lost. Two more sank in the area of Tarnby the ministry "
        "said. It also said the port was closed.",
        ["harbour ministry"] * 3,
    ),
]
SILENT = [
    "The council urged an inquiry to determine who was responsible for the leak and hold them to account.",
    'Boats left the bay after Varnia issued "serious threats" to Tarnia.',
    "The harbour council has not commented on the storm.",
    "Radio Orlby reported the blast but did not specify the nature of the fire.",
    "Related Orlby shuts its old port Storm sinks ten boats Nearly 40 sailors drowned when a ferry ran "
    "aground a monitor said Friday.",
]


@pytest.mark.parametrize(("text", "content"), WHOLE)
def test_what_is_said_is_whole(text: str, content: str) -> None:
    assert content in [statement.content for statement in attributed(text)]


@pytest.mark.parametrize(("text", "content"), OWN)
def test_what_the_outlet_adds_is_not_said(text: str, content: str) -> None:
    assert said(text).content == content


@pytest.mark.parametrize(("text", "names"), SPEAKERS)
def test_who_speaks(text: str, names: list[str]) -> None:
    assert [statement.source.name for statement in attributed(text)] == names


@pytest.mark.parametrize("text", SILENT)
def test_purposes_threats_and_what_is_withheld_are_no_statements(text: str) -> None:
    kept = text.startswith(
        ("The council urged", "Radio")
    )  # what the first verb says, or that it was reported
    assert len(attributed(text)) <= kept


def test_who_is_unable_to_verify_confirms_nothing() -> None:
    statement = said("The Lantern was not able to verify the accounts independently.")
    assert (statement.stance, statement.cue) == (Stance.UNVERIFIED, "not able to verify")
