"""Where what is said ends and who says it begins, when the commas between them are lost."""

import pytest

from tests.made_statements import attributed, said

PARTED = [
    (
        "The aim in Varnia is to defeat Lanterna Secretary of State Rex Tilden said on Sunday.",
        "Rex Tilden",
        "The aim in Varnia is to defeat Lanterna",
    ),
    (
        "The mayor is now in a fever Varnian news agencies said on Thursday.",
        "Varnian news agencies",
        "The mayor is now in a fever",
    ),
    (
        "A storm hit the pier on Monday sinking at least 42 boats and damaging dozens more local media said.",
        "local media",
        "A storm hit the pier on Monday sinking at least 42 boats and damaging dozens more",
    ),
    (
        "The toll rose to 12 with 200 others hurt including a painter from al-Tarn TV channel "
        "Interfax reporter said.",
        "Interfax reporter",
        "The toll rose to 12 with 200 others hurt including a painter from al-Tarn TV channel",
    ),
    (
        "The pilots were killed on Thursday in fog which broke out in the countryside Lebanons al-Tarn TV "
        "channel reported.",
        "al-Tarn TV",
        "The pilots were killed on Thursday in fog which broke out in the countryside",
    ),
    (
        "At least 20 geese were killed in a storm that struck a farm in the city of Tarnby on Monday Lissau "
        "Observatory for Human Rights reported.",
        "Lissau Observatory for Human Rights",
        "At least 20 geese were killed in a storm that struck a farm in the city of Tarnby on Monday",
    ),
    (
        "Waves struck a market in the outer province local hospital official Leys al-Horn told Interfax.",
        "Leys al-Horn",
        "Waves struck a market in the outer province",
    ),
    (
        "They try to find safer shelters in Tarnia or Turkey informed sources said.",
        "informed sources",
        "They try to find safer shelters in Tarnia or Turkey",
    ),
    (
        "Geese were lost in the port of Tarnby state-run news agency said.",
        "state-run news agency",
        "Geese were lost in the port of Tarnby",
    ),
    (
        "Seven children were among 71 anglers lost on Tuesday and Wednesday TBS head Adam Palen said.",
        "Adam Palen",
        "Seven children were among 71 anglers lost on Tuesday and Wednesday",
    ),
    (
        "Five boats sank when a wave struck the pier in Orlby the Lissau Office for Fair Fares (LOFF) "
        "monitoring group said.",
        "Lissau Office for Fair Fares",
        "Five boats sank when a wave struck the pier in Orlby",
    ),
    (
        "The attacks caused damage to the locals houses Interfax quoted a source at Tarnby Police Command as "
        "saying.",
        "source at Tarnby Police Command",
        "The attacks caused damage to the locals houses",
    ),
]
WHOLE = [
    (
        "The cooks said on Twitter one of their boats in the old port was hit by a wave on Saturday.",
        "one of their boats in the old port was hit by a wave on Saturday",
    ),
    (
        "Anglers claim Tarnian-backed islander group wants to set up a camp.",
        "Tarnian-backed islander group wants to set up a camp.",
    ),
    (
        "VARN Thirteen sailors among them seven cooks were lost at sea on Wednesday a monitoring group said.",
        "Thirteen sailors among them seven cooks were lost at sea on Wednesday",
    ),
    (
        "Harbour denies The Varnian harbour source on Tuesday denied claims that pilots had used flares.",
        "claims that pilots had used flares",
    ),
    (
        '"The storm has left many boats without sails." Horn called on all sides to mend them.',
        "to mend them",
    ),
]
NAMED = [
    ("The Lissau Observatory for Human Rights monitor said the bridge was open.",
     "Lissau Observatory for Human Rights"),
    ("A cook was also hurt the Britain-based Lissau Observatory for Human rights said.",
     "Lissau Observatory for Human rights"),
    ("The London Based Lissau Observatory for Human Rights announced on Sunday that anglers left.",
     "Lissau Observatory for Human Rights"),
    ("Syrias official SANA agency said that the pier was hit.", "SANA"),
    ("An activist at the scene Adam Palen said as many as 10 boats were lost.", "Adam Palen"),
    ("A diver named Ivo who was hurt in the storm said the bridge was open.", "Ivo"),
]  # fmt: skip
SILENT = [
    "Victims of what nurses say was a leak lay on the floor of the mill.",
    "The Harbour Office opened a formal investigation to determine whether its boats had left.",
    "The mayor posted an interview with him before the storm.",
]


@pytest.mark.parametrize(("text", "name", "content"), PARTED)
def test_speaker_and_content_are_parted(text: str, name: str, content: str) -> None:
    statement = said(text)
    assert (statement.source.name, statement.content) == (name, content)


@pytest.mark.parametrize(("text", "content"), WHOLE)
def test_what_is_said_is_whole(text: str, content: str) -> None:
    assert said(text).content == content


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_has_no_word_too_many(text: str, name: str) -> None:
    assert said(text).source.name == name


@pytest.mark.parametrize("text", SILENT)
def test_a_word_for_something_or_a_purpose_is_no_statement(text: str) -> None:
    assert attributed(text) == []
