"""Web pages: the article without the page around it, by trafilatura."""

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import UnreadableError
from corpus.readers.decoding import decode, too_long
from corpus.readers.fields import article
from corpus.readers.outcome import Outcome

_MARKUP = 10  # a page may hold this many times the characters of its article
_SMALL_PAGE = 1_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)


def read_html(path: Path, fallback_id: str, max_characters: int) -> Iterator[Outcome]:
    """Yield the article of a page: its text in paragraphs set apart by blank lines.

    Title, date, author, outlet (the site's name) and address come from the page's metadata.
    Raises UnreadableError if there is no article in the page, or it is too long or not text.
    """
    if path.stat().st_size > max(_MARKUP * max_characters, _SMALL_PAGE):
        raise too_long(max_characters)
    fields = _extract(_page(path.read_bytes()))
    if not fields["text"]:
        raise UnreadableError("no article text found in the page")
    yield article(fields, fallback_id, max_characters)


def _page(data: bytes) -> str:
    """Decode a page: UTF-8 or its byte order mark first, then the charset it declares."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return data.decode(declared[1].decode())
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _extract(page: str) -> dict[str, str | None]:
    import trafilatura  # slow to import, and most collections hold no page

    try:
        document = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # whatever hostile markup does to the parser, the batch goes on
        raise UnreadableError(f"the page cannot be parsed ({type(error).__name__})") from error
    if document is None or isinstance(document, dict):
        return {"text": None}
    return {
        "text": "\n\n".join((document.text or "").split("\n")).strip(),
        "title": document.title,
        "published": document.date,
        "author": document.author,
        "outlet": document.sitename,
        "url": document.url,
        "language": document.language,
    }
