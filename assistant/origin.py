"""Origins: who a statement comes from, however many outlets carry it."""

from dataclasses import replace

from corpus.resolution.identity import Aliases
from corpus.source import Source, SourceKind

_SPEAKING_FOR = frozenset(
    "spokesman spokeswoman spokesperson head director chief chairman chairwoman commander manager".split()
)


def origin(source: Source, aliases: Aliases) -> str:
    """Return a key that is equal for statements of one and the same source.

    Who speaks for a body ("its director, Rami Nour") counts as that body.
    """
    if source.kind is SourceKind.PERSON and source.organisation and _speaks_for(source.role or ""):
        return aliases.identity(replace(source, name=source.organisation, kind=SourceKind.ORGANISATION))
    return aliases.identity(source)


def _speaks_for(role: str) -> bool:
    return not _SPEAKING_FOR.isdisjoint(role.lower().split())
