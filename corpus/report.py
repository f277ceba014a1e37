"""The report: an article with its passages and statements, ready to be stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.article import Article
from corpus.passage import Passage
from corpus.statement import Statement


@dataclass(frozen=True, slots=True)
class Report:
    """What reading one article yields, in the order of its text.

    `parses` are those of the passages with statements, packed (`corpus.parse`), by the passages' ids.
    """

    article: Article
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    parses: Mapping[str, bytes] = field(default_factory=dict)
