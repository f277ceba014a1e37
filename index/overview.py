"""What an index holds, at a glance."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ArticleOverview:
    """One article of a list: what it is, and how many passages and statements it has."""

    id: str
    title: str
    outlet: str | None
    published: date | None
    passages: int
    statements: int


@dataclass(frozen=True, slots=True)
class Stats:
    """How much an index holds, and what made it.

    `sources` counts distinct names of sources; `first` and `last` are the earliest and latest
    publication dates; `dimension` is the length of an embedding.
    """

    articles: int
    passages: int
    statements: int
    sources: int
    outlets: int
    first: date | None
    last: date | None
    encoder: str
    dimension: int
