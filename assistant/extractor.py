"""The extractor: a model of extractive question answering that marks the words of a text that answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Protocol

from corpus.statement import Span
from index.hub import load_question_answering, model_folder

if TYPE_CHECKING:
    import torch

PACKAGED = Path(__file__).with_name("extractor_model")
NONE = "none"
BATCH = 16

_LONGEST = 160
"""Word pieces of a question and a text that are read."""

_LEAST, _MOST = 3.0, 16.0
"""By how much (logits) words must lead no answer, and beyond which more of it tells nothing."""

_WIDEST = 24
"""Word pieces of the longest answer."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The words of a text from `start` to `end` (characters), and by how many logits they lead no answer."""

    start: int
    end: int
    lead: float


@dataclass(frozen=True, slots=True)
class Readable:
    """A text, and spans of it (characters) that may hold the answer; the rest is read beside them."""

    text: str
    spans: tuple[Span, ...]


class Extractor(Protocol):
    """Marks in texts the words that answer a question."""

    def extract(self, question: str, texts: Sequence[Readable]) -> list[Extract | None]:
        """Return for each text the words likeliest to answer, None where none lead no answer by enough."""


class QuestionAnswering:
    """A model of extractive question answering in a local folder, read into memory when first needed.

    The first word piece stands for no answer, as in SQuAD 2.0 (Rajpurkar and others, 2018).
    """

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._folder, self._lock = name, folder, RLock()

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        return load_question_answering(self._name, self._folder)

    def extract(self, question: str, texts: Sequence[Readable]) -> list[Extract | None]:
        """Return the likeliest words of each text, or None."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place].text))
        found: dict[int, Extract | None] = {}
        with self._lock:
            for first in range(0, len(order), BATCH):
                places = order[first : first + BATCH]
                batch = self._of_batch(question, [texts[place] for place in places])
                found |= zip(places, batch, strict=True)
        return [found[place] for place in range(len(texts))]

    def _of_batch(self, question: str, texts: list[Readable]) -> Iterator[Extract | None]:
        import torch

        tokenizer, model = self._loaded
        words = tokenizer(
            [question] * len(texts),
            [each.text for each in texts],
            truncation="longest_first",
            max_length=_LONGEST,
            padding=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = words.pop("offset_mapping").tolist()
        with torch.inference_mode():
            told = model(**words)
        for row, (each, pieces) in enumerate(zip(texts, offsets, strict=True)):
            parts = words.sequence_ids(row)
            places = [
                _place(each, *piece) if part == 1 else 0 for part, piece in zip(parts, pieces, strict=True)
            ]
            yield _likeliest(told.start_logits[row], told.end_logits[row], places, pieces)


def _place(text: Readable, start: int, end: int) -> int:
    """Return the number, from 1, of the span that a word piece stands in; 0 for none."""
    inside = (first <= start and end <= last for first, last in text.spans)
    return next((place for place, is_in in enumerate(inside, start=1) if is_in), 0)


def _likeliest(
    starts: "torch.Tensor", ends: "torch.Tensor", places: Sequence[int], pieces: Sequence[Sequence[int]]
) -> Extract | None:
    """Return the words of the highest sum of logits, starts (pieces,), ends (pieces,), in one of `places`."""
    import torch

    place = torch.tensor(places)
    scores = starts[:, None] + ends[None, :]
    wide = torch.ones_like(scores, dtype=torch.bool)
    allowed = (place[:, None] == place[None, :]) & (place > 0) & wide.triu() & wide.tril(_WIDEST - 1)
    best = int(scores.masked_fill(~allowed, float("-inf")).argmax())
    first, last = divmod(best, len(places))
    if not allowed[first, last]:
        return None
    lead = min((scores[first, last] - scores[0, 0]).item(), _MOST)
    return Extract(pieces[first][0], pieces[last][1], lead) if lead >= _LEAST else None


PACKAGED_EXTRACTOR: Extractor = QuestionAnswering(PACKAGED.name, PACKAGED)
"""The extractor that comes with the program; read into memory when first asked."""


def load_extractor(name: str, download: bool) -> Extractor | None:
    """Return the extractor of a name: the packaged one where it is empty, none for "none".

    Raises SaysWhoError where there is no such model here.
    """
    if name == NONE:
        return None
    return QuestionAnswering(name, model_folder(name, download, "extractor")) if name else PACKAGED_EXTRACTOR
