"""Voices: the citations of a position, a source that several reports carry counted once."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, Position
from corpus.resolution.identity import Aliases


@dataclass(frozen=True, slots=True)
class Voice:
    """A source's words, those it is quoted with elsewhere in the same report, and who else carries it."""

    first: Citation
    more: tuple[Citation, ...]
    carried: tuple[Citation, ...]

    @property
    def carriers(self) -> tuple[str, ...]:
        """Return the outlets, or failing that the titles, of the reports that carry it too; each once."""
        articles = (citation.article for citation in self.carried)
        return tuple(dict.fromkeys(article.outlet or article.title for article in articles))


def voices(position: Position, aliases: Aliases) -> tuple[Voice, ...]:
    """Group a position's citations by source, in the order of their markers."""
    by_source: dict[str, list[Citation]] = {}
    for citation in position.citations:
        by_source.setdefault(aliases.identity(citation.statement.source), []).append(citation)
    return tuple(_voice(group) for group in by_source.values())


def _voice(group: Sequence[Citation]) -> Voice:
    first, *rest = group
    more = tuple(citation for citation in rest if citation.article.id == first.article.id)
    return Voice(first, more, tuple(citation for citation in rest if citation not in more))
