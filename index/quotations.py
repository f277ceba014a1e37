"""What a source is quoted with, in all the articles of an index."""

import json
from dataclasses import dataclass

from corpus.article import Article
from corpus.resolution.identity import Aliases
from corpus.statement import Statement
from index.database import Database
from index.rows import article_of, source_of, statement_of
from index.sources import SourceOverview

STATEMENTS = """
    SELECT s.*, p.id AS passage_id, p.article AS article
    FROM statements s JOIN passages p ON p.key = s.passage
    WHERE s.form != 'narration' AND s.source_name IN (SELECT value FROM json_each(?)) ORDER BY s.key"""

ARTICLES = "SELECT * FROM articles WHERE key IN (SELECT value FROM json_each(?)) ORDER BY published DESC, key"


@dataclass(frozen=True, slots=True)
class Quotations:
    """A source's statements in one article, in the order of its text."""

    article: Article
    statements: tuple[Statement, ...]


def quotations(database: Database, source: SourceOverview, aliases: Aliases) -> list[Quotations]:
    """Return the statements of a source, article by article, the latest article first.

    Another source that goes by one of its names elsewhere is left out.
    """
    names = json.dumps((source.name, *source.names))
    with database.reading() as connection:
        found: dict[int, list[Statement]] = {}
        for row in connection.execute(STATEMENTS, (names,)):
            if aliases.canonical(source_of(row)) in (source.name, *source.names):
                found.setdefault(row["article"], []).append(statement_of(row))
        articles = connection.execute(ARTICLES, (json.dumps(list(found)),)).fetchall()
    return [Quotations(article_of(row), tuple(found[row["key"]])) for row in articles]
