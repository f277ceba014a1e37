"""The excerpt: the words of a statement, and where in its report they stand."""

import re
from dataclasses import dataclass

from corpus.article import Article
from corpus.statement import Span, Statement

_HEADLINE, _BEFORE = 200, 220
"""Characters of the headline, and before a statement's words, that are read with them at most."""

_ROOM = 500
"""Characters of a statement and of what stands before it: where that one is long, the other gives way."""

_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a model reads of a statement: its sentences and the names that words of them stand for.

    Before them stand the report's headline and the sentences that go before. `spans` of the text
    (characters) may hold an answer; the rest, an attribution or what another says, is read beside them.
    """

    text: str
    spans: tuple[Span, ...] = ()
    headline: str = ""
    before: str = ""


def excerpt(article: Article, statement: Statement) -> Excerpt:
    """Return the excerpt of a report that holds a statement."""
    start, end = statement.spans.quote
    spans = [(first - start, last - start) for first, last in statement.spans.content]
    text = article.text[start:end]
    for name in statement.referents:
        spans.append((len(text) + 1, len(text) + 1 + len(name)))
        text = f"{text} {name}"
    room = max(0, min(_BEFORE, _ROOM - len(text)))
    return Excerpt(text, tuple(spans), article.title[:_HEADLINE], _before(article.text, start, room))


def _before(text: str, start: int, room: int) -> str:
    """Return the whole sentences in the `room` characters before `start`, or the end of a long one."""
    found = text[max(0, start - room) : start].rstrip()
    if start > room:
        ended = _SENTENCE_END.search(found)
        found = found[ended.end() if ended else found.find(" ") + 1 :]
    return " ".join(found.split())
