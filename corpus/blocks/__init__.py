"""Blocks: headline, date line, captions and boilerplate told apart from the body of a report."""

from corpus.blocks.block import Block, BlockKind
from corpus.blocks.cutting import blocks

__all__ = ["Block", "BlockKind", "blocks"]
