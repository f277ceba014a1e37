"""The comparer: tells a change from a conflict between two statements that answer differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.excerpt import Excerpt


@dataclass(frozen=True, slots=True)
class Pair:
    """Two excerpts that answer one question, and how many days after the first the second was published."""

    first: Excerpt
    second: Excerpt
    days: int


class Comparer(Protocol):
    """Reads a question beside two excerpts that answer it differently."""

    def change(self, question: str, pairs: Sequence[Pair]) -> list[float]:
        """Return how likely each pair differs since time went on, as logits: (pairs,)."""
