"""An index in plain text, for a terminal."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from corpus.article import Article
from corpus.passage import Passage
from corpus.source import Source
from corpus.statement import Statement
from index.mended import Mended
from index.overview import ArticleOverview, Stats
from index.sources import SourceOverview
from index.summary import Summary

SKIPPED_SHOWN = 20


def printable(text: str) -> str:
    """Return one line of text that cannot steer a terminal: no control or direction characters."""
    line = " ".join(text.split())
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in line
    )


def summary_lines(summary: Summary) -> Iterator[str]:
    """Yield what was added, and the first files that were skipped, each with the reason."""
    for skipped in summary.skipped[:SKIPPED_SHOWN]:
        yield printable(f"skipped {skipped.path}: {skipped.reason}")
    if (more := len(summary.skipped) - SKIPPED_SHOWN) > 0:
        yield f"skipped {more} more"
    yield (
        f"{summary.added} added, {summary.replaced} replaced, {summary.unchanged} unchanged, "
        f"{len(summary.skipped)} skipped"
    )


def mended_lines(mended: Mended | None) -> Iterator[str]:
    """Yield what a repair did, and each article that is lost or was analysed anew."""
    if mended is None:
        yield "whole"
        return
    for name in mended.lost:
        yield printable(f"lost {name}: add it again")
    for name in mended.analysed:
        yield printable(f"analysed {name} anew")
    yield f"{mended.kept} kept, {len(mended.analysed)} analysed anew, {len(mended.lost)} lost"


def overview_line(article: ArticleOverview) -> str:
    """Return an article as tab-separated id, date, outlet, passages, statements and title."""
    date = article.published.isoformat() if article.published else "-"
    fields = (article.id, date, article.outlet or "-", article.passages, article.statements, article.title)
    return "\t".join(printable(str(field)) for field in fields)


def source_line(source: SourceOverview) -> str:
    """Return a source as tab-separated statements, articles, kind, name and other names."""
    fields = (source.statements, source.articles, source.kind, source.name, "; ".join(source.names))
    return "\t".join(printable(str(field)) for field in fields)


def article_lines(
    article: Article, passages: Iterable[Passage], statements: Sequence[Statement]
) -> Iterator[str]:
    """Yield an article: its fields, then each passage with who says what in it."""
    yield from _pairs(
        {
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published,
            "author": article.author,
            "url": article.url,
            "language": article.language,
            **article.metadata,
        }
    )
    said = {key: list(group) for key, group in groupby(statements, key=lambda each: each.passage_id)}
    for passage in passages:
        yield ""
        yield f"{printable(passage.id)}  {printable(passage.text)}"
        for statement in said.get(passage.id, ()):
            yield "    " + printable(_said(statement))


def stats_lines(stats: Stats) -> Iterator[str]:
    """Yield the counts of an index."""
    period = f"{stats.first} to {stats.last}" if stats.first else None
    yield from _pairs(
        {
            "articles": stats.articles,
            "passages": stats.passages,
            "statements": stats.statements,
            "sources": stats.sources,
            "outlets": stats.outlets,
            "published": period,
            "encoder": f"{stats.encoder}, {stats.dimension} dimensions",
        }
    )


def _pairs(values: dict[str, object]) -> Iterator[str]:
    shown = {
        printable(name): printable(str(value)) for name, value in values.items() if value not in (None, "")
    }
    width = max(map(len, shown))
    return (f"{name:<{width}}  {value}" for name, value in shown.items())


def _said(statement: Statement) -> str:
    relay = f", via {', '.join(statement.via)}" if statement.via else ""
    return f"{_named(statement.source)}{relay} {statement.stance} ({statement.form}): {statement.content}"


def _named(source: Source) -> str:
    details = ", ".join(filter(None, (source.role, source.organisation)))
    return f"{source.name} ({details})" if details else source.name
