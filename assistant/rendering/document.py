"""The answer as a JSON object: the contract of the command line and the REST endpoint."""

from datetime import date

from assistant.answer import Answer, Citation, Conflict, Position
from corpus.article import Article
from corpus.source import Source
from index.hit import Hit


def as_json(answer: Answer) -> dict[str, object]:
    """Return the answer as an object that `json.dumps` takes; texts stand as they were stored."""
    return {
        "question": answer.question,
        "verdict": answer.verdict.value,
        "summary": answer.summary,
        "positions": [_position(position) for position in answer.positions],
        "conflicts": [_conflict(conflict) for conflict in answer.conflicts],
        "passages": [_passage(hit) for hit in answer.passages],
        "timing_ms": _timing(answer),
    }


def _position(position: Position) -> dict[str, object]:
    return {
        "label": position.label,
        "statements": [_statement(citation) for citation in position.citations],
    }


def _statement(citation: Citation) -> dict[str, object]:
    statement = citation.statement
    return {
        "marker": citation.marker,
        "source": _source(statement.source),
        "stance": statement.stance.value,
        "form": statement.form.value,
        "via": list(statement.via),
        "cue": statement.cue,
        "content": statement.content,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "said_on": _day(statement.said_on),
        "confidence": statement.confidence,
        "article": _article(citation.article),
        "passage_id": statement.passage_id,
    }


def _source(source: Source) -> dict[str, object]:
    return {
        "name": source.name,
        "kind": source.kind.value,
        "role": source.role,
        "organisation": source.organisation,
        "aliases": list(source.aliases),
    }


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": _day(article.published),
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "positions": list(conflict.positions),
        "relation": conflict.relation.value,
        "cause": conflict.cause.value,
        "why": conflict.why,
    }


def _passage(hit: Hit) -> dict[str, object]:
    passage = hit.passage
    return {
        "id": passage.id,
        "article_id": passage.article_id,
        "score": float(hit.score),
        "text": passage.text,
    }


def _timing(answer: Answer) -> dict[str, float]:
    return {"total": sum(answer.timing.values()), **answer.timing}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
