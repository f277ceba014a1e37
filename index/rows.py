"""Between records and the rows of the store."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any

from corpus.article import Article
from corpus.passage import Passage
from corpus.source import Source, SourceKind
from corpus.statement import DateBasis, Form, Span, Spans, Stance, Statement

Row = dict[str, str | int | float | bytes | None]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def article_row(article: Article) -> Row:
    """Return an article's columns, with the hash of all of them."""
    row: Row = {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "outlet": article.outlet,
        "url": article.url,
        "author": article.author,
        "published": _iso(article.published),
        "language": article.language,
        "metadata": _json(dict(sorted(article.metadata.items()))),
    }
    return row | {"hash": hash_of(row)}


def hash_of(row: Row) -> str:
    """Return the SHA-256 of all that a row of `articles` tells of the article, in hexadecimal."""
    content = {name: value for name, value in row.items() if name not in ("key", "hash")}
    return hashlib.sha256(_json(content).encode("utf-8", "replace")).hexdigest()


def content_hash(article: Article) -> str:
    """Return the hash of an article's row."""
    return str(article_row(article)["hash"])


def article_of(row: sqlite3.Row) -> Article:
    """Return the article a row of `articles` holds."""
    return Article(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        outlet=row["outlet"],
        url=row["url"],
        author=row["author"],
        published=_day(row["published"]),
        language=row["language"],
        metadata=json.loads(row["metadata"]),
    )


def passage_row(passage: Passage, article: int, generation: int) -> Row:
    """Return a passage's columns; `article` is the key of its article."""
    return {
        "id": passage.id,
        "article": article,
        "generation": generation,
        "position": passage.order,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def passage_of(row: sqlite3.Row) -> Passage:
    """Return the passage a row holds; its column `article_id` is the id of the article."""
    return Passage(
        id=row["id"],
        article_id=row["article_id"],
        order=row["position"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
    )


def statement_row(statement: Statement, passage: int) -> Row:
    """Return a statement's columns; `passage` is the key of its passage."""
    source, spans = statement.source, statement.spans
    return {
        "id": statement.id,
        "passage": passage,
        "source_name": source.name,
        "source_kind": source.kind,
        "source_role": source.role,
        "source_organisation": source.organisation,
        "source_aliases": _json(source.aliases),
        "content": statement.content,
        "form": statement.form,
        "stance": statement.stance,
        "spans": _json(
            {"quote": spans.quote, "content": spans.content, "cue": spans.cue, "source": spans.source}
        ),
        "cue": statement.cue,
        "via": _json(statement.via),
        "said_on": _iso(statement.said_on),
        "said_on_basis": statement.said_on_basis,
        "event_on": _iso(statement.event_on),
        "referents": _json(statement.referents),
        "confidence": statement.confidence,
    }


def spans_of(row: sqlite3.Row) -> Spans:
    """Return the spans a row of `statements` holds."""
    parts: Mapping[str, Any] = json.loads(row["spans"])
    runs: dict[str, tuple[Span, ...]] = {
        name: tuple((start, end) for start, end in parts[name]) for name in ("content", "cue", "source")
    }
    start, end = parts["quote"]
    return Spans(quote=(start, end), **runs)


def source_of(row: sqlite3.Row) -> Source:
    """Return the source a row of `statements` names."""
    return Source(
        name=row["source_name"],
        kind=SourceKind(row["source_kind"]),
        role=row["source_role"],
        organisation=row["source_organisation"],
        aliases=tuple(json.loads(row["source_aliases"])),
    )


def statement_of(row: sqlite3.Row) -> Statement:
    """Return the statement a row holds; its column `passage_id` is the id of the passage."""
    basis = row["said_on_basis"]
    return Statement(
        id=row["id"],
        passage_id=row["passage_id"],
        source=source_of(row),
        content=row["content"],
        form=Form(row["form"]),
        stance=Stance(row["stance"]),
        spans=spans_of(row),
        cue=row["cue"],
        via=tuple(json.loads(row["via"])),
        said_on=_day(row["said_on"]),
        said_on_basis=None if basis is None else DateBasis(basis),
        event_on=_day(row["event_on"]),
        referents=tuple(json.loads(row["referents"])),
        confidence=row["confidence"],
    )
