"""The report: an article with its passages and statements, ready to be stored."""

from dataclasses import dataclass

from corpus.article import Article
from corpus.passage import Passage
from corpus.statement import Statement


@dataclass(frozen=True, slots=True)
class Report:
    """What reading one article yields, in the order of its text."""

    article: Article
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
