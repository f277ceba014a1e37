"""What comes of reading: an article, or why there is none."""

from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, or one row of a file, that yielded no article.

    `reason` is one line; it names the line of the file where only that line was skipped.
    """

    path: Path
    reason: str


Outcome = Article | Skipped
"""What a reader yields."""
