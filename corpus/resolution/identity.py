"""Who a source is across articles: one key for each, and the aliases a user may add.

The alias table is a TOML file of canonical names with the other names of the same source:

    [aliases]
    "Syrian Observatory for Human Rights" = ["SOHR", "Observatory for Human Rights"]
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import SaysWhoError
from corpus.resolution.matching import folded
from corpus.resolution.vocabulary import words
from corpus.source import Source, SourceKind

_TABLE = "aliases"


def identity(source: Source) -> str:
    """Return the key of a source, equal for the same source in any article.

    It is the name folded: lower case, without "the", titles, accents and punctuation. Sources
    without a name have a key too, but "a witness" of two articles may be two people.
    """
    return _key(source.name, titled=source.kind is SourceKind.PERSON)


def _key(name: str, titled: bool = True) -> str:
    parts = folded(name).split()
    while titled and len(parts) > 1 and parts[0] in words("honorific"):
        parts = parts[1:]
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Aliases:
    """A user's table of names: folded name → the canonical name, as the user writes it."""

    names: Mapping[str, str] = field(default_factory=dict)

    def canonical(self, source: Source) -> str:
        """Return the name the table gives a source, else the source's own."""
        known = (self.names.get(_key(name)) for name in (source.name, *source.aliases))
        return next((name for name in known if name is not None), source.name)

    def identity(self, source: Source) -> str:
        """Return the key of a source, that of its canonical name where the table has one.

        An alias counts only where the source's own article uses it.
        """
        canonical = self.canonical(source)
        return identity(source) if canonical == source.name else _key(canonical)


def load_aliases(path: Path) -> Aliases:
    """Read a table of aliases; a file that does not exist is an empty one.

    Raises SaysWhoError where the file is no TOML table of names, or gives one name to two sources.
    """
    if not path.exists():
        return Aliases()
    names: dict[str, str] = {}
    for canonical, others in _table(path).items():
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            raise SaysWhoError(f'{path}: the names of "{canonical}" must be a list: ["name", "other name"]')
        for name in (canonical, *others):
            if names.setdefault(_key(name), canonical) != canonical:
                raise SaysWhoError(f'{path}: "{name}" belongs to two sources: take it from one of them')
    return Aliases(names)


def _table(path: Path) -> Mapping[str, object]:
    try:
        table = tomllib.loads(path.read_text("utf-8")).get(_TABLE, {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SaysWhoError(f"{path} cannot be read as TOML ({error}): correct it or remove it") from error
    if not isinstance(table, dict):
        raise SaysWhoError(f"{path}: [{_TABLE}] must be a table of names: see the documentation")
    return table
