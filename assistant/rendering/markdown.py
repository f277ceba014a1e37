"""The answer as Markdown: report text can neither format, link nor load anything."""

from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote

from assistant.answer import Answer, Citation, Position
from assistant.rendering.escaping import markdown
from assistant.rendering.wording import VERDICTS, deed, difference, excerpt, nearest, origin, speaker

_URL = "!#$%&'()*+,/:;=?@[]~"


def as_markdown(answer: Answer, link: Callable[[Citation], str]) -> str:
    """Return the answer as Markdown whose only links are what `link` gives for a citation."""
    blocks = [f"**{VERDICTS[answer.verdict]}**", markdown(answer.summary)]
    for number, position in enumerate(answer.positions, 1):
        blocks += _position(number, position, link)
    blocks += _conflicts(answer)
    blocks += _nearest(answer)
    return "\n\n".join(blocks)


def _position(number: int, position: Position, link: Callable[[Citation], str]) -> Iterator[str]:
    yield f"**{number}&#46; {markdown(position.label)}**"
    for citation in position.citations:
        yield "\n>\n".join(f"> {line}" for line in _citation(citation, link(citation)))


def _citation(citation: Citation, url: str) -> Iterator[str]:
    source = citation.statement.source
    marker = f"[&#91;{citation.marker}&#93;](<{escape(quote(url, safe=_URL))}>)"
    yield f"{marker} {markdown(speaker(source))}, {deed(citation)}:"
    yield f"“{markdown(citation.quote)}”"
    if where := origin(citation):
        yield f"*{markdown(where)}*"


def _conflicts(answer: Answer) -> Iterator[str]:
    if answer.conflicts:
        yield "**Where they differ**"
        yield "\n".join(f"- {markdown(difference(conflict))}" for conflict in answer.conflicts)


def _nearest(answer: Answer) -> Iterator[str]:
    if hits := nearest(answer):
        yield "**Nearest passages**"
        yield "\n>\n".join(f"> “{markdown(excerpt(hit))}”" for hit in hits)
