"""Gold statements, located in the stored reports."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.errors import SaysWhoError
from corpus.statement import Span
from eval.cases import Case, GoldStatement
from eval.library import Library


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold statement, the index of its position in the case, and where its quote stands.

    `spans` has one span for each time the article's text holds the quote, or the one that its offsets
    name; it is empty when the article is not in the index or holds other words.
    """

    statement: GoldStatement
    position: int
    spans: tuple[Span, ...]


def locate(case: Case, library: Library) -> tuple[Gold, ...]:
    """Return the case's statements in order, each found in its article.

    A quote is found by exact comparison; offsets must lie inside the text.
    """
    return tuple(
        Gold(statement, number, _spans(statement, library))
        for number, position in enumerate(case.positions)
        for statement in position.statements
    )


def check(cases: Sequence[Case], library: Library) -> None:
    """Raise SaysWhoError when the cases quote articles and none of them is in the index."""
    articles = {gold.statement.article for case in cases for gold in locate(case, library)}
    if articles and not any(library.article(article) for article in articles):
        raise SaysWhoError(
            f"none of the {len(articles)} articles the cases quote is in the index; "
            "add the reports with `python -m index add`, or name another index with --index"
        )


def _spans(statement: GoldStatement, library: Library) -> tuple[Span, ...]:
    article = library.article(statement.article)
    text = article.text if article else ""
    if statement.quote is not None:
        return tuple(match.span() for match in re.finditer(re.escape(statement.quote), text))
    start, end = statement.start, statement.end
    return ((start, end),) if start is not None and end is not None and end <= len(text) else ()
