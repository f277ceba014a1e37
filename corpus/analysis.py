"""Analysis: an article in, its passages and statements out."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from corpus.article import Article
from corpus.attribution.paragraph import Paragraph
from corpus.blocks import BlockKind, blocks
from corpus.parsing import MAX_CHARACTERS, Parser, SpacyParser
from corpus.report import Report
from corpus.segmentation import passages
from corpus.statement import Span
from corpus.statements import statements

_BATCH = 32
"""Articles whose paragraphs are parsed together."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


class Analyst:
    """Reads articles into reports."""

    def __init__(self, parser: Parser | None = None) -> None:
        self._parser = parser or SpacyParser()

    def reports(self, articles: Iterable[Article]) -> Iterator[Report]:
        """Yield a report an article, in order, parsing many articles' paragraphs at once."""
        waiting = iter(articles)
        while batch := list(islice(waiting, _BATCH)):
            stretches = [_body(article) for article in batch]
            texts = [a.text[s:e] for a, spans in zip(batch, stretches, strict=True) for s, e in spans]
            docs = iter(self._parser.parse(texts))
            for article, spans in zip(batch, stretches, strict=True):
                parsed = [Paragraph(next(docs), start, article.text[start:end]) for start, end in spans]
                yield _report(article, parsed)


def _report(article: Article, paragraphs: list[Paragraph]) -> Report:
    cut = passages(article, paragraphs)
    return Report(article, cut, statements(article, cut, paragraphs))


def _body(article: Article) -> list[Span]:
    """Return the body blocks of an article, none longer than the parser takes at once."""
    whole = [(block.start, block.end) for block in blocks(article) if block.kind is BlockKind.BODY]
    return [piece for start, end in whole for piece in _pieces(article.text, start, end)]


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
