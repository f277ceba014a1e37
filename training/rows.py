"""Rows: questions beside excerpts, and what the model is to make of them."""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from assistant.excerpt import Excerpt
from training.marks import Marks
from training.piles import Asked, Pile, Told

_HARD, _MISSES = 3, 5
"""Of its pile, how many excerpts a question is paired with that do not answer: most like it, and in all."""

_NEAREST = 12
"""Of the excerpts of other piles most like a question, one is drawn from so many."""

_RENAMED = 0.6
"""Share of the questions that are asked again with one name exchanged: then their answers are none."""

_LICENSED = ("nep_", "cad_nli", "snli/")
"""Parts of the inference set whose licence is stated: CC BY-SA 3.0, Apache-2.0, CC BY-SA 4.0."""

_NAME = re.compile(r"(?<!^)\b[A-Z][\w'’-]{2,}(?: [A-Z][\w'’-]+)*")
_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z\"“(])")
_SHORTEST = 20
_BEFORE = 220
_BESIDE = 0.4
"""Share of the sentences beside an answer, in the same text, that a question is paired with too."""


class Row(NamedTuple):
    """A question, an excerpt, and what it makes of it; None where that is not known.

    `answers` and `affirms` are 1.0 for yes, 0.0 for no; `affirms` is 0.5 for open. `words` are those of the
    excerpt's text that answer, empty where none do.
    """

    question: str
    excerpt: Excerpt
    answers: float | None
    affirms: float | None = None
    words: str | None = None


def every_row(piles: Sequence[tuple[Pile, Sequence[Told]]], marks: Marks) -> Iterator[list[Row]]:
    """Yield for each question of the piles a row for each excerpt of its pile."""
    for pile, texts in piles:
        for number, asked in enumerate(pile.asked, start=1):
            marked = marks.get((pile.id, number), {})
            yield [_row(asked, each, marked) for each in texts]


def _row(asked: Asked, each: Told, marked: Mapping[str, str]) -> Row:
    if not each.sentences & frozenset().union(*asked.positions):
        return Row(asked.question, each.excerpt, 0.0, words="" if marked else None)
    said = {
        yes for keys, yes in zip(asked.positions, asked.says, strict=False) if each.sentences & keys
    }  # "says" is empty but for questions of yes or no
    words = {marked[key] for key in each.sentences & marked.keys()} - {""}
    one = words.pop() if len(words) == 1 else None
    is_there = one is not None and one in each.excerpt.text
    return Row(
        asked.question,
        each.excerpt,
        1.0,
        said.pop() if len(said) == 1 else None,
        one if is_there else None,
    )


def drawn_rows(asked: Sequence[Sequence[Row]], drawn: random.Random) -> Iterator[Row]:
    """Yield what answers each question, some of what does not, and what answers it for another name.

    What does not is of its own pile and, where it is most like the question, of another.
    """
    names = [name for rows in asked for name in _NAME.findall(rows[0].question)]
    for rows, own, strangers in zip(asked, *_ranked(asked), strict=True):
        answers = [row for row in rows if row.answers]
        misses = [rows[place] for place in own if not rows[place].answers]
        rest = misses[_HARD:]
        yield from answers
        yield from misses[:_HARD]
        yield from drawn.sample(rest, min(_MISSES - _HARD, len(rest)))
        if strangers:
            yield _miss(rows[0], rows[0].question, drawn.choice(strangers))
        yield from _renamed(answers, names, drawn)


def _miss(like: Row, question: str, excerpt: Excerpt) -> Row:
    return Row(question, excerpt, 0.0, words=None if like.words is None else "")


def _ranked(asked: Sequence[Sequence[Row]]) -> tuple[list[list[int]], list[list[Excerpt]]]:
    """Return for each question its rows' places and excerpts of other piles, those most like it first."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    anything = list(dict.fromkeys(row.excerpt for rows in asked for row in rows))
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english")
    told = words.fit_transform([f"{each.headline} {each.text}" for each in anything])
    number = {each: place for place, each in enumerate(anything)}
    own, strangers = [], []
    for rows in asked:
        alike = (told @ words.transform([rows[0].question]).T).toarray().ravel()
        here = [number[row.excerpt] for row in rows]
        own.append(sorted(range(len(rows)), key=lambda place: -alike[here[place]]))
        best = alike.argsort()[::-1][: _NEAREST + len(here)]
        strangers.append([anything[place] for place in best if place not in here][:_NEAREST])
    return own, strangers


def _renamed(answers: Sequence[Row], names: Sequence[str], drawn: random.Random) -> Iterator[Row]:
    """Yield an answer that has a name of its question, which is exchanged for another."""
    found = _NAME.findall(answers[0].question) if answers else []
    if not found or drawn.random() > _RENAMED:
        return
    name, other = drawn.choice(found), drawn.choice(names)
    having = [row for row in answers if name.split()[-1] in row.excerpt.text]
    if having and other.split()[-1] not in name:
        row = drawn.choice(having)
        yield _miss(row, row.question.replace(name, other), row.excerpt)


def general_rows(data: Path, drawn: random.Random) -> Iterator[Row]:
    """Yield rows of XQuAD and of the first quarter of RAMDocs: sentences with the answer, some without."""
    for article in json.loads((data / "xquad" / "xquad.en.json").read_text("utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            for asked in paragraph["qas"]:
                answer = asked["answers"][0]["text"]
                yield from _held(asked["question"], answer, paragraph["context"], article["title"], drawn)
    lines = (data / "ramdocs" / "ramdocs_first_half.jsonl").read_text("utf-8").splitlines()
    for case in map(json.loads, lines[: len(lines) // 2]):
        for document in case["documents"]:
            yield from _held(case["question"], document["answer"], document["text"], "", drawn)


def _held(question: str, answer: str, text: str, title: str, drawn: random.Random) -> Iterator[Row]:
    before = ""
    for sentence in sentences(text):
        excerpt = Excerpt(sentence, ((0, len(sentence)),), title.replace("_", " "), before)
        before = sentence[-_BEFORE:]
        if answer.lower() in sentence.lower():
            yield Row(question, excerpt, 1.0, words=answer if sentence.count(answer) == 1 else None)
        elif drawn.random() < _BESIDE:
            yield Row(question, excerpt, 0.0, words="")


def inference_rows(path: Path) -> Iterator[Row]:
    """Yield hypothesis and premise where the one follows from the other, or is contradicted by it."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["label"] != "neutral" and row["src"].startswith(_LICENSED):
                affirms = float(row["label"] == "entailment")
                yield Row(row["hypothesis"], Excerpt(row["premise"]), None, affirms)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, less those of a few characters."""
    return [each for each in map(str.strip, _END.split(text)) if len(each) >= _SHORTEST]


_MARKS = str.maketrans("", "", ",'’\"“”")


def bared(row: Row) -> Row:
    """Return a row whose excerpt has lost commas and quotation marks, as in some collections."""
    excerpt = row.excerpt
    told = replace(
        excerpt,
        text=excerpt.text.translate(_MARKS),
        headline=excerpt.headline.translate(_MARKS),
        before=excerpt.before.translate(_MARKS),
        spans=(),
    )
    return row._replace(excerpt=told, words=row.words and row.words.translate(_MARKS))
