"""Where one speaker's words end and the next speaker begins, in texts that have lost their commas."""

import pytest

from corpus.lost_commas import with_commas
from tests.made_statements import attributed, said

PARTED = [
    ("The reports on the state of the quays in the port are totally false state news agency Interfax said.",
     "Interfax", "The reports on the state of the quays in the port are totally false"),
    ("This flood is the worst in the valley in terms of both toll and damage since the end of the war "
     "observatory director Karel Dorn said.",
     "Karel Dorn",
     "This flood is the worst in the valley in terms of both toll and damage since the end of the war"),
    ("Storms between the islands in the bay resulted in the loss of over 100 boats media reported Friday.",
     "media", "Storms between the islands in the bay resulted in the loss of over 100 boats"),
]  # fmt: skip
LINKED = [
    ("State media reported that the storm did great damage to the mill while a harbour activist in the "
     "nearby "
     "town of Elmar said the mill was not hit.",
     [("State media", "that the storm did great damage to the mill"),
      ("harbour activist in the nearby town of Elmar", "the mill was not hit")]),
    ("On Monday the ministry reported dozens of ferries had left the port but residents and pilots on the "
     "quay "
     "dismissed the reports as lies.",
     [("ministry", "dozens of ferries had left the port"),
      ("residents", "the reports as lies"), ("pilots", "the reports as lies")]),
    ("Reports confirmed that five ferries were lost and many others were damaged said the source noting "
     "that the "
     "toll is likely to rise.",
     [("source", "Reports confirmed that five ferries were lost and many others were damaged"),
      ("Reports", "that five ferries were lost and many others were damaged"),
      ("source", "that the toll is likely to rise")]),
    ("Horn also spoke with Mayor Karel Dorn about the dam and agreed to consult about repairs by the harbour "
     "company the Lissau Observatory said.",
     [("Lissau Observatory", "Horn also spoke with Mayor Karel Dorn about the dam and agreed to consult "
       "about "
       "repairs by the harbour company")]),
    ("The storms driven by either northern or western winds according to the Harbour Watch hit the "
     "village of Elmar.",
     [("Harbour Watch", "The storms driven by either northern or western winds … hit the village of "
       "Elmar.")]),
    ("A clerk at Varn Town Hall said in a statement to Interfax that vandals damaged the quay with a "
     "number of "
     "stones breaking the lamps of three ferries some of them are in a bad state.",
     [("clerk at Varn Town Hall", "that vandals damaged the quay with a number of stones breaking the "
       "lamps of "
       "three ferries some of them are in a bad state")]),
]  # fmt: skip
NAMED = [
    ("The bridge was shut at dawn the head of the Swiss-based monitoring group Dora Hale told Reuters.",
     "Dora Hale"),
    ("The council did not demand an inquiry although it said a reply was needed.", "council"),
    ("France a key ally of Germanys Karel Dorn has called for a full inquiry by the court.", "France"),
    ("The Varn-based rights group in a report issued in Varn said it had met the pilots.", "Varn-based "
     "rights group"),
    ("A harbour source denied that it had closed the port. It called such claims an invention.",
     "harbour source"),
    ("Those lost were believed to have inhaled smoke and died at sea the manager of the Elmar hospital Hamid "
     "Nour told Reuters.", "Hamid Nour"),
    ("The Harbour Front lost three boats the mayor said. The Orlby Council launched a search as it announced "
     "its new plan for the port.", "Orlby Council"),
]  # fmt: skip
NOTHING_SAID = [
    "The owners of the ferries met in Varn to discuss the storm.",
    "Horn is from a family of pilots often considered the founders of the port.",
    "The port was shut on the orders of the mayor the monitor noted citing sources in the area.",
]
KEPT = [
    ("The Observatory said flooding on Sunday hit several parts of the port including the old quay.",
     "flooding on Sunday hit several parts of the port including the old quay"),
]  # fmt: skip
BEGUN = [
    ("Tags Ferries Storm Varn Harbour Four anglers were lost in the bay on Sunday after a storm a monitor "
     "said.",
     "Four anglers were lost in the bay on Sunday after a storm"),
    ("The World War Two veterans said the bridge was shut.", "the bridge was shut"),
]  # fmt: skip


def rows(text: str) -> list[tuple[str, str]]:
    """Return source and content of each statement for which somebody is quoted, gaps as an ellipsis."""
    return [
        (s.source.name, " … ".join(text[start:end] for start, end in s.spans.content))
        for s in attributed(text)
    ]


@pytest.mark.parametrize(("text", "source", "content"), PARTED)
def test_what_is_said_keeps_its_last_words(text: str, source: str, content: str) -> None:
    assert rows(text) == [(source, content)]


@pytest.mark.parametrize(("text", "expected"), LINKED)
def test_each_speaker_has_his_own_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_in_two_parts_is_one_source(text: str, name: str) -> None:
    assert said(text).source.name == name


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nobody_is_quoted(text: str) -> None:
    assert [row for row in rows(text) if row[1] != "The port was shut on the orders of the mayor"] == []


@pytest.mark.parametrize(("text", "content"), KEPT)
def test_the_subject_of_what_is_said_is_kept(text: str, content: str) -> None:
    assert rows(text) == [("Observatory", content)]


@pytest.mark.parametrize(("text", "content"), BEGUN)
def test_a_number_begins_a_sentence_after_a_heading(text: str, content: str) -> None:
    assert rows(text)[0][1] == content


def test_a_comma_stands_before_while_and_after_a_long_description() -> None:
    text = "The port was shut on Sunday a clerk said while adding that it would open in a week or so."
    assert "said,while adding" in with_commas(text)
    text = (
        '"It was an awful night for us" Peter Hale head of the Lissau Committee of the Green and Blue '
        "Cross said."
    )
    assert 'us",Peter Hale' in with_commas(text)
