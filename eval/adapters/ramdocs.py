"""RAMDocs' form: a question a line, with documents that give right, wrong or no answers.

Wang and others, "Retrieval-Augmented Generation with Conflicting Evidence", 2025.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from eval.adapters.files import read_jsonl
from eval.adapters.grouped import Told, grouped_case
from eval.casebook import Casebook
from eval.collection import Collection, Document


@dataclass(frozen=True, slots=True)
class _Document:
    text: str
    type: str
    answer: str


@dataclass(frozen=True, slots=True)
class _Question:
    question: str
    documents: tuple[_Document, ...]


_QUESTION = TypeAdapter(_Question)


def collection(path: Path) -> Collection:
    """Read a set: relevant to a question are its documents that give an answer, right or wrong.

    Raises SaysWhoError when the file is of another form.
    """
    asked = read_jsonl(path, _QUESTION)
    names = _names(asked)
    return Collection(
        tuple(Document(name, text) for text, name in names.items()),
        {str(number): each.question for number, each in enumerate(asked)},
        {
            str(number): {names[document.text]: 1 for document in _telling(each)}
            for number, each in enumerate(asked)
        },
    )


def casebook(path: Path) -> Casebook:
    """Read a set for grouping: documents that give one answer are one position.

    Raises SaysWhoError when the file is of another form.
    """
    asked = read_jsonl(path, _QUESTION)
    names = _names(asked)
    return Casebook(
        tuple({"id": name, "text": text, "outlet": name} for text, name in names.items()),
        tuple(
            grouped_case(
                f"ramdocs-{number}",
                each.question,
                [
                    Told(names[document.text], document.text, document.answer, document.answer)
                    for document in _telling(each)
                ],
            )
            for number, each in enumerate(asked)
        ),
    )


def _telling(asked: _Question) -> Iterator[_Document]:
    return (document for document in asked.documents if document.type != "noise")


def _names(asked: list[_Question]) -> dict[str, str]:
    """Return an id for each text, in order of first sight."""
    texts = dict.fromkeys(document.text for each in asked for document in each.documents)
    return {text: f"ramdocs-{number}" for number, text in enumerate(texts)}
