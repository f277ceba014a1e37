"""Content that lacks its last words, takes in another's, or runs on from a heading, where marks are lost."""

import pytest

from tests.made_statements import attributed, said

PARTED = [
    (
        "The flood began near the village of Orlby close to the border with Turkey local farmer Mattis Horn "
        "told The Harbour Post.",
        "Mattis Horn",
        "The flood began near the village of Orlby close to the border with Turkey",
    ),
    (
        "Seven sailors were hurt in a storm off Lissau the main port in the Lower Varnia area Observatory "
        "chief Ann Palen told Interfax.",
        "Ann Palen",
        "Seven sailors were hurt in a storm off Lissau the main port in the Lower Varnia area",
    ),
    (
        "Over 30 anglers were lost in a storm near the port of Tarnby on April 15 UN Special Envoy for Orl "
        "Josef Kell said Thursday.",
        "Josef Kell",
        "Over 30 anglers were lost in a storm near the port of Tarnby on April 15",
    ),
    (
        "A painter was hurt in a storm in a quiet quarter of the divided city local activists said.",
        "local activists",
        "A painter was hurt in a storm in a quiet quarter of the divided city",
    ),
    (
        "Ten boats were lost in storms near the port of Al Tarnby local media reported.",
        "local media",
        "Ten boats were lost in storms near the port of Al Tarnby",
    ),
    (
        "The surgeon fell on Monday while buying medicine for her mother Amnesty International said.",
        "Amnesty International",
        "The surgeon fell on Monday while buying medicine for her mother",
    ),
    (
        "The port council determined that there was sufficient evidence of a leak to open a formal inquiry "
        "said spokesman Josef Kell on Wednesday.",
        "port council",
        "that there was sufficient evidence of a leak to open a formal inquiry",
    ),
    (
        "I was going home when I heard the sound of a horn and then there was another horn soon after "
        "and windows shook Ann Lee said.",
        "Ann Lee",
        "I was going home when I heard the sound of a horn and then there was another horn soon after "
        "and windows shook",
    ),
]
WHOLE = [
    (
        "The surveyors said the first boats will call at Lower Tarn near the old port of Orlby where the "
        "council reported a chemical leak on March 19.",
        "the first boats will call at Lower Tarn near the old port of Orlby where the council reported a "
        "chemical leak on March 19",
    ),
    (
        "Varnia described the reports its navy had used foul nets as completely untrue.",
        "the reports its navy had used foul nets as completely untrue",
    ),
    (
        "Poland has denied its aircraft or those of its local allies were involved in the rescue.",
        "its aircraft or those of its local allies were involved in the rescue",
    ),
    ('The mayor said "dozens" of anglers were also lost.', '"dozens" of anglers were also lost'),
    ("The mayor said earlier that a wave struck the pier in Varn.", "that a wave struck the pier in Varn"),
    (
        "Reporters said that one of five sailors may have re-engaged in smuggling.",
        "that one of five sailors may have re-engaged in smuggling",
    ),
    (
        "Anglers lost in school storm In another storm at least five anglers were hurt when a wave struck a "
        "school in Varn the Harbour Watch said.",
        "In another storm at least five anglers were hurt when a wave struck a school in Varn",
    ),
    (
        "Seven sailors were hurt some badly The medic added that the storm was over.",
        "that the storm was over",
    ),
]
SPEAKERS = [
    (
        "Meanwhile Varnian naval forces shelled northern Tarnia claiming to have hit the lairs of a band of "
        "pirates in the bay.",
        ["Varnian naval forces"],
    ),
    (
        "Varnia and Tarnia have sent evidence to the harbour court on the leaks in Orlby which they say was "
        "caused by the mill.",
        ["Varnia", "Tarnia"],
    ),
    (
        "An angler and a child drowned as a result of the storm and the medic added that the water was "
        "poisonous.",
        ["medic"],
    ),
    (
        "The crew was saved on Monday with the Harbour Watch saying two boats had been lost.",
        ["Harbour Watch"],
    ),
    (
        "The office of trade in Orlby said the port was open. The office of health in Lissau on Monday "
        "announced the end of the strike.",
        ["office of trade in Orlby", "office of health in Lissau"],
    ),
    (
        "Ten boats were lost in Varn The Lissau Port Watch said on Monday that the storm was over.",
        ["Lissau Port Watch"],
    ),
    (
        "Sources told Interfax that they heard crew members saying via radio that they had hidden nets.",
        ["Sources", "crew members"],
    ),
]
SILENT = [
    "The mayor of Orlby was not immediately available to comment on the claims by Harbour Watch.",
    "Sailors reached the bay in a boat the mayor said is too small for the storms of the coast.",
    "The Harbour Watch an independent group which documents wrecks on the coast was founded in Varn.",
]


@pytest.mark.parametrize(("text", "name", "content"), PARTED)
def test_speaker_and_content_are_parted(text: str, name: str, content: str) -> None:
    statement = said(text)
    assert (statement.source.name, statement.content) == (name, content)


@pytest.mark.parametrize(("text", "content"), WHOLE)
def test_what_is_said_is_whole(text: str, content: str) -> None:
    assert said(text).content == content


@pytest.mark.parametrize(("text", "names"), SPEAKERS)
def test_who_speaks(text: str, names: list[str]) -> None:
    assert [statement.source.name for statement in attributed(text)] == names


@pytest.mark.parametrize("text", SILENT)
def test_a_habit_or_what_lacks_its_subject_is_no_statement(text: str) -> None:
    assert attributed(text) == []
