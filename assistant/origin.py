"""Origins: who a statement comes from, however many outlets carry it."""

import re
from dataclasses import replace

from assistant.vocabulary import group
from corpus.resolution.identity import Aliases
from corpus.source import Source, SourceKind


def origin(source: Source, aliases: Aliases) -> str:
    """Return a key that is equal for statements of one and the same source.

    Who speaks for a body ("its director, Rami Nour") counts as that body.
    """
    if source.kind is SourceKind.PERSON and source.organisation and speaks_for_a_body(source):
        return aliases.identity(replace(source, name=source.organisation, kind=SourceKind.ORGANISATION))
    return aliases.identity(source)


def speaks_for_a_body(source: Source) -> bool:
    """Tell whether a source's role is to speak for a body: its director, its spokeswoman."""
    role = (source.role or "").lower()
    return not group("provenance", "speaking_for").isdisjoint(re.findall(r"\w+", role))
