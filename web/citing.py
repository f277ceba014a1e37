"""A citation in words, ready to be put into a text of one's own."""

from assistant.answer import Citation
from assistant.rendering.escaping import plain
from assistant.rendering.wording import deed, origin, speaker
from web.report import link


def cite(citation: Citation, site: str) -> str:
    """Return who says what, where and when, with the address on `site` (which ends with a slash)."""
    source = plain(speaker(citation.statement.source))
    quote, where = plain(citation.quote), plain(origin(citation))
    return f"{source}, {deed(citation)}: “{quote}” ({where}). {link(citation, site)}"
