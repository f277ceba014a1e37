"""The source: whoever is quoted, resolved to the name a reader would use."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    MEDIA = "media"
    ANONYMOUS = "anonymous"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Source:
    """One who says something. Every name, role and alias is copied from the article's text.

    `aliases` are the other names the article uses for the same source, longest first.
    """

    name: str
    kind: SourceKind
    role: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()
