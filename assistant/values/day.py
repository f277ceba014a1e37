"""Days: when something happened."""

from dataclasses import dataclass
from datetime import date

from assistant.answer import Cause, Relation
from assistant.values.comparison import Difference
from corpus.dates import named_days


@dataclass(frozen=True, slots=True)
class Day:
    """The day that a statement gives."""

    label: str
    day: date

    def differs(self, other: "Day") -> Difference | None:
        """Days differ where they are not the same."""
        return None if self.day == other.day else Difference(Relation.CONTRADICTS, Cause.DATE)


def day(text: str, base: date | None) -> Day | None:
    """Return the first day that `text` names, read against the day of its report."""
    first = next(named_days(text, base), None)
    return Day(text[first.start : first.end], first.day) if first else None
