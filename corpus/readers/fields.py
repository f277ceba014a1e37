"""From named fields to an article: what a JSONL object, a CSV row or a header must hold."""

import json
from collections.abc import Mapping

from corpus.article import Article
from corpus.errors import UnreadableError
from corpus.readers.dates import read_date
from corpus.readers.decoding import check_text, too_long
from corpus.readers.titles import first_title

_NAMED = ("id", "title", "text", "outlet", "url", "author", "published", "language")


def article(fields: Mapping[str, object], fallback_id: str, max_characters: int) -> Article:
    """Build an article from the fields of ANSWER_SCHEMA; other keys become its metadata.

    `fallback_id` is taken where no id is given. Raises UnreadableError, naming the field, if
    the text is missing or too long or a field has the wrong type.
    """
    text = fields.get("text")
    if not isinstance(text, str):
        raise UnreadableError("it has no 'text' that is a string")
    if len(text) > max_characters:
        raise too_long(max_characters)
    if not text.strip():
        raise UnreadableError("its text is empty")
    check_text(text)
    published = fields.get("published")
    return Article(
        id=_id(fields.get("id")) or fallback_id,
        title=_string(fields, "title") or first_title(text),
        text=text,
        outlet=_string(fields, "outlet"),
        url=_string(fields, "url"),
        author=_string(fields, "author"),
        published=read_date(published) if isinstance(published, str) else None,
        language=_string(fields, "language") or "en",
        metadata=_metadata(fields),
    )


def _id(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string({"id": value}, "id")


def _string(fields: Mapping[str, object], name: str) -> str | None:
    """Return a field trimmed, None where it is absent or blank."""
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError(f"its '{name}' is not a string")
    check_text(value)
    return " ".join(value.split()) or None


def _metadata(fields: Mapping[str, object]) -> dict[str, str]:
    """Keep the keys that have no field of their own, and a date that could not be read."""
    kept = {name: _plain(value) for name, value in fields.items() if name not in _NAMED and value is not None}
    published = fields.get("published")
    if published and not (isinstance(published, str) and read_date(published)):
        kept["published"] = _plain(published)
    for name, value in kept.items():
        check_text(name + value)
    return kept


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
