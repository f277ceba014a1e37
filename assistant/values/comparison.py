"""How two values stand to each other."""

from dataclasses import dataclass
from typing import Protocol, Self

from assistant.answer import Cause, Relation


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values that cannot both hold, or of which one holds only in part."""

    relation: Relation
    cause: Cause


class Value(Protocol):
    """What a statement answers to a question.

    `label` says it in words of the statement.
    """

    @property
    def label(self) -> str:
        """Return the value in words of the statement."""
        ...

    def differs(self, other: Self) -> Difference | None:
        """Return how the value differs from another of its kind, None where both can hold."""
        ...
