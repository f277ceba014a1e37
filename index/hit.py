"""What a search returns."""

from dataclasses import dataclass

from corpus.passage import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query: `rank` counts from 1, `score` falls with the rank.

    `score` is the cosine similarity of question and passage, whatever the order was made by,
    so that it can be read on a fixed scale.
    """

    passage: Passage
    score: float
    rank: int
