"""Analysis: an article in, its passages and statements out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from corpus.article import Article
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.blocks import BlockKind, blocks
from corpus.dateline import report_day
from corpus.parse import cut, pack
from corpus.parsing import MAX_CHARACTERS, Parser, SpacyParser
from corpus.passage import Passage
from corpus.readers.naming import FILE
from corpus.readers.outcome import Skipped
from corpus.report import Report
from corpus.segmentation import passages
from corpus.statement import Span, Statement
from corpus.statements import attributed, statements

_BATCH = 32
"""Articles whose paragraphs are parsed together."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


class Analyst:
    """Reads articles into reports."""

    def __init__(self, parser: Parser | None = None) -> None:
        self._parser = parser or SpacyParser()

    def reports(self, articles: Iterable[Article]) -> Iterator[Report]:
        """Yield a report an article, in order, parsing many articles' paragraphs at once."""
        for layout, paragraphs in self._parsed(articles):
            yield _report(layout, paragraphs)

    def outcomes(self, articles: Iterable[Article]) -> Iterator[Report | Skipped]:
        """Yield what `reports` does, but for an article that cannot be analysed the reason.

        One such article never stops the rest.
        """
        waiting = iter(articles)
        while batch := list(islice(waiting, _BATCH)):
            try:
                yield from list(self.reports(batch))  # a list, so that none comes twice
            except Exception:  # whatever a text brings to light, here or in a library
                yield from map(self._outcome, batch)

    def _outcome(self, article: Article) -> Report | Skipped:
        try:
            return next(self.reports([article]))
        except Exception as error:
            told = " ".join(f"{type(error).__name__}: {error}".split())
            return Skipped(Path(article.metadata.get(FILE, article.id)), f"cannot be analysed: {told}")

    def relations(self, articles: Iterable[Article]) -> Iterator[list[Relation]]:
        """Yield each article's relations in the order of its text, those included that name no source."""
        yield from map(attributed, self.paragraphs(articles))

    def paragraphs(self, articles: Iterable[Article]) -> Iterator[list[Paragraph]]:
        """Yield each article's body, parsed, in stretches no longer than the parser takes at once."""
        for _, paragraphs in self._parsed(articles):
            yield paragraphs

    def _parsed(self, articles: Iterable[Article]) -> Iterator[tuple["_Layout", list[Paragraph]]]:
        waiting = iter(articles)
        while batch := list(islice(waiting, _BATCH)):
            layouts = [_layout(article) for article in batch]
            texts = [layout.article.text[start:end] for layout in layouts for start, end in layout.body]
            docs = iter(self._parser.parse(texts))
            for layout in layouts:
                text = layout.article.text
                yield layout, [Paragraph(next(docs), start, text[start:end]) for start, end in layout.body]


@dataclass(frozen=True, slots=True)
class _Layout:
    """An article with its day and the stretches of its body, none longer than the parser takes at once."""

    article: Article
    day: date | None
    body: tuple[Span, ...]


def _layout(article: Article) -> _Layout:
    cut = blocks(article)
    whole = [(block.start, block.end) for block in cut if block.kind is BlockKind.BODY]
    pieces = tuple(piece for start, end in whole for piece in _pieces(article.text, start, end))
    return _Layout(article, report_day(article, cut), pieces)


def _report(layout: _Layout, paragraphs: list[Paragraph]) -> Report:
    found = passages(layout.article, paragraphs)
    said = statements(layout.article, found, paragraphs, layout.day)
    return Report(layout.article, found, said, _parses(found, said, paragraphs))


def _parses(
    found: Sequence[Passage], said: Sequence[Statement], paragraphs: Sequence[Paragraph]
) -> dict[str, bytes]:
    """Return the packed parses of the passages with statements."""
    telling = {statement.passage_id for statement in said}
    starts = [paragraph.start for paragraph in paragraphs]
    packed = {}
    for passage in found:
        if passage.id in telling:
            paragraph = paragraphs[bisect_right(starts, passage.start) - 1]
            span = (passage.start - paragraph.start, passage.end - paragraph.start)
            packed[passage.id] = pack(cut(paragraph.doc, [span]))
    return packed


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a stretch at the last sentence end, else at the last blank, before the parser's limit."""
    while end - start > MAX_CHARACTERS:
        limit = start + MAX_CHARACTERS
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
        cut = ends[-1] if ends else text.rfind(" ", start, limit) + 1
        cut = cut if cut > start else limit
        yield start, cut
        start = cut
    yield start, end
