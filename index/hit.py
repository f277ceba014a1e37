"""What a search returns."""

from dataclasses import dataclass

from corpus.passage import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query: `rank` counts from 1, best first.

    `score` is the cosine similarity of question and passage, between -1 and 1, whatever the
    order was made by, so that it can be read on a fixed scale; it need not fall with the rank.
    """

    passage: Passage
    score: float
    rank: int
