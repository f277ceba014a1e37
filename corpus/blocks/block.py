"""The block: a stretch of a report's text that is of one kind."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of text is for. Only the body says what happened and who says so."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """The characters `text[start:end]` of an article's text, without white space at its ends."""

    start: int
    end: int
    kind: BlockKind
