"""The candidate: a statement that may answer, with what is needed to judge it."""

from dataclasses import dataclass

from assistant.excerpt import Excerpt, excerpt
from corpus.article import Article
from corpus.statement import Statement
from index.hit import Hit

_BEFORE = 400
"""Characters before a passage that still belong to its context."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement of a retrieved passage; `speaker` is the key of its source across articles."""

    statement: Statement
    article: Article
    hit: Hit
    speaker: str

    @property
    def quote(self) -> str:
        """Return the sentences of the article that the statement stands in."""
        start, end = self.statement.spans.quote
        return self.article.text[start:end]

    @property
    def content(self) -> str:
        """Return the words of the content alone, without an attribution that stands among them."""
        return " ".join(self.article.text[start:end] for start, end in self.statement.spans.content)

    @property
    def before_content(self) -> str:
        """Return the part of the quote that stands before the content."""
        return self.article.text[self.statement.spans.quote[0] : self.statement.spans.content[0][0]]

    @property
    def own_words(self) -> str:
        """Return the quote with the names that its words stand for."""
        return " ".join((self.quote, *self.statement.referents))

    @property
    def excerpt(self) -> Excerpt:
        """Return what the models read."""
        return excerpt(self.article, self.statement)

    @property
    def context(self) -> str:
        """Return the passage and what stands just before it."""
        passage = self.hit.passage
        return self.article.text[max(passage.start - _BEFORE, 0) : passage.end]

    @property
    def source_names(self) -> str:
        """Return every name that the article gives the source, as one text."""
        source = self.statement.source
        parts = (source.name, source.organisation or "", source.role or "", *source.aliases)
        return " ".join(parts)
