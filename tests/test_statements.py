"""Statements of whole texts: relays, spans, narration; whatever the text, in time that grows with it."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.statement import Form
from tests.made_statements import attributed, report

RELAYS = [
    ("Dora Hale told Reuters that the bridge was open.", "Dora Hale", ("Reuters",)),
    ("A doctor at the clinic told AFP by telephone that it was full.", "doctor at the clinic", ("AFP",)),
    ("Dora Hale told reporters that the bridge was open.", "Dora Hale", ()),
    ("Dora Hale told The Lantern that the bridge was open.", "Dora Hale", ()),
    ('"The bridge is open again today," Dora Hale said in an interview with the Harbour Post.',
     "Dora Hale", ("Harbour Post",)),
    ("The bridge is open, the Vesper news agency quoted Dora Hale as saying.", "Dora Hale", ("Vesper",)),
    ("TASS reported that the ministry said the bridge was open.", "ministry", ("TASS",)),
    ("Dora Hale said the army had confirmed that the bridge was open.", "army", ("Dora Hale",)),
]  # fmt: skip
REPORT = """Bridge opens

Workers cross the bridge at Tarnby, April 15, 2019. PHOTO: LANTERN

TARNBY (The Lantern) - The bridge at Tarnby was opened on Monday.

The mayor, Dora Hale, said the work had cost 3 million crowns. "It was worth every crown," she said. \
The bridge had been shut for two years.
"""


@pytest.mark.parametrize(("text", "source", "via"), RELAYS)
def test_who_passed_it_on(text: str, source: str, via: tuple[str, ...]) -> None:
    found = {statement.source.name: statement.via for statement in attributed(text)}
    assert found[source] == via


def test_what_nobody_is_quoted_for_is_the_outlets_own() -> None:
    narrated = [s for s in report(REPORT, title="Bridge opens").statements if s.form is Form.NARRATION]
    assert [(s.source.name, s.source.kind, s.content) for s in narrated] == [
        ("The Lantern", "outlet", "The bridge at Tarnby was opened on Monday."),
        ("The Lantern", "outlet", "The bridge had been shut for two years."),
    ]


def test_spans_are_of_the_articles_text() -> None:
    made = report(REPORT, title="Bridge opens")
    quoted = made.statements[2]
    assert quoted.content == '"It was worth every crown,"'
    assert [made.article.text[start:end] for start, end in quoted.spans.cue] == ["said"]
    assert [made.article.text[start:end] for start, end in quoted.spans.source] == ["she"]
    start, end = quoted.spans.quote
    assert made.article.text[start:end] == '"It was worth every crown," she said.'


def test_ids_count_the_statements_of_a_passage() -> None:
    made = report(REPORT, title="Bridge opens")
    assert [statement.id for statement in made.statements] == [
        "made#p0s0",
        "made#p1s0",
        "made#p1s1",
        "made#p1s2",
    ]


def test_two_sources_make_two_statements() -> None:
    first, second = attributed("The army and the ministry said the bridge was open.")
    assert (first.source.name, second.source.name) == ("army", "ministry")
    assert first.spans == second.spans


def test_a_sentence_whose_source_cannot_speak_is_narration() -> None:
    (statement,) = report("The flood claimed that the whole village had gone.").statements
    assert statement.source.name == "The Lantern"


WORDS = st.sampled_from(
    "the a of village official said told that he it they which who Reuters Dora Hale Army as saying "
    "according to on Tuesday May 31 2019 1070 and or al- 's é one".split()
    + list("\"“”',.:;-–()[]\n\u200b\x00")
    + ["\n\n"]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(WORDS, max_size=80).map(" ".join), st.text(max_size=200)))
def test_no_text_makes_it_raise(text: str) -> None:
    made = report(text)
    for statement in made.statements:
        for start, end in (statement.spans.quote, *statement.spans.content, *statement.spans.source):
            assert 0 <= start < end <= len(text)
        assert statement.source.name


def test_a_long_chain_of_phrases_does_not_exhaust_the_stack() -> None:
    text = "The head " + "of the office " * 1200 + "said the bridge was open."
    assert report(text).passages


@pytest.mark.slow
def test_time_grows_with_the_text() -> None:
    def seconds(repeats: int) -> float:
        start = time.process_time()
        assert len(report(REPORT * repeats).statements) >= repeats
        return time.process_time() - start

    seconds(20)
    assert seconds(1600) < 30 * seconds(160)  # ten times the text; were it quadratic, a hundred times
