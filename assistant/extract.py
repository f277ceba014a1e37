"""The extract: the words of a text that answer a question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.statement import Span

_LEAST, _MOST = 0.0, 16.0
"""By how much (logits) words must lead no answer, and beyond which more of it tells nothing."""

_WIDEST = 24
"""Word pieces of the longest answer."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The words of a text from `start` to `end` (characters), and by how many logits they lead no answer."""

    start: int
    end: int
    lead: float


def likeliest(
    starts: NDArray[np.float32], ends: NDArray[np.float32], pieces: Sequence[Span], spans: Sequence[Span]
) -> Extract | None:
    """Return the words of one of the spans (characters) with the highest sum of logits, or None.

    `starts` and `ends` (pieces,) tell of each word piece whether the answer begins or ends with it; the first
    piece stands for no answer, as in SQuAD 2.0 (Rajpurkar and others, 2018). `pieces` are its characters,
    (0, 0) for one that is not of the text.
    """
    place = np.array([_place(piece, spans) for piece in pieces])
    scores = starts[:, None] + ends[None, :]
    wide = np.ones(scores.shape, dtype=np.bool_)
    wide = np.triu(wide) & np.tril(wide, _WIDEST - 1)
    allowed = (place[:, None] == place[None, :]) & (place > 0)[:, None] & wide
    if not allowed.any():
        return None
    first, last = divmod(int(np.where(allowed, scores, -np.inf).argmax()), len(pieces))
    lead = min(float(scores[first, last] - scores[0, 0]), _MOST)
    return Extract(pieces[first][0], pieces[last][1], lead) if lead > _LEAST else None


def _place(piece: Span, spans: Sequence[Span]) -> int:
    """Return the number, from 1, of the span that a word piece stands in; 0 for none."""
    start, end = piece
    inside = (first <= start < end <= last for first, last in spans)
    return next((place for place, is_in in enumerate(inside, start=1) if is_in), 0)
