"""The reader: tells how well statements answer a question; the packaged model, or a cross-encoder."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from assistant.excerpt import Excerpt
from assistant.multitask import PACKAGED_MODEL
from corpus.errors import SaysWhoError
from index.hub import load_cross_encoder, model_folder

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

NONE = "none"
BATCH = 8


class Reader(Protocol):
    """Reads a question beside excerpts that may answer it."""

    def read(self, question: str, excerpts: Sequence[Excerpt]) -> list[float]:
        """Return a number for each excerpt, the higher the likelier it answers: (excerpts,)."""


class CrossEncoderReader:
    """A cross-encoder with one output in a local folder, read into memory when first needed."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._folder, self._lock = name, folder, RLock()

    @cached_property
    def _model(self) -> "CrossEncoder":
        model = load_cross_encoder(self._name, self._folder)
        if model.num_labels != 1:
            raise SaysWhoError(f"reader '{self._name}' has {model.num_labels} outputs; it must have one")
        return model

    def read(self, question: str, excerpts: Sequence[Excerpt]) -> list[float]:
        """Return the output for each excerpt's text, before any sigmoid."""
        from torch.nn import Identity

        if not excerpts:
            return []
        texts = list(dict.fromkeys(excerpt.text for excerpt in excerpts))  # one may hold several statements
        with self._lock:
            scores = self._model.predict(
                [(question, text) for text in texts],
                batch_size=BATCH,
                activation_fn=Identity(),
                show_progress_bar=False,
            )
        given = dict(zip(texts, map(float, scores), strict=True))
        return [given[excerpt.text] for excerpt in excerpts]


def load_reader(name: str, download: bool) -> Reader | None:
    """Return the reader of a name: the packaged one where it is empty, none for "none".

    Raises SaysWhoError where there is no such model here.
    """
    if name == NONE:
        return None
    return CrossEncoderReader(name, model_folder(name, download, "reader")) if name else PACKAGED_MODEL
