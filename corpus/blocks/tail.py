"""What stands after the body: agencies, sources, editors, tags, and the site's own menus."""

import re

from corpus.blocks.block import Block, BlockKind
from corpus.blocks.patterns import TAIL
from corpus.blocks.sentences import ends_sentence

_MOST_PIECES = 12
_WINDOW = 2600
_SIGN_OFF = re.compile(
    r"([.!?])[\"”’')]*\s+((?:(?:[A-Z0-9]|[a-z]{2}-[A-Z])[\w.'’-]*(?:\s*/\s*|\s+|$)){1,6})$"
)
_LONGEST_SIGN_OFF = 80


def peel_tail(text: str, start: int, end: int, sign_off: bool) -> list[Block]:
    """Return the blocks that stand, one directly before another, at the end of a paragraph.

    With `sign_off`, capitalised words after the last sentence ("SSH 11", "Twitter") count too.
    """
    found: list[Block] = []
    while start < end and len(found) < _MOST_PIECES:
        block = _last(text, start, end) or (_sign_off(text, start, end) if sign_off else None)
        if block is None:
            break
        found.append(block)
        end = start + len(text[start : block.start].rstrip())
    return found[::-1]


def _last(text: str, start: int, end: int) -> Block | None:
    for piece in TAIL:
        match = piece.pattern.search(text, max(start, end - _WINDOW), end)
        if match:
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            return Block(begin, end, piece.kind)
    return None


def _sign_off(text: str, start: int, end: int) -> Block | None:
    match = _SIGN_OFF.search(text, max(start, end - _LONGEST_SIGN_OFF), end)
    if match and ends_sentence(text, match.start(1)):
        return Block(match.start(2), end, BlockKind.BOILERPLATE)
    return None
