"""A report's text cut up for the page: paragraphs, and in them who says which words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from assistant.rendering.wording import STANCES, speaker
from corpus.passage import Passage
from corpus.statement import Form, Span, Statement


@dataclass(frozen=True, slots=True)
class Part:
    """Words that the same sources say, or nobody: `said_by` is empty then."""

    text: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Run:
    """Parts that are all cited, or all not. `is_first` marks where the citation begins."""

    parts: tuple[Part, ...]
    is_cited: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One passage, or text between passages: that has no `anchor`.

    `said_by` names who speaks in it, each once, in the order of the text.
    """

    anchor: str | None
    runs: tuple[Run, ...]
    said_by: tuple[str, ...]


def paragraphs(
    text: str, passages: Sequence[Passage], statements: Sequence[Statement], cited: Span | None
) -> Iterator[Paragraph]:
    """Yield an article's whole `text` in its order; `cited` is the span to highlight."""
    quoted = [
        (span, said_by(item))
        for item in statements
        if item.form is not Form.NARRATION
        for span in item.spans.content
    ]
    for (start, end), anchor in _extents(text, passages):
        spoken = [(span, who) for span, who in quoted if span[0] < end and span[1] > start]
        yield Paragraph(
            anchor,
            _runs(text, (start, end), spoken, cited or (0, 0)),
            tuple(dict.fromkeys(who for _, who in sorted(spoken))),
        )


def said_by(statement: Statement) -> str:
    """Return who says it and how, in words: `Rami Haddad, spokesman, denies, via Harbour Post`."""
    via = f", via {', '.join(statement.via)}" if statement.via else ""
    return f"{speaker(statement.source)}, {STANCES[statement.stance]}{via}"


def _extents(text: str, passages: Sequence[Passage]) -> Iterator[tuple[Span, str | None]]:
    position = 0
    for passage in sorted(passages, key=lambda passage: passage.start):
        yield from _between(text, position, passage.start)
        yield (passage.start, passage.end), f"p{passage.order}"
        position = passage.end
    yield from _between(text, position, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[Span, None]]:
    gap = text[start:end]
    if gap.strip():
        yield (start + len(gap) - len(gap.lstrip()), start + len(gap.rstrip())), None


def _runs(text: str, extent: Span, spoken: Sequence[tuple[Span, str]], cited: Span) -> tuple[Run, ...]:
    bounds = [bound for span in (*(span for span, _ in spoken), cited) for bound in span]
    cuts = sorted({*extent, *(cut for cut in bounds if extent[0] < cut < extent[1])})
    runs = []
    for is_cited, spans in groupby(pairwise(cuts), key=lambda span: _within(span, cited)):
        pieces = list(spans)
        parts = tuple(Part(text[start:end], _speakers((start, end), spoken)) for start, end in pieces)
        runs.append(Run(parts, is_cited, is_cited and pieces[0][0] == cited[0]))
    return tuple(runs)


def _speakers(span: Span, spoken: Sequence[tuple[Span, str]]) -> str:
    return "; ".join(dict.fromkeys(who for outer, who in spoken if _within(span, outer)))


def _within(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1]
