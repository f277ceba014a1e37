"""Pairs of texts with the relation between them: rows to train a judge on."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LABELS = ("agree", "conflict", "neither")
"""The classes of the judge, in the order of its outputs."""

LICENSED = ("nep_", "cad_nli", "snli/")
"""Parts of the inference set whose licence is stated: CC BY-SA 3.0, Apache-2.0, CC BY-SA 4.0."""

_NLI = {"entailment": "agree", "contradiction": "conflict", "neutral": "neither"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and how they stand to each other: one of LABELS."""

    first: str
    second: str
    label: str


def inference_pairs(path: Path, parts: Sequence[str] = LICENSED) -> list[Pair]:
    """Read premise and hypothesis rows of the named parts, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Pair(row["premise"], row["hypothesis"], _NLI[row["label"]])
        for row in rows
        if row["src"].startswith(tuple(parts))
    ]


def answer_pairs(path: Path, keep: int, seed: int = 0) -> list[Pair]:
    """Make pairs "question answer" of RAMDocs' first `keep` questions (MIT licence).

    A right answer conflicts with a wrong one to the same question and agrees with itself in the
    words of a document; answers to different questions are neither.
    """
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][:keep]
    made = [pair for row in rows for pair in _of_question(row)]
    chosen = random.Random(seed)  # noqa: S311  # sampling, no secret
    shuffled = chosen.sample(rows, len(rows))
    made += [
        Pair(_joined(row["question"], row["gold_answers"][0]), _joined(other["question"], answer), "neither")
        for row, other in zip(rows, shuffled, strict=True)
        if row is not other
        for answer in other["gold_answers"][:2]
    ]
    return made


def _of_question(row: dict[str, object]) -> Iterator[Pair]:
    question = str(row["question"])
    right, wrong = list(map(str, row["gold_answers"])), list(map(str, row["wrong_answers"]))  # type: ignore[call-overload]
    for good in right:
        for bad in wrong:
            yield Pair(_joined(question, good), _joined(question, bad), "conflict")
            yield Pair(_joined(question, bad), _joined(question, good), "conflict")
    documents: list[dict[str, str]] = row["documents"]  # type: ignore[assignment]
    for document in documents:
        window = _window(document["text"], document["answer"])
        if window:
            yield Pair(_joined(question, window), _joined(question, document["answer"]), "agree")


def _window(text: str, answer: str, around: int = 90) -> str:
    """Return the words around the first place where a text gives an answer, '' where it does not."""
    place = text.lower().find(answer.lower())
    if place < 0:
        return ""
    start = text.rfind(" ", 0, max(place - around, 1)) + 1
    end = text.find(" ", min(place + len(answer) + around, len(text)))
    return text[start : end if end > 0 else len(text)].strip()


def _joined(question: str, answer: str) -> str:
    return f"{question} {answer}"
