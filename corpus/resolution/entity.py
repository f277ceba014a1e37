"""The entity: everything an article calls one and the same."""

import re
from dataclasses import dataclass, field

from corpus.resolution.description import Description
from corpus.resolution.vocabulary import kind_of_nouns, words
from corpus.source import Source, SourceKind

_MOST_ALIASES = 8
_KINDS = {"GPE": SourceKind.GOVERNMENT, "NORP": SourceKind.GOVERNMENT, "ORG": SourceKind.ORGANISATION}
"""What a name that nothing describes is, by the parser's entity label: a country speaks as its government."""


@dataclass(slots=True, eq=False)
class Entity:
    """What the article has said so far of one person, body or unnamed speaker."""

    names: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    person: bool = False
    label: str = ""

    def learn(self, described: Description) -> None:
        """Take over what a further noun phrase says."""
        for value, known in (
            (described.name, self.names),
            (described.phrase, self.phrases),
            (described.role, self.roles),
            (described.noun, self.nouns),
        ):
            if value and value not in known:
                known.append(value)

    @property
    def name(self) -> str:
        """Return the fullest name, or the fullest phrase for one who is not named."""
        return max(self.names or self.phrases or [""], key=len)

    @property
    def kind(self) -> SourceKind:
        """Return what the entity is, from the nouns that describe it and its name."""
        inside = [part.lower() for name in self.names for part in re.findall(r"[\w-]+", name)]
        named = bool(self.names)
        if self.person and named:
            return SourceKind.PERSON
        if named and self.label in _KINDS and not [*self.nouns, *_known(inside)]:
            return _KINDS[self.label]
        return kind_of_nouns([*self.nouns, *_known(inside)], named)

    def source(self) -> Source:
        """Return the source as a reader would name it."""
        name = self.name
        others = dict.fromkeys(alias for alias in (*self.names, *self.phrases) if alias and alias != name)
        role = next((role for role in self.roles if role.lower() != name.lower()), None)
        aliases = sorted(others, key=len, reverse=True)[:_MOST_ALIASES]
        organisation = _most_telling(self.organisations)
        return Source(name, self.kind, role, organisation, tuple(aliases))


def _most_telling(organisations: list[str]) -> str | None:
    """Prefer a body with a name ("the Fastaqim group") to one without ("the political office")."""
    named = [body for body in organisations if any(word[:1].isupper() for word in body.split())]
    return next(iter(named or organisations), None)


def _known(parts: list[str]) -> list[str]:
    known = words("organisation") | words("media") | words("government")
    return [part for part in parts if part in known]
