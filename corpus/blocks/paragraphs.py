"""Paragraphs of a text: lines, and hard-wrapped lines joined again."""

import itertools
import re

from corpus.blocks.lines import line_kind
from corpus.statement import Span

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NARROWEST, _WIDEST = 40, 100
_SENTENCE_END = (".", "!", "?", ":", '"', "”", "’", "'", ")", "]")


def paragraphs(text: str) -> list[Span]:
    """Return the spans of a text's paragraphs in order, without the white space around them.

    Every line is a paragraph, except that the lines of a run wrapped at a fixed width, with a
    blank line before and after it, are one.
    """
    spans: list[Span] = []
    for run in _runs(text):
        if _wrapped([text[start:end] for start, end in run]):
            spans.append((run[0][0], run[-1][1]))
        else:
            spans.extend(run)
    return spans


def _runs(text: str) -> list[list[Span]]:
    """Return the lines of a text as trimmed spans, a list for each run between blank lines."""
    runs: list[list[Span]] = [[]]
    start = 0
    for stop, following in _line_ends(text):
        line = text[start:stop]
        if not line.strip():
            runs.append([])
        else:
            runs[-1].append((start + len(line) - len(line.lstrip()), stop - len(line) + len(line.rstrip())))
        start = following
    return [run for run in runs if run]


def _line_ends(text: str) -> list[Span]:
    ends = [match.span() for match in _BREAK.finditer(text)]
    return [*ends, (len(text), len(text))]


def _wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken only because the next word did not fit.

    Lines that all end like sentences are paragraphs of their own, whatever their width; so
    are captions that stand one below another.
    """
    width = max(map(len, lines))
    if len(lines) == 1 or not _NARROWEST <= width <= _WIDEST:
        return False
    if all(line.endswith(_SENTENCE_END) for line in lines[:-1]):
        return False
    pairs = itertools.pairwise(lines)
    filled = all(len(line) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairs)
    return filled and not any(map(line_kind, lines))
