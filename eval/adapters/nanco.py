"""NAnCo's form: questions with answers from news paragraphs, put into clusters of equal meaning.

Laban and others, "Discord Questions: A Computational Approach To Diversity Analysis in News Coverage",
Findings of EMNLP 2022.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from eval.adapters.files import read_json
from eval.adapters.grouped import Told, grouped_case
from eval.casebook import Casebook


@dataclass(frozen=True, slots=True)
class _Answer:
    qid: str
    answer: Annotated[str, Field(alias="Answer")]
    paragraph: Annotated[str, Field(alias="Paragraph")]
    cluster_global: int | str


@dataclass(frozen=True, slots=True)
class _Question:
    question: str
    answers: tuple[_Answer, ...]


_SET = TypeAdapter(tuple[_Question, ...])


def casebook(path: Path) -> Casebook:
    """Read a set for grouping: answers of one cluster are one position.

    Raises SaysWhoError when the file is of another form.
    """
    asked = read_json(path, _SET)
    texts = dict.fromkeys(each.paragraph for question in asked for each in question.answers)
    names = {text: f"nanco-{number}" for number, text in enumerate(texts)}
    cases = tuple(
        grouped_case(
            f"nanco-{number}",
            question.question,
            [
                Told(names[each.paragraph], each.paragraph, each.answer, str(each.cluster_global))
                for each in question.answers
            ],
        )
        for number, question in enumerate(asked)
    )
    return Casebook(tuple({"id": name, "text": text, "outlet": name} for text, name in names.items()), cases)
