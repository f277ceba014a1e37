"""The packaged model: one cross-encoder that reads a question beside a statement, or beside two.

Of one it tells how well it answers, yes from no, and which of its words answer, in one pass; of two that
answer differently, change from conflict. All share their layers: multi-task learning (Caruana, 1997).
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import exp
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.comparer import Pair
from assistant.excerpt import Excerpt
from assistant.extract import Extract, likeliest
from assistant.question import Question
from corpus.errors import SaysWhoError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

PACKAGED = Path(__file__).with_name("multitask_model")
WEIGHTS, WORDS = "model.onnx", "tokenizer.json"

LONGEST = 208
"""Word pieces of a question and what is read beside it."""

_BRIEF = 320
"""Characters of each of two excerpts that are read where they are long."""

_KEPT = 1024
"""Readings, and comparisons, that are kept, the latest, for what is asked next about the same statements."""

_ANSWERS, _AFFIRMS, _CHANGE = 0, 1, 3
"""Which of the model's outputs tells what; the third, whether two excerpts give one answer, is not read."""

_ERRORS_ONLY = 3
"""What onnxruntime tells of itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of an excerpt: logits for answering and for yes, and of each word piece, twice.

    `starts` and `ends` (pieces,) are for the first and the last piece of the answer; the first of all stands
    for none. `pieces` are their characters in the excerpt's text; of what is not in it (0, 0).
    """

    answers: float
    affirms: float
    starts: NDArray[np.float32]
    ends: NDArray[np.float32]
    pieces: tuple[tuple[int, int], ...]


def as_read(excerpt: Excerpt) -> str:
    """Return an excerpt as the model reads it: headline, what stands before, and, at the end, its text."""
    return f"{excerpt.headline}. {excerpt.before} | {excerpt.text}"


def as_compared(pair: Pair) -> str:
    """Return two excerpts as the model reads them, each after its headline, and the days between."""
    first, second = (f"{one.headline} | {one.text}" for one in (pair.first, pair.second))
    return f"{first} || {pair.days} days later: {second}"


class MultiTaskModel:
    """Reader, extractor, judge and comparer in one, in a local folder; read into memory when first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, Lock()
        self._reading = lru_cache(_KEPT)(self._read_alone)
        self._change = lru_cache(_KEPT)(self._compare_alone)

    def read(self, question: str, excerpts: Sequence[Excerpt]) -> list[float]:
        """Return the logit of answering for each excerpt."""
        return [reading.answers for reading in self._readings(question, excerpts)]

    def affirmation(self, question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
        """Return for each excerpt how likely it says yes rather than no, 0 to 1."""
        return [1 / (1 + exp(-reading.affirms)) for reading in self._readings(question.text, excerpts)]

    def extract(self, question: str, excerpts: Sequence[Excerpt]) -> list[Extract | None]:
        """Return for each excerpt the words likeliest to answer, None where none lead no answer by enough."""
        return [
            likeliest(reading.starts, reading.ends, reading.pieces, excerpt.spans)
            for reading, excerpt in zip(self._readings(question, excerpts), excerpts, strict=True)
        ]

    def change(self, question: str, pairs: Sequence[Pair]) -> list[float]:
        """Return for each pair the logit that it differs since time went on."""
        return [self._change(question, _unspanned(pair)) for pair in pairs]

    def _readings(self, question: str, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Return the reading of each; those of equal words are one, whichever of them may answer."""
        return [self._reading(question, replace(excerpt, spans=())) for excerpt in excerpts]

    def _read_alone(self, question: str, excerpt: Excerpt) -> Reading:
        """Return the reading of an excerpt.

        None is read beside another: weights of eight bits round by all that is read at once, so that an
        answer would hang on what else was asked.
        """
        less = (excerpt, replace(excerpt, before=""), Excerpt(excerpt.text))
        text, read = self._fitting(question, [as_read(told) for told in less])
        outputs, pieces = self._run(read)
        places = _pieces(read, len(text) - len(excerpt.text))
        return Reading(outputs[_ANSWERS], outputs[_AFFIRMS], pieces[:, 0], pieces[:, 1], places)

    def _compare_alone(self, question: str, pair: Pair) -> float:
        bare = replace(pair, first=_brief(pair.first), second=_brief(pair.second))
        _, read = self._fitting(question, [as_compared(pair), as_compared(bare)])
        outputs, _ = self._run(read)
        return outputs[_CHANGE]

    def _fitting(self, question: str, texts: Sequence[str]) -> "tuple[str, Encoding]":
        """Return the first of the texts that is not cut, or else the last, as it is read beside a question.

        Its end, where the statement stands, would be cut: what surrounds it gives way.
        """
        with self._lock:
            tokenizer = self._tokenizer
        *longer, last = texts
        for text in longer:
            read = tokenizer.encode(_encodable(question), _encodable(text))
            if not read.overflowing:
                return text, read
        return last, tokenizer.encode(_encodable(question), _encodable(last))

    def _run(self, read: "Encoding") -> tuple[list[float], NDArray[np.float32]]:
        """Return the outputs, and the logits of each word piece: (pieces, 2)."""
        with self._lock:
            session = self._session
        ids, mask = np.array([read.ids]), np.array([read.attention_mask])
        outputs, pieces = session.run(None, {"input_ids": ids, "attention_mask": mask})
        return list(map(float, outputs[0])), pieces[0]

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self._folder / WORDS))
        except Exception as error:  # it raises no narrower one
            raise self._unreadable(error) from error
        tokenizer.enable_truncation(LONGEST, strategy="longest_first")
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _session(self) -> "InferenceSession":
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # some versions report on their use, unless told before
        import torch
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.log_severity_level = _ERRORS_ONLY
        options.intra_op_num_threads = torch.get_num_threads()  # as many as the encoder has
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            return InferenceSession(str(self._folder / WEIGHTS), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # it raises no narrower one
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> SaysWhoError:
        why = next(iter(str(error).splitlines()), type(error).__name__)
        return SaysWhoError(f"the model in {self._folder} cannot be loaded: {why}; install Says Who again")


def _brief(excerpt: Excerpt) -> Excerpt:
    """Return the beginning of an excerpt alone, which leaves room for another."""
    return Excerpt(excerpt.text[:_BRIEF])


def _unspanned(pair: Pair) -> Pair:
    """Return a pair of equal words as one, whichever of them may answer."""
    return replace(pair, first=replace(pair.first, spans=()), second=replace(pair.second, spans=()))


def _encodable(text: str) -> str:
    """Return a text whose half surrogate pairs, which no tokenizer takes, are exchanged for "?"."""
    return text.encode("utf-8", "replace").decode()


def _pieces(read: "Encoding", start: int) -> tuple[tuple[int, int], ...]:
    """Return the characters of each word piece in an excerpt's text, which begins at `start`."""
    return tuple(
        (first - start, last - start) if part == 1 and first >= start else (0, 0)
        for part, (first, last) in zip(read.sequence_ids, read.offsets, strict=True)
    )


PACKAGED_MODEL = MultiTaskModel(PACKAGED)
"""The model that comes with the program."""
