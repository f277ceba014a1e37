"""What is embedded: the words of passages and of statements."""

import hashlib
from collections.abc import Iterator

from corpus.report import Report
from corpus.statement import Statement

HASH_BYTES = 16


def words_of(statement: Statement, text: str) -> str:
    """Return the sentences of an article's text that a statement stands in, and what their anaphors mean."""
    start, end = statement.spans.quote
    return " ".join((text[start:end], *statement.referents))


def texts_of(report: Report) -> Iterator[str]:
    """Yield every text of a report that has an embedding."""
    yield from (passage.text for passage in report.passages)
    yield from (words_of(statement, report.article.text) for statement in report.statements)


def text_hash(text: str) -> bytes:
    """Return the BLAKE2b hash by which equal texts share an embedding."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=HASH_BYTES).digest()
