"""The day of a report: the date printed above its body, else when it was published."""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from corpus.article import Article
from corpus.blocks import Block, BlockKind
from corpus.dates import printed_day

_DATED = (BlockKind.DATELINE, BlockKind.BOILERPLATE)


def report_day(article: Article, blocks: Iterable[Block]) -> date | None:
    """Return the day from which "on Tuesday" counts.

    A date with day, month and year in a date line or label before the body wins over
    `article.published`, which in collected reports is often days off.
    """
    head = takewhile(lambda block: block.kind is not BlockKind.BODY, blocks)
    for block in head:
        if block.kind in _DATED:
            printed = printed_day(article.text[block.start : block.end], article.published)
            if printed is not None:
                return printed
    return article.published
