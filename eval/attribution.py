"""Attribution gold in the form of PolNeAR, and our extractor's statements in the same form.

PolNeAR: Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.analysis import Analyst
from corpus.article import Article
from corpus.attribution.relation import Relation as FoundRelation
from corpus.statement import Span
from corpus.statements import spans
from eval.jsonl import load


@dataclass(frozen=True, slots=True)
class Part:
    """A source, cue or content as annotated: it may stand in several places."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """One annotated attribution."""

    source: tuple[Part, ...]
    cue: tuple[Part, ...]
    content: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated article."""

    id: str
    text: str
    attributions: tuple[GoldRelation, ...]
    title: str = ""
    date: datetime.date | None = None

    @property
    def article(self) -> Article:
        """Return the text as an article to be read."""
        return Article(self.id, self.title, self.text, published=self.date)

    @property
    def relations(self) -> tuple["Relation", ...]:
        """Return the annotated relations that have a content."""
        relations = (
            Relation(_spans(gold.source), _spans(gold.cue), _spans(gold.content))
            for gold in self.attributions
        )
        return tuple(relation for relation in relations if relation.content)


@dataclass(frozen=True, slots=True)
class Relation:
    """Who says what, as spans of the article's text; `source` and `cue` may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def load_documents(path: Path) -> tuple[Document, ...]:
    """Read annotated articles, one JSON object a line.

    Raises SaysWhoError, naming file and line, on anything else.
    """
    return load(path, Document)


def extract(documents: Iterable[Document]) -> Iterator[tuple[Relation, ...]]:
    """Yield what our extractor finds in each document, statements of the outlet left out.

    Relations that name no source count too, as the gold has them; users are shown only those whose
    source has a name.
    """
    for found in Analyst().relations(document.article for document in documents):
        yield tuple(located(relation) for relation in found)


def located(found: FoundRelation) -> Relation:
    """Return where the parts of a relation that our extractor found stand in the article's text."""
    where = spans(found)
    return Relation(where.source, where.cue, where.content)


def _spans(parts: Iterable[Part]) -> tuple[Span, ...]:
    return tuple(span for part in parts for span in part.spans)
