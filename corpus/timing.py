"""When a statement was made, and of which day it speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.dates import NamedDay, named_days
from corpus.statement import DateBasis

_MOST_STEPS = 3
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """The days that the paragraphs of one report name; `base` is the report's own day."""

    base: date | None
    _days: dict[int, tuple[NamedDay, ...]] = field(default_factory=dict)

    def said_on(self, relation: Relation) -> tuple[date | None, DateBasis | None]:
        """Return the day of a statement: one named beside its cue, else the report's own."""
        stated = self._stated(relation)
        if stated is not None:
            return stated.day, DateBasis.STATED
        return self.base, DateBasis.INFERRED if self.base else None

    def event_on(self, relation: Relation) -> date | None:
        """Return the day that a content names, else one that its sentence names beside it."""
        found = self._first(relation.paragraph, relation.content)
        if found is not None or relation.rule == "continued":
            return found
        stated = self._stated(relation)
        content = set(relation.content)
        outside = [token for token in relation.content[0].sent if token not in content]
        days = [day for day in self._within(relation.paragraph, outside) if day != stated]
        return days[0].day if days and stated is not None else None

    def narrated_on(self, paragraph: Paragraph, tokens: Sequence[Token]) -> date | None:
        """Return the first day that the outlet's own sentence names."""
        return self._first(paragraph, tokens)

    def _first(self, paragraph: Paragraph, tokens: Sequence[Token]) -> date | None:
        return next((day.day for day in self._within(paragraph, tokens)), None)

    def _within(self, paragraph: Paragraph, tokens: Iterable[Token]) -> list[NamedDay]:
        starts = {token.idx for token in tokens if token.doc is paragraph.doc}
        return [day for day in self._named(paragraph) if day.start in starts]

    def _named(self, paragraph: Paragraph) -> tuple[NamedDay, ...]:
        if paragraph.start not in self._days:
            self._days[paragraph.start] = tuple(named_days(paragraph.original, self.base))
        return self._days[paragraph.start]

    def _stated(self, relation: Relation) -> NamedDay | None:
        if not relation.cue or relation.cue[0].doc is not relation.paragraph.doc:
            return None
        content = {token.i for token in relation.content}
        outside = {t.idx: t for t in relation.cue[0].sent if t.i not in content}
        for day in self._named(relation.paragraph):
            token = outside.get(day.start)
            if token is not None and (_depends(token, relation) or _beside(token, relation)):
                return day
        return None


def _depends(token: Token, relation: Relation) -> bool:
    """Tell whether a token depends on the cue, over a preposition or two."""
    current = token
    for _ in range(_MOST_STEPS):
        if current.head in relation.cue:
            return True
        if current.head.pos_ in ("VERB", "NOUN", "PROPN") and current.head.dep_ not in ("npadvmod", "pobj"):
            return False
        current = current.head
    return False


def _beside(token: Token, relation: Relation) -> bool:
    """Tell whether a token directly follows the cue: "said late on Tuesday"."""
    return 0 < token.i - relation.cue[-1].i <= _NEAREST
