"""Broken text: extraction raises on none of it, keeps its spans in bounds, and takes linear time."""

import random
import re
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.analysis import Analyst
from corpus.article import Article
from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.parsing import SpacyParser

PARSER = SpacyParser()

NEWS = (
    "LISSAU — Mayor Mara Denk said the dam was safe.",
    '"The water came fast," said Lena Horn, a doctor. "We had no time to leave.',
    "The agency quoted a spokesman as saying that 'the road was open', according to the Post.",
    'DENK: We never saw that report: "nobody sent it." — Piet Zand, 71',
    "Asked whether she would resign, Denk, who leads the council, said she had no such plan:",
    "The company's denial of the leak, the union said, was a lie, but the army denied it.",
)
BROKEN_OFF = ("The clerk resigned to protest against the governor", "It was led by Ann Lee Denk, president")
MARKS = ",.;:\"“”‘’'«»()—-!?…\u200b\u00a0\u202e\ufeff\x00"

mangled = st.builds(
    lambda lines, drop, extra, dice: _mangled(" ".join(lines), drop, extra, dice),
    st.lists(st.sampled_from(NEWS), min_size=1, max_size=4),
    st.floats(0, 0.6),
    st.text(st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cs"])), max_size=12),
    st.randoms(use_true_random=False),
)


def _mangled(text: str, drop: float, extra: str, dice: random.Random) -> str:
    """Drop marks, double some, and put stray characters between the words."""
    kept = "".join(c * dice.choice((0, 1, 2)) if c in MARKS and dice.random() < drop else c for c in text)
    words = kept.split(" ")
    for character in extra:
        words.insert(dice.randrange(len(words) + 1), character)
    return " ".join(words)


def _paragraphs(texts: list[str]) -> list[Paragraph]:
    docs = PARSER.parse(texts)
    return [Paragraph(doc, 0, text) for text, doc in zip(texts, docs, strict=True)]


def test_texts_that_break_off_anywhere_never_raise() -> None:
    words = [line.split(" ") for line in (*NEWS, *BROKEN_OFF)]
    texts = [" ".join(line[:end]) for line in words for end in range(1, len(line) + 1)]
    reports = Analyst(PARSER).reports(Article(f"a{n}", "", text) for n, text in enumerate(texts))
    assert len(list(reports)) == len(texts)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(mangled, min_size=1, max_size=3))
def test_mangled_news_never_raises(texts: list[str]) -> None:
    for relation in relations(_paragraphs(texts)):
        length = len(relation.paragraph.original)
        spans = relation.paragraph.spans(relation.content)
        assert spans == tuple(sorted(spans))
        assert all(0 <= start < end <= length for start, end in spans)
        assert any(token.is_alpha for token in relation.content)
        cue = {token.i for token in relation.cue if relation.cited is None}
        assert not cue & {token.i for token in relation.content}


def test_content_keeps_the_order_of_the_text_where_arcs_cross() -> None:
    text = "The agency quoted a ; spokesman as saying that 'the road was open', according to the Post."
    for relation in relations(_paragraphs([text])):
        assert list(relation.content) == sorted(relation.content, key=lambda token: token.i)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_at_all_never_raises(text: str) -> None:
    for relation in relations(_paragraphs([text])):
        assert relation.content


@pytest.mark.parametrize("text", ["", " ", '"', '""', ":", "—", "said", "said:", '"," said', "according to"])
def test_scraps_give_nothing(text: str) -> None:
    assert relations(_paragraphs([text])) == []


FRAGMENTS = [
    "Under fire, according to the radio.",
    "Up and up, according to Denk",
    "Over there according to her",
    "From the dam, said of it",
    "As put by",
]


@pytest.mark.parametrize("text", FRAGMENTS)
def test_fragments_without_a_verb_end(text: str) -> None:
    assert len(relations(_paragraphs([text]))) <= 1


@pytest.mark.slow
def test_ten_times_the_paragraphs_take_about_ten_times_as_long() -> None:
    once = _paragraphs([*NEWS] * 20)
    many = _paragraphs([*NEWS] * 200)
    relations(once)
    assert _seconds(many) < 30 * _seconds(once)


@pytest.mark.slow
def test_a_long_paragraph_full_of_quotations_takes_linear_time() -> None:
    text = " ".join(re.sub(r"\s+", " ", line) for line in NEWS)
    short, long = _paragraphs([text * 6]), _paragraphs([text * 60])
    assert _seconds(long) < 50 * _seconds(short)  # ten times the text; were it quadratic, a hundred times


def _seconds(paragraphs: list[Paragraph]) -> float:
    """Return the processor time that the rules take over paragraphs, the least of three runs."""
    taken = []
    for _ in range(3):
        start = process_time()
        relations(paragraphs)
        taken.append(process_time() - start)
    return min(taken)
