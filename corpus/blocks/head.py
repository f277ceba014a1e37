"""What stands before the body: copies of the title, dates, places, agencies, bylines."""

import re
from collections.abc import Iterator

from corpus.blocks.block import Block, BlockKind
from corpus.blocks.patterns import ACRONYMS, HEAD, PLACE, Piece
from corpus.blocks.title import Title

_SPACE = re.compile(r"\s*")
_MOST_PIECES = 12
_WINDOW = 600
_FARTHEST_TITLE = 120
_BYLINE = re.compile(r"(?:[A-Z][\w'’-]+\s+){1,7}[A-Z][\w'’-]+\.(?=\s+[\"“]?[A-Z0-9])")
_CAPITALS = re.compile(r"([A-Z][A-Z'’-]{4,}(?:\s[A-Z]{3,})?)(?=\s+[\"“]?(?:[A-Z][a-z]|\d|A\s))")
_SEARCHED = 20_000


def peel_head(text: str, start: int, end: int, title: Title) -> list[Block]:
    """Return the blocks that stand, one directly after another, before the body of a paragraph."""
    found: list[Block] = []
    while start < end and len(found) < _MOST_PIECES:
        block = next(_candidates(text, start, end, title, found), None)
        if block is None:
            break
        found.append(block)
        start = _skip_space(text, block.end, end)
    return found


def peel_place(text: str, start: int, end: int) -> Block | None:
    """Return the place line, such as "BEIRUT (Reuters) -", that a paragraph begins with."""
    return next(_pieces(PLACE, text, start, end, after=False), None)


def _candidates(text: str, start: int, end: int, title: Title, found: list[Block]) -> Iterator[Block]:
    """Yield what may be the next block, the surest first."""
    if stop := title.copy_end(text, start, end):
        yield Block(start, stop, BlockKind.HEADLINE)
    yield from _pieces(HEAD, text, start, end, after=bool(found))
    if found:
        yield from _between(text, start, end, title)
        yield from _unmarked(text, start, end, found[-1].kind)
    yield from _pieces(PLACE, text, start, end, after=True)


def _pieces(pieces: tuple[Piece, ...], text: str, start: int, end: int, after: bool) -> Iterator[Block]:
    for piece in pieces:
        if piece.after and not after:
            continue
        match = piece.pattern.match(text, start, min(end, start + _WINDOW))
        if match and (stop := start + len(match[0].rstrip())) > start:
            yield Block(start, stop, piece.kind)


def _between(text: str, start: int, end: int, title: Title) -> Iterator[Block]:
    """Yield what parts a date from the copy of the title soon after it: a byline or a label."""
    copy = title.find_copy(text, start, min(end, start + _FARTHEST_TITLE))
    if copy is None or copy == start:
        return
    gap = text[start:copy].rstrip()
    if not re.search(r"[.!?]\s", gap):
        yield Block(start, start + len(gap), BlockKind.BOILERPLATE)


def _unmarked(text: str, start: int, end: int, before: BlockKind) -> Iterator[Block]:
    """Yield a byline that follows the headline, or a place in capitals that follows the date.

    Capitals that come again in the text are an organisation's name, not a place.
    """
    byline = _BYLINE.match(text, start, end)
    if byline and before is BlockKind.HEADLINE:
        yield Block(start, byline.end(), BlockKind.BOILERPLATE)
    place = _CAPITALS.match(text, start, end)
    if place and before is BlockKind.DATELINE and place[1] not in ACRONYMS:
        again = text.find(place[1], place.end(), place.end() + _SEARCHED)
        if again < 0:
            yield Block(start, place.end(1), BlockKind.DATELINE)


def _skip_space(text: str, start: int, end: int) -> int:
    space = _SPACE.match(text, start, end)
    return space.end() if space else start
