"""The extract: of the words that a model marks, the likeliest that may answer."""

import numpy as np
import pytest

from assistant.extract import Extract, likeliest
from corpus.statement import Span

# no answer | who | ran   || Orla | Venn | ran | it
PIECES = [(0, 0), (0, 0), (0, 0), (0, 4), (5, 9), (10, 13), (14, 16)]
STARTS = [0.0, 9.0, 0.0, 6.0, 1.0, 0.0, 5.0]
ENDS = [0.0, 9.0, 0.0, 0.0, 6.0, 0.0, 7.0]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 16)], Extract(0, 16, 13.0)),
        ([(0, 9)], Extract(0, 9, 12.0)),
        ([(0, 9), (14, 16)], Extract(0, 9, 12.0)),  # no answer reaches from one span into another
        ([(10, 16)], Extract(14, 16, 12.0)),
        ([(10, 13)], None),  # leads no answer by nothing
        ([], None),
    ],
)
def test_the_likeliest_words_of_a_span(spans: list[Span], expected: Extract | None) -> None:
    assert likeliest(np.array(STARTS, np.float32), np.array(ENDS, np.float32), PIECES, spans) == expected


def test_an_answer_is_of_some_words_only() -> None:
    count = 40
    pieces = [(0, 0), *((2 * place, 2 * place + 1) for place in range(count))]
    starts, ends = np.zeros((2, count + 1), np.float32)
    starts[1], ends[count], ends[20] = 9.0, 9.0, 8.0
    assert likeliest(starts, ends, pieces, [(0, 2 * count)]) == Extract(0, 39, 16.0)
