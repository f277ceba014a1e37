"""Who is quoted in an index, each source once across its articles."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.resolution.identity import Aliases
from corpus.source import Source, SourceKind
from index.database import Database

TABLE = "aliases.toml"
"""The file of an index folder that holds the user's table of names."""

QUOTED = """
    SELECT s.source_name AS name, s.source_kind AS kind, s.source_aliases AS aliases,
        p.article AS article, count(*) AS statements, sum(s.stance = 'denies') AS denials
    FROM statements s JOIN passages p ON p.key = s.passage
    WHERE s.form != 'narration'
    GROUP BY s.source_name, s.source_kind, s.source_aliases, p.article"""


@dataclass(frozen=True, slots=True)
class SourceOverview:
    """One source: how often it is quoted, how often it denies, in how many articles, its other names."""

    name: str
    kind: SourceKind
    statements: int
    denials: int
    articles: int
    names: tuple[str, ...]


def quoted_sources(database: Database, aliases: Aliases) -> list[SourceOverview]:
    """Return who is quoted, most often first; a source of several articles counts once.

    Sources are the same where their names are, or where `aliases` says so. Unnamed ones ("a
    witness") are left out, since those of two articles may be two people.
    """
    with database.reading() as connection:
        rows = connection.execute(QUOTED).fetchall()
    by_key: dict[str, list[tuple[Source, sqlite3.Row]]] = {}
    for row in rows:
        source = Source(row["name"], SourceKind(row["kind"]), aliases=tuple(json.loads(row["aliases"])))
        if source.kind is not SourceKind.ANONYMOUS:
            by_key.setdefault(aliases.identity(source), []).append((source, row))
    found = (_overview(group, aliases) for group in by_key.values())
    return sorted(found, key=lambda source: (-source.statements, source.name))


def _overview(group: Sequence[tuple[Source, sqlite3.Row]], aliases: Aliases) -> SourceOverview:
    """Sum one source up, under the name and kind its articles give it most often."""
    names: Counter[str] = Counter()
    kinds: Counter[SourceKind] = Counter()
    others: dict[str, None] = {}
    for source, row in group:
        names[aliases.canonical(source)] += row["statements"]
        kinds[source.kind] += row["statements"]
        others |= dict.fromkeys((source.name, *source.aliases))
    name = names.most_common(1)[0][0]
    return SourceOverview(
        name=name,
        kind=kinds.most_common(1)[0][0],
        statements=names.total(),
        denials=sum(row["denials"] for _, row in group),
        articles=len({row["article"] for _, row in group}),
        names=tuple(other for other in others if other != name),
    )
