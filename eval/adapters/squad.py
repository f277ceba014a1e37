"""SQuAD's form: paragraphs with questions, and where in them the answer stands.

Rajpurkar and others, "SQuAD: 100,000+ Questions for Machine Comprehension of Text", EMNLP 2016; with
`is_impossible` as of version 2.0. XQuAD (Artetxe, Ruder and Yogatama, ACL 2020) has the same form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from assistant.answer import Verdict
from corpus.statement import Stance
from eval.adapters.files import read_json
from eval.casebook import Casebook
from eval.cases import Case, GoldPosition, GoldStatement
from eval.collection import Collection, Document


@dataclass(frozen=True, slots=True)
class _Span:
    text: str
    answer_start: int


@dataclass(frozen=True, slots=True)
class _Question:
    id: str
    question: str
    answers: tuple[_Span, ...] = ()
    is_impossible: bool = False


@dataclass(frozen=True, slots=True)
class _Paragraph:
    context: str
    qas: tuple[_Question, ...]


@dataclass(frozen=True, slots=True)
class _Article:
    paragraphs: tuple[_Paragraph, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Set:
    data: tuple[_Article, ...]


_SET = TypeAdapter(_Set)


def collection(path: Path) -> Collection:
    """Read a set: a paragraph is a document, relevant to the questions it answers.

    Raises SaysWhoError when the file is of another form.
    """
    read = list(_paragraphs(path))
    asked = [(name, each) for name, _, paragraph in read for each in paragraph.qas]
    return Collection(
        tuple(Document(name, paragraph.context) for name, _, paragraph in read),
        {each.id: each.question for _, each in asked},
        {each.id: {} if each.is_impossible else {name: 1} for name, each in asked},
    )


def casebook(path: Path) -> Casebook:
    """Read a set for answerability: a paragraph is a report of the outlet named by its article's title.

    A question is a case of one source, or of none where it is impossible.
    Raises SaysWhoError when the file is of another form.
    """
    read = list(_paragraphs(path))
    return Casebook(
        tuple({"id": name, "text": each.context, "outlet": outlet} for name, outlet, each in read),
        tuple(_case(each, name, outlet) for name, outlet, paragraph in read for each in paragraph.qas),
    )


def _paragraphs(path: Path) -> Iterator[tuple[str, str, _Paragraph]]:
    articles = read_json(path, _SET).data
    for number, article in enumerate(articles):
        for order, paragraph in enumerate(article.paragraphs):
            yield f"squad-{number}-{order}", article.title or f"Article {number}", paragraph


def _case(asked: _Question, article: str, outlet: str) -> Case:
    if asked.is_impossible or not asked.answers:
        return Case(asked.id, asked.question, Verdict.NONE, ())
    span = asked.answers[0]
    end = span.answer_start + len(span.text)
    gold = GoldStatement(outlet, Stance.ASSERTS, article, start=span.answer_start, end=end)
    return Case(asked.id, asked.question, Verdict.SINGLE, (GoldPosition(span.text, (gold,)),))
