"""Cutting an article into passages: its paragraphs, the long ones at sentences."""

from collections.abc import Iterable, Iterator

from corpus.article import Article
from corpus.attribution.paragraph import Paragraph
from corpus.passage import Passage, passage_id
from corpus.statement import Span

LONGEST = 110
"""Words of the longest paragraph that stays whole; the encoder reads about 190."""

WINDOW = 75
"""Words at which a run of sentences cut from a longer paragraph is full."""


def passages(article: Article, paragraphs: Iterable[Paragraph]) -> tuple[Passage, ...]:
    """Return the passages of an article, numbered in the order of its text."""
    stretches = [stretch for paragraph in paragraphs for stretch in _stretches(paragraph)]
    return tuple(
        Passage(passage_id(article.id, order), article.id, order, start, end, article.text[start:end])
        for order, (start, end) in enumerate(stretches)
    )


def _stretches(paragraph: Paragraph) -> Iterator[Span]:
    sentences = [
        (sentence.start_char, sentence.start_char + len(sentence.text.rstrip()), _length(sentence.text))
        for sentence in paragraph.doc.sents
        if sentence.text.strip()
    ]
    window = LONGEST if sum(length for *_, length in sentences) <= LONGEST else WINDOW
    run: list[tuple[int, int, int]] = []
    for sentence in sentences:
        if run and sum(length for *_, length in run) + sentence[2] > window:
            yield paragraph.start + run[0][0], paragraph.start + run[-1][1]
            run = []
        run.append(sentence)
    if run:
        yield paragraph.start + run[0][0], paragraph.start + run[-1][1]


def _length(text: str) -> int:
    return len(text.split())
