"""Train the judge: a cross-encoder that tells whether a statement says yes or no to a question.

It starts from the packaged reader. `python -m training.judge --help`.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from assistant.reader import PACKAGED
from training.fitting import Schedule, fit
from training.piles import HELD_OUT, SAYS, Pile, Told, load_piles, told

if TYPE_CHECKING:
    from sentence_transformers.cross_encoder import CrossEncoder

_LONGEST = 112
"""Word pieces of a question and a statement that are read."""

_LICENSED = ("nep_", "cad_nli", "snli/")
"""Parts of the inference set whose licence is stated: CC BY-SA 3.0, Apache-2.0, CC BY-SA 4.0."""

_FIRST, _SECOND = (
    Schedule(epochs=1.0, batch=32, rate=6e-5, warmup=0.06, save_steps=200),
    Schedule(epochs=2.0, batch=16, rate=6e-5, warmup=0.1, save_steps=50),
)

app = typer.Typer(add_completion=False)


class Row(NamedTuple):
    """A question, or what it asks about; a text; 1.0 where the text says yes, 0.0 no, 0.5 neither."""

    question: str
    text: str
    yes: float


@app.command()
def main(
    data: Annotated[Path, typer.Argument(help="folder that holds nli/")],
    out: Annotated[Path, typer.Argument(help="folder for checkpoints and, in final/, the model")],
    start: Annotated[Path, typer.Option(help="folder of the cross-encoder to start from")] = PACKAGED,
    inference: Annotated[
        bool, typer.Option(help="train on inference first; not needed from a judge that was")
    ] = True,
    seed: Annotated[int, typer.Option(help="what rows are shuffled with")] = 0,
) -> None:
    """Train a judge, first on inference, then on the invented piles, and measure it on others.

    A run that was stopped goes on from its last checkpoint.

    Example: python -m training.judge ../data judge
    """
    drawn = random.Random(seed)  # noqa: S311  # sampling, no secret
    inferred = list(inference_rows(data / "nli" / "train.jsonl")) if inference else []
    asked = list(pile_rows(told(load_piles())))
    drawn.shuffle(inferred)
    drawn.shuffle(asked)
    typer.echo(f"{len(inferred):,} rows of inference, then {len(asked):,} of piles")
    model = _model(start)
    if inferred:
        model = _trained(model, inferred, out / "first", _FIRST)
    model = _trained(model, asked, out / "second", _SECOND)
    held_out = [row for row in pile_rows(told(load_piles(HELD_OUT))) if row.yes != SAYS["open"]]
    typer.echo(f"right on {accuracy(model, held_out):.3f} of {len(held_out):,} statements held out")
    model.half().save_pretrained(str(out / "final"))


def inference_rows(path: Path) -> Iterator[Row]:
    """Yield hypothesis and premise where the one follows from the other, or is contradicted by it."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["label"] != "neutral" and row["src"].startswith(_LICENSED):
                yield Row(row["hypothesis"], row["premise"], float(row["label"] == "entailment"))


def pile_rows(piles: Iterable[tuple[Pile, Sequence[Told]]]) -> Iterator[Row]:
    """Yield what answers questions of yes or no; nothing that says both, or answers beside another only."""
    for pile, texts in piles:
        for asked in pile.asked:
            for each in texts if asked.says else ():
                positions = zip(asked.positions, asked.says, strict=True)
                said = {yes for keys, yes in positions if each.sentences & (keys - asked.partly)}
                if len(said) == 1:
                    yield Row(asked.question, each.text, said.pop())


def accuracy(model: "CrossEncoder", rows: Sequence[Row]) -> float:
    """Return how many of the rows, none of them open, are told right."""
    scores = model.predict([(row.question, row.text) for row in rows], batch_size=64)
    right = [
        (score > SAYS["open"]) == (row.yes > SAYS["open"]) for score, row in zip(scores, rows, strict=True)
    ]
    return sum(map(bool, right)) / len(rows)


def _model(start: Path) -> "CrossEncoder":
    from sentence_transformers.cross_encoder import CrossEncoder

    model: CrossEncoder = CrossEncoder(
        str(start),
        num_labels=1,
        max_length=_LONGEST,
        local_files_only=True,
        model_kwargs={"dtype": "float32"},
    )
    return model


def _trained(model: "CrossEncoder", rows: Sequence[Row], out: Path, schedule: Schedule) -> "CrossEncoder":
    from sentence_transformers.cross_encoder.losses import BinaryCrossEntropyLoss

    columns: dict[str, Sequence[object]] = {
        "question": [row.question for row in rows],
        "text": [row.text for row in rows],
        "label": [row.yes for row in rows],
    }
    fit(model, BinaryCrossEntropyLoss(model), columns, out, schedule)
    return model


if __name__ == "__main__":
    app()
