"""The reader: a cross-encoder that tells how well sentences answer a question."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from corpus.errors import SaysWhoError
from index.hub import load_cross_encoder, model_folder

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

PACKAGED = Path(__file__).with_name("reader_model")
NONE = "none"
BATCH = 8


class Reader(Protocol):
    """Reads a question beside texts that may answer it."""

    def read(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return a number for each text, the higher the likelier it answers: (texts,)."""


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

    def read(self, question: str, texts: Sequence[str]) -> list[float]:
        """Return the output for each text, before any sigmoid."""
        from torch.nn import Identity

        if not texts:
            return []
        with self._lock:
            scores = self._model.predict(
                [(question, text) for text in texts],
                batch_size=BATCH,
                activation_fn=Identity(),
                show_progress_bar=False,
            )
        return [float(score) for score in scores]


PACKAGED_READER: Reader = CrossEncoderReader(PACKAGED.name, PACKAGED)
"""The reader that comes with the program; read into memory when first asked."""


def load_reader(name: str, download: bool) -> Reader | None:
    """Return the reader of a name: the packaged one where it is empty, none for "none".

    Raises SaysWhoError where there is no such model here.
    """
    if name == NONE:
        return None
    return CrossEncoderReader(name, model_folder(name, download, "reader")) if name else PACKAGED_READER
