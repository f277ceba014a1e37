"""What grading reads of the index."""

from collections.abc import Sequence
from typing import Protocol

from corpus.article import Article
from corpus.passage import Passage
from corpus.statement import Statement


class Library(Protocol):
    """The stored reports, as `index.index.Index` gives them."""

    def article(self, article_id: str, /) -> Article | None:
        """Return the article, or None when there is none of that id."""
        ...

    def passages(self, article_id: str, /) -> Sequence[Passage]:
        """Return the article's passages, in the order of its text."""
        ...

    def statements(self, passage_ids: Sequence[str], /) -> Sequence[Statement]:
        """Return the statements of these passages."""
        ...
