"""The extractor: a model of extractive question answering that marks the words of a text that answer."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any, Protocol

from assistant.excerpt import Excerpt
from assistant.extract import Extract, likeliest
from assistant.multitask import PACKAGED_MODEL
from index.hub import load_question_answering, model_folder

NONE = "none"
BATCH = 16

_LONGEST = 160
"""Word pieces of a question and a text that are read."""


class Extractor(Protocol):
    """Marks in texts the words that answer a question."""

    def extract(self, question: str, excerpts: Sequence[Excerpt]) -> list[Extract | None]:
        """Return for each excerpt the words likeliest to answer, None where none lead no answer by enough."""


class QuestionAnswering:
    """A model of extractive question answering in a local folder, read into memory when first needed.

    The first word piece stands for no answer, as in SQuAD 2.0 (Rajpurkar and others, 2018).
    """

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._folder, self._lock = name, folder, RLock()

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        return load_question_answering(self._name, self._folder)

    def extract(self, question: str, excerpts: Sequence[Excerpt]) -> list[Extract | None]:
        """Return the likeliest words of each excerpt's text, or None."""
        order = sorted(range(len(excerpts)), key=lambda place: len(excerpts[place].text))
        found: dict[int, Extract | None] = {}
        with self._lock:
            for first in range(0, len(order), BATCH):
                places = order[first : first + BATCH]
                batch = self._of_batch(question, [excerpts[place] for place in places])
                found |= zip(places, batch, strict=True)
        return [found[place] for place in range(len(excerpts))]

    def _of_batch(self, question: str, excerpts: list[Excerpt]) -> Iterator[Extract | None]:
        import torch

        tokenizer, model = self._loaded
        words = tokenizer(
            [question] * len(excerpts),
            [each.text for each in excerpts],
            truncation="longest_first",
            max_length=_LONGEST,
            padding=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = words.pop("offset_mapping").tolist()
        with torch.inference_mode():
            told = model(**words)
        starts, ends = told.start_logits.numpy(), told.end_logits.numpy()
        for row, (each, characters) in enumerate(zip(excerpts, offsets, strict=True)):
            parts = words.sequence_ids(row)
            pieces = [
                (place[0], place[1]) if part == 1 else (0, 0)
                for part, place in zip(parts, characters, strict=True)
            ]
            yield likeliest(starts[row], ends[row], pieces, each.spans)


def load_extractor(name: str, download: bool) -> Extractor | None:
    """Return the extractor of a name: the packaged one where it is empty, none for "none".

    Raises SaysWhoError where there is no such model here.
    """
    if name == NONE:
        return None
    return QuestionAnswering(name, model_folder(name, download, "extractor")) if name else PACKAGED_MODEL
