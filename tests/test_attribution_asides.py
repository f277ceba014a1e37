"""What no source says: the writer's asides, papers nobody holds, headlines and misread phrases."""

import pytest

from tests.made_statements import attributed, said

ASIDES = [
    (
        "The union announced a bold plan to buy all of the docks which if successful would be the largest "
        "sale yet in the islands history.",
        "union",
        "a bold plan to buy all of the docks",
    ),
    (
        "The Varn Wire news agency reported a fire in the old harbour quoting Mayor Ann Lee as putting the "
        "loss at six boats.",
        "Varn Wire",
        "a fire in the old harbour",
    ),
    (
        "The Varn Wire agency reported heavy losses of boats citing a statement from the Harbour League.",
        "Varn Wire",
        "heavy losses of boats",
    ),
]
SOURCES = [
    (
        "A flood closed 18 shops in the Varn suburb of Tarnby the latest in a string of floods to hit the "
        "district state television said.",
        "state television",
    ),
    (
        "Harbour police closed 35 shops near in northern Varnia in last 24 hours media reported Sunday.",
        "media",
    ),
    (
        "At least 15 boats sank on Monday on an area outside the capital Varn the Lissau Observatory for "
        "Fair Fares monitor said.",
        "Lissau Observatory for Fair Fares",
    ),
    (
        "Some 50 boats were lost in storms that swept a coast of old harbours and young sailors a report "
        "from the Harbour Secretary General says.",
        "Harbour Secretary General",
    ),
    (
        "The storm hit the boats at the mouth of the river Tarn drowning the old captain Josef Kell "
        "well-informed sources told Varn Radio.",
        "well-informed sources",
    ),
    (
        "The union said prices fell. FORCED CLOSURES A pro-market activist said shopkeepers blamed the delay "
        "on the storm.",
        "pro-market activist",
    ),
    (
        "In rural Tarnby meanwhile fishers said that a boat was not able to enter the town of Varn.",
        "fishers",
    ),
    (
        'The Varn Committee spoke. The UN-backed group "continues to examine any credible reports" of fraud '
        "its chairwoman said.",
        "chairwoman",
    ),
    (
        "Josef Kell said it was open. It was, says Winsel. Winsel said it was shut. He said it was cold.",
        "Winsel",
    ),
    (
        "The Harbour Watch said it was a flood. Much of the country pointed the finger at the government "
        "for the loss though it denied any fault.",
        "government",
    ),
]
NOTHING_SAID = [
    "Yesterday 18 boats sank in the harbour of Varn according to the latest toll.",
    "They circulated a statement on social media imploring the council to open the harbour before winter.",
    "The club posted videos showing volunteers carrying water tanks on tractors to help the firemen.",
    "The Blue Group is believed to refer to an initiative by the old council to sell the docks.",
    "The daily reality confirms that all the old accords about the harbour are worth nothing to the town.",
    "The club met. Guild Confirms Old Quay Completely Closed to Ships.",
    '"They are really shaken up by this." The groom Josef Kell hails from a prominent family of the islands.',
]


@pytest.mark.parametrize(("text", "source", "content"), ASIDES)
def test_an_aside_is_the_writers(text: str, source: str, content: str) -> None:
    assert (said(text).source.name, said(text).content) == (source, content)


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_a_source_is_named_by_its_own_words(text: str, source: str) -> None:
    assert said(text).source.name == source


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_is_said(text: str) -> None:
    assert attributed(text) == []


def test_a_content_keeps_its_subject() -> None:
    text = "Varnia has said the salt in that cargo last week in the Tarn province belonged to traders."
    assert said(text).content == "the salt in that cargo last week in the Tarn province belonged to traders"
