"""The timeline of an answer that changed: when each position was first held, and by whom."""

from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer, Citation, Position, Verdict


@dataclass(frozen=True, slots=True)
class Moment:
    """A position on the day from which it was held; `day` is None where no report gives one."""

    day: date | None
    position: Position

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the names of who held it, each once."""
        return tuple(dict.fromkeys(each.statement.source.name for each in self.position.citations))


def timeline(answer: Answer) -> tuple[Moment, ...]:
    """Return the positions of an answer that changed, in its order: the earlier first. Else nothing."""
    if answer.verdict is not Verdict.CHANGED:
        return ()
    return tuple(Moment(_first_day(position), position) for position in answer.positions)


def _first_day(position: Position) -> date | None:
    return min(filter(None, map(said_on, position.citations)), default=None)


def said_on(citation: Citation) -> date | None:
    """Return the day on which it was said, as far as is known: else that of the report."""
    return citation.statement.said_on or citation.article.published
