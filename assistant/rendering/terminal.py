"""The answer as text for a terminal."""

from collections.abc import Iterator

from assistant.answer import Answer, Citation, Position
from assistant.rendering.escaping import plain
from assistant.rendering.wording import VERDICTS, deed, difference, excerpt, nearest, origin, speaker


def as_text(answer: Answer) -> str:
    """Return the answer as lines to read: verdict, summary, positions with quotes, conflicts."""
    blocks = [f"{VERDICTS[answer.verdict]}\n{plain(answer.summary)}"]
    blocks += ["\n".join(_position(number, item)) for number, item in enumerate(answer.positions, 1)]
    blocks += ["\n".join(_conflicts(answer))] if answer.conflicts else []
    blocks += ["\n".join(_nearest(answer))] if nearest(answer) else []
    return "\n\n".join(blocks)


def _position(number: int, position: Position) -> Iterator[str]:
    yield f"{number}. {plain(position.label)}"
    for citation in position.citations:
        yield from _citation(citation)


def _citation(citation: Citation) -> Iterator[str]:
    source = citation.statement.source
    yield f"   [{citation.marker}] {plain(speaker(source))}, {deed(citation)}:"
    yield f"       “{plain(citation.quote)}”"
    if where := plain(origin(citation)):
        yield f"       {where}"


def _conflicts(answer: Answer) -> Iterator[str]:
    yield "Where they differ"
    for conflict in answer.conflicts:
        yield f"   {plain(difference(conflict))}"


def _nearest(answer: Answer) -> Iterator[str]:
    yield "Nearest passages"
    for hit in nearest(answer):
        yield f"   “{plain(excerpt(hit))}”"
        yield f"       {plain(hit.passage.article_id)}"
