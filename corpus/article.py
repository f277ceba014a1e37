"""The article: one news report, as it came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One report and what is known about it.

    `text` is stored exactly as it was read; every offset in the program counts characters
    of it. `metadata` holds the keys of a JSONL or CSV row that have no field of their own.
    """

    id: str
    title: str
    text: str
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    language: str = "en"
    metadata: Mapping[str, str] = field(default_factory=dict)
