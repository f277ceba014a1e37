"""What a whole paragraph is: caption, dateline, boilerplate, headline or heading."""

import re

from corpus.blocks.block import BlockKind
from corpus.blocks.patterns import CAPTION_VERB, CREDIT, LINE
from corpus.statement import Span

_LONGEST_LINE = 600
_LONGEST_HEADLINE = 150
_LONGEST_HEADING = 80
_SENTENCE_CASE_WORDS = 6
_TITLE_CASE_WORDS = 12
_MOSTLY = 0.6
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S")
_ENDS_LIKE_PROSE = re.compile(r"[.!?:;,…\"”’')\]–—-]$")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_QUOTE_OR_ITEM = re.compile(r"[\"“‘'«>*•–—-]|\d+[.)]\s")
_SAYING = re.compile(r"\b(?:says?|said|told|tells?|denied|denies|added)\b", re.IGNORECASE)


def line_kind(line: str) -> BlockKind | None:
    """Return the kind of a paragraph that a pattern recognises as a whole, None otherwise."""
    if len(line) > _LONGEST_LINE:
        return None
    for piece in LINE:
        if piece.pattern.fullmatch(line):
            return piece.kind
    credit = CREDIT.search(line)
    if credit and credit.end() >= len(line.rstrip(".")) and CAPTION_VERB.search(line) and not _says(line):
        return BlockKind.CAPTION
    return None


def is_untitled_headline(text: str, spans: list[Span], order: int) -> bool:
    """Tell whether the first paragraph is a headline, going by its shape and what follows it."""
    start, end = spans[order]
    if order > 0 or not 0 < end - start <= _LONGEST_HEADLINE:
        return False
    following = [text[first:last] for first, last in spans[1:6]]
    sentences = sum(_SENTENCE.search(paragraph) is not None for paragraph in following)
    return (
        sentences * 2 > len(following)
        and _ENDS_LIKE_PROSE.search(text[start:end]) is None
        and _QUOTE_OR_ITEM.match(text[start:end]) is None
    )


def is_heading(text: str, spans: list[Span], order: int) -> bool:
    """Tell whether a paragraph is a heading: Markdown's, or a short line above a longer one.

    A heading has no closing mark, opens no quotation and tells of nobody's words.
    """
    start, end = spans[order]
    if end - start > _LONGEST_HEADING:
        return False
    line = text[start:end]
    if _MARKDOWN_HEADING.match(line):
        return True
    shaped = not (_ENDS_LIKE_PROSE.search(line) or _QUOTE_OR_ITEM.match(line) or _says(line))
    longer = order + 1 < len(spans) and spans[order + 1][1] - spans[order + 1][0] > end - start
    return shaped and longer and _titled(line.split()) and _prose_around(text, spans, order)


def _titled(words: list[str]) -> bool:
    capitals = sum(word[0].isupper() for word in words)
    if not words[0][0].isupper():
        return False
    return len(words) <= _SENTENCE_CASE_WORDS or (
        len(words) <= _TITLE_CASE_WORDS and capitals >= _MOSTLY * len(words)
    )


def _prose_around(text: str, spans: list[Span], order: int) -> bool:
    """Tell whether the text keeps its full stops, so that a line without one stands out."""
    start, end = spans[order + 1]
    return _SENTENCE.search(text[start:end]) is not None


def _says(line: str) -> bool:
    return _SAYING.search(line) is not None
