"""Cutting: an article's text into blocks, rule by rule."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.blocks.block import Block, BlockKind
from corpus.blocks.head import peel_head, peel_place
from corpus.blocks.inside import inside
from corpus.blocks.lines import is_heading, is_untitled_headline, line_kind
from corpus.blocks.paragraphs import paragraphs
from corpus.blocks.tail import peel_tail
from corpus.blocks.title import Title
from corpus.readers.titles import first_title
from corpus.statement import Span

_LAST_PARAGRAPHS = 3
_Cut = tuple[list[Block], list[Span]]


def blocks(article: Article) -> tuple[Block, ...]:
    """Cut an article's text into blocks.

    They are disjoint and in order, and every character that is not white space lies in
    exactly one of them. What no rule recognises is body; so is the headline of a report that
    has nothing else. Never raises, whatever the text.
    """
    text = article.text
    spans = paragraphs(text)
    lines, left = _whole_lines(text, spans)
    head, left = _head(text, left, Title.of(_given_title(article, spans)))
    tail, left = _tail(text, left)
    within = _within(text, left, several=len(spans) > 1)
    found = sorted([*lines, *head, *tail, *within], key=lambda block: block.start)
    return tuple(found if any(block.kind is BlockKind.BODY for block in found) else _flash(found))


def _flash(found: list[Block]) -> Iterator[Block]:
    """Make the headlines of a report that has nothing else its body: they are its news."""
    for block in found:
        is_headline = block.kind is BlockKind.HEADLINE
        yield Block(block.start, block.end, BlockKind.BODY) if is_headline else block


def _given_title(article: Article, spans: list[Span]) -> str:
    """Return the title, or nothing where it was only made from the body's first sentence."""
    if not spans or article.title != first_title(article.text):
        return article.title
    first = article.text[spans[0][0] : spans[0][1]]
    return article.title if len(spans) > 1 and first == article.title else ""


def _whole_lines(text: str, spans: list[Span]) -> _Cut:
    """Find the paragraphs that are captions, datelines or boilerplate as a whole."""
    found, left = [], []
    for start, end in spans:
        if kind := line_kind(text[start:end]):
            found.append(Block(start, end, kind))
        else:
            left.append((start, end))
    return found, left


def _head(text: str, spans: list[Span], title: Title) -> _Cut:
    """Find what stands before the body, paragraph by paragraph until one has body left."""
    found: list[Block] = []
    for order, (start, end) in enumerate(spans):
        if title.covers(text[start:end]) or is_untitled_headline(text, spans, order):
            found.append(Block(start, end, BlockKind.HEADLINE))
            continue
        peeled = peel_head(text, start, end, title)
        found += peeled
        if not peeled:
            return found, spans[order:]
        if peeled[-1].end < end:
            body = end - len(text[peeled[-1].end : end].lstrip())
            return found, [(body, end), *spans[order + 1 :]]
    return found, []


def _tail(text: str, spans: list[Span]) -> _Cut:
    """Find what stands after the body, from the last paragraph back until one has body left."""
    found: list[Block] = []
    left = list(spans)
    while left and len(spans) - len(left) < _LAST_PARAGRAPHS:
        start, end = left[-1]
        peeled = peel_tail(text, start, end, sign_off=len(spans) == 1)
        found += peeled
        if not peeled:
            break
        body = len(text[start : peeled[0].start].rstrip())
        left[-1:] = [(start, start + body)] if body else []
        if body:
            break
    return found, left


def _within(text: str, spans: list[Span], several: bool) -> Iterator[Block]:
    """Yield headings, place lines, what interrupts the body, and the body itself."""
    for order, (start, end) in enumerate(spans):
        if several and is_heading(text, spans, order):
            yield Block(start, end, BlockKind.HEADING)
            continue
        place = peel_place(text, start, end)
        after = place.end if place else start
        found = [*([place] if place else []), *inside(text, after, end)]
        yield from _with_body(text, start, end, found)


def _with_body(text: str, start: int, end: int, found: list[Block]) -> Iterator[Block]:
    """Yield the found blocks of a paragraph, and as body what lies between them."""
    for block in found:
        yield from _trimmed(text, start, block.start, BlockKind.BODY)
        yield from _trimmed(text, block.start, block.end, block.kind)
        start = block.end
    yield from _trimmed(text, start, end, BlockKind.BODY)


def _trimmed(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """Yield the stretch without the white space at its ends, nothing if that is all of it."""
    words = text[start:end].strip()
    if words:
        first = end - len(text[start:end].lstrip())
        yield Block(first, first + len(words), kind)
