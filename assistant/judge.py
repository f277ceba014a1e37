"""The judge: tells whether what a statement says amounts to yes or to no."""

from collections.abc import Sequence
from functools import cached_property
from math import exp
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from assistant.excerpt import Excerpt
from assistant.multitask import PACKAGED_MODEL
from assistant.question import Question
from corpus.errors import SaysWhoError
from index.hub import load_cross_encoder, model_folder

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

NONE = "none"
BATCH = 8

_CLASSES = 3
"""Outputs of a model for natural-language inference."""


class Judge(Protocol):
    """Hears what statements answer to a question of yes or no."""

    def affirmation(self, question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
        """Return for each excerpt how likely it says yes rather than no, 0 to 1: (excerpts,)."""


class CrossEncoderJudge:
    """A cross-encoder in a local folder, read into memory when first needed.

    It has one output, for yes, of question and text; or the three of natural-language inference, of
    text and what the question asks about: then entailment is weighed against contradiction.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._folder, self._lock = name, folder, RLock()

    @cached_property
    def _model(self) -> "CrossEncoder":
        model = load_cross_encoder(self._name, self._folder, "judge")
        if model.num_labels not in (1, _CLASSES):
            raise SaysWhoError(f"judge '{self._name}' has {model.num_labels} outputs; it must have 1 or 3")
        if model.num_labels == _CLASSES and None in (_output(model, "entail"), _output(model, "contradict")):
            raise SaysWhoError(f"judge '{self._name}' does not name its outputs entailment and contradiction")
        return model

    def affirmation(self, question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
        """Return the probability of yes for each excerpt's text."""
        if not excerpts:
            return []
        texts = [excerpt.text for excerpt in excerpts]
        with self._lock:
            if self._model.num_labels == 1:
                return self._yes(question, texts)
            return self._entailed(question, texts)

    def _yes(self, question: Question, texts: Sequence[str]) -> list[float]:
        from torch.nn import Sigmoid

        pairs = [(question.text, text) for text in texts]
        found = self._model.predict(pairs, batch_size=BATCH, activation_fn=Sigmoid(), show_progress_bar=False)
        return [float(each) for each in found]

    def _entailed(self, question: Question, texts: Sequence[str]) -> list[float]:
        from torch.nn import Identity

        pairs = [(text, question.asserted) for text in texts]
        found = self._model.predict(
            pairs, batch_size=BATCH, activation_fn=Identity(), show_progress_bar=False
        )
        yes, no = _output(self._model, "entail"), _output(self._model, "contradict")
        return [1 / (1 + exp(float(each[no] - each[yes]))) for each in found]


def _output(model: "CrossEncoder", label: str) -> int | None:
    """Return the number of the output whose name begins so."""
    names: dict[int, str] = getattr(model.config, "id2label", {})
    return next((place for place, name in names.items() if name.lower().startswith(label)), None)


def load_judge(name: str, download: bool) -> Judge | None:
    """Return the judge of a name: the packaged one where it is empty, none for "none".

    Raises SaysWhoError where there is no such model here.
    """
    if name == NONE:
        return None
    return CrossEncoderJudge(name, model_folder(name, download, "judge")) if name else PACKAGED_MODEL
