"""Train the reader: a cross-encoder that tells whether a sentence answers a question.

It starts from the packaged MiniLM weights. `python -m training.reader --help`.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from training.fitting import Schedule, bared, fit, packaged
from training.piles import HELD_OUT, Pile, Told, load_piles, told

if TYPE_CHECKING:
    from sentence_transformers.cross_encoder import CrossEncoder

_LONGEST = 112
"""Word pieces of question and sentence that are read."""

_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z\"“(])")
_SHORTEST = 20
_BESIDE = 5
"""Sentences of the same text, without the answer, that a question is paired with at most."""

_WEIGHT = 1.5
"""What an answer, the fewer, weighs against a miss."""

_MISSES = 8
"""Statements of its pile, that do not answer, a question is paired with at most."""

_BARE = 0.12
"""The share of sentences that lose commas and quotation marks, as in some collections."""

_NEAREST, _STRANGERS = 12, 2
"""Of the statements of other piles most like a question, how many it is paired with."""

_RENAMED = 2
"""Answers that a question is paired with at most, one of its names exchanged: then they are none."""

_SCHEDULE = Schedule(epochs=1.0, batch=32, rate=6e-5, warmup=0.08, save_steps=200)
_NAME = re.compile(r"(?<!^)\b[A-Z][\w'’-]{2,}(?: [A-Z][\w'’-]+)*")

app = typer.Typer(add_completion=False)


class Row(NamedTuple):
    """A question, a sentence, and 1.0 where that answers it, else 0.0."""

    question: str
    sentence: str
    answers: float


@app.command()
def main(
    data: Annotated[Path, typer.Argument(help="folder that holds xquad/ and ramdocs/")],
    out: Annotated[Path, typer.Argument(help="folder for checkpoints and, in final/, the model")],
    start: Annotated[Path | None, typer.Option(help="folder of the model to start from")] = None,
    teacher: Annotated[Path | None, typer.Option(help="folder of a reader to learn from too")] = None,
    epochs: Annotated[float, typer.Option(help="passes over the rows")] = _SCHEDULE.epochs,
    seed: Annotated[int, typer.Option(help="what rows are drawn with")] = 0,
) -> None:
    """Train a reader on encyclopaedic text and on the invented piles, and measure it on others.

    With a teacher, each pair's label is the mean of its own and of what the teacher makes of it.

    A run that was stopped goes on from its last checkpoint.

    Example: python -m training.reader ../data reader
    """
    drawn = random.Random(seed)  # noqa: S311  # sampling, no secret
    rows = [*training_rows(data, drawn), *pile_rows(list(told(load_piles())), drawn)]
    rows = [row._replace(sentence=bared(row.sentence)) if drawn.random() < _BARE else row for row in rows]
    drawn.shuffle(rows)
    typer.echo(f"{len(rows):,} rows, {sum(row.answers for row in rows):,.0f} answers")
    if teacher is not None:
        rows = _taught(rows, _model(teacher))
    model = _trained(_model(start or packaged()), rows, out, replace(_SCHEDULE, epochs=epochs))
    held_out = [row for asked in every_row(told(load_piles(HELD_OUT))) for row in asked]
    typer.echo(f"average precision on {len(held_out):,} pairs held out: {precision(model, held_out):.3f}")
    model.half().save_pretrained(str(out / "final"))


def pile_rows(piles: Sequence[tuple[Pile, Sequence[Told]]], drawn: random.Random) -> Iterator[Row]:
    """Yield what answers each question, some of what does not, and what answers it for another name.

    What does not is of its own pile and, where it is most like the question, of others.
    """
    asked = list(every_row(piles))
    names = [name for rows in asked for name in _NAME.findall(rows[0].question)]
    for rows, strangers in zip(asked, _strangers(asked), strict=True):
        misses = [row for row in rows if not row.answers]
        answers = [row for row in rows if row.answers]
        yield from answers
        yield from drawn.sample(misses, min(_MISSES, len(misses)))
        yield from drawn.sample(strangers, min(_STRANGERS, len(strangers)))
        yield from _renamed(answers, drawn.choice(names) if names else "", drawn)


def _strangers(asked: Sequence[Sequence[Row]]) -> Iterator[list[Row]]:
    """Yield for each question the statements of other piles that are most like it."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    anything = list(dict.fromkeys(row.sentence for rows in asked for row in rows))
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english")
    told = words.fit_transform(anything)
    for rows in asked:
        alike = (told @ words.transform([rows[0].question]).T).toarray().ravel()
        own = {row.sentence for row in rows}
        best = [anything[place] for place in alike.argsort()[::-1][: _NEAREST + len(own)]]
        yield [Row(rows[0].question, each, 0.0) for each in best if each not in own][:_NEAREST]


def _renamed(answers: Sequence[Row], other: str, drawn: random.Random) -> Iterator[Row]:
    """Yield answers that have a name of their question, which is exchanged for another."""
    found = _NAME.findall(answers[0].question) if answers else []
    name = drawn.choice(found) if found else ""
    having = [row for row in answers if name and other not in ("", name) and name.split()[-1] in row.sentence]
    for row in drawn.sample(having, min(_RENAMED, len(having))):
        yield Row(row.question.replace(name, other), row.sentence, 0.0)


def _taught(rows: Sequence[Row], teacher: "CrossEncoder") -> list[Row]:
    """Return the rows with labels between their own and what a teacher makes of them."""
    told = teacher.predict([row[:2] for row in rows], batch_size=64, show_progress_bar=True)
    return [
        row._replace(answers=(row.answers + float(score)) / 2) for row, score in zip(rows, told, strict=True)
    ]


def every_row(piles: Iterable[tuple[Pile, Sequence[Told]]]) -> Iterator[list[Row]]:
    """Yield for each question all statements of its pile; none that answers only beside another."""
    for pile, texts in piles:
        for asked in pile.asked:
            answers = frozenset().union(*asked.positions)
            yield [
                Row(asked.question, each.text, float(bool(each.sentences & answers)))
                for each in texts
                if not (each.sentences & answers and each.sentences <= asked.partly)
            ]


def precision(model: "CrossEncoder", rows: Sequence[Row]) -> float:
    """Return the average precision of the model's order of all rows."""
    from sklearn.metrics import average_precision_score

    scores = model.predict([(row.question, row.sentence) for row in rows], batch_size=64)
    return float(average_precision_score([row.answers for row in rows], scores))


def training_rows(data: Path, drawn: random.Random) -> Iterator[Row]:
    """Yield the rows of XQuAD and of the first half of RAMDocs (the other is kept for measuring)."""
    articles = json.loads((data / "xquad" / "xquad.en.json").read_text("utf-8"))["data"]
    paragraphs = [paragraph for article in articles for paragraph in article["paragraphs"]]
    every = [sentence for paragraph in paragraphs for sentence in sentences(paragraph["context"])]
    for paragraph in paragraphs:
        for asked in paragraph["qas"]:
            answer = asked["answers"][0]["text"]
            yield from rows_of(asked["question"], answer, paragraph["context"], drawn)
            yield Row(asked["question"], drawn.choice(every), 0.0)
    lines = (data / "ramdocs" / "ramdocs_first_half.jsonl").read_text("utf-8").splitlines()
    for line in lines[: len(lines) // 2]:
        case = json.loads(line)
        for document in case["documents"]:
            yield from rows_of(case["question"], document["answer"], document["text"], drawn)


def rows_of(question: str, answer: str, text: str, drawn: random.Random) -> Iterator[Row]:
    """Yield the sentences of a text that hold the answer, and some that do not."""
    found = sentences(text)
    right = [sentence for sentence in found if answer.lower() in sentence.lower()]
    wrong = [sentence for sentence in found if sentence not in right]
    yield from (Row(question, sentence, 1.0) for sentence in right)
    yield from (Row(question, each, 0.0) for each in drawn.sample(wrong, min(_BESIDE, len(wrong))))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, less those of a few characters."""
    return [each for each in map(str.strip, _END.split(text)) if len(each) >= _SHORTEST]


def _model(folder: Path) -> "CrossEncoder":
    from sentence_transformers.cross_encoder import CrossEncoder

    model: CrossEncoder = CrossEncoder(
        str(folder),
        num_labels=1,
        max_length=_LONGEST,
        local_files_only=True,
        model_kwargs={"dtype": "float32"},
    )
    return model


def _trained(model: "CrossEncoder", rows: Sequence[Row], out: Path, schedule: Schedule) -> "CrossEncoder":
    """Train on rows of which the answers, the fewer, weigh more."""
    import torch
    from sentence_transformers.cross_encoder.losses import BinaryCrossEntropyLoss

    columns: dict[str, Sequence[object]] = {
        "question": [row.question for row in rows],
        "sentence": [row.sentence for row in rows],
        "label": [row.answers for row in rows],
    }
    fit(model, BinaryCrossEntropyLoss(model, pos_weight=torch.tensor(_WEIGHT)), columns, out, schedule)
    return model


if __name__ == "__main__":
    app()
