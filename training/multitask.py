"""Train the packaged model, which reads a question beside a statement or two, and write it for the program.

`python -m training.multitask --help`.
"""

import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import torch
import typer

from assistant.multitask import LONGEST, WEIGHTS, WORDS, MultiTaskModel, as_compared, as_read
from training.marks import Marks, load_marks
from training.measuring import accuracy, changing, marking, precision
from training.network import UNKNOWN, Network
from training.pairs import PairRow, drawn_pairs
from training.piles import FOLDER, HELD_OUT, Pile, Told, load_piles, told
from training.rows import Row, bared, drawn_rows, every_row, general_rows, inference_rows

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

_BARE = 0.12
"""The share of excerpts that lose commas and quotation marks, as in some collections."""

_INFERRED = 12_000
"""Rows of inference, which teach yes from no."""

app = typer.Typer(add_completion=False)


@app.command()
def main(
    data: Annotated[Path, typer.Argument(help="folder that holds nli/, xquad/ and ramdocs/")],
    start: Annotated[Path, typer.Argument(help="folder of the encoder to start from, of the kind of MPNet")],
    out: Annotated[Path, typer.Argument(help="folder for checkpoints and, in final/, the model")],
    layers: Annotated[int, typer.Option(help="layers of the encoder that are kept, from the first")] = 6,
    epochs: Annotated[float, typer.Option(help="passes over the rows")] = 2.0,
    rate: Annotated[float, typer.Option(help="the highest learning rate")] = 7e-5,
    seed: Annotated[int, typer.Option(help="what rows are drawn with")] = 0,
) -> None:
    """Train on the invented piles, on encyclopaedic text and on inference; measure on piles held out.

    A run that was stopped goes on from its last checkpoint.

    Example: python -m training.multitask ../data all-mpnet-base-v2 multitask
    """
    from transformers import AutoTokenizer

    drawn = random.Random(seed)  # noqa: S311  # sampling, no secret
    piles = load_piles()
    read = list(told(piles))
    rows = _rows(read, load_marks(FOLDER, piles), data, drawn)
    pairs = list(drawn_pairs(read, drawn))
    typer.echo(f"{len(rows):,} rows, {sum(row.answers == 1.0 for row in rows):,} answers")
    typer.echo(f"{len(pairs):,} pairs, {sum(pair.same == 1.0 for pair in pairs):,} that agree")
    torch.manual_seed(seed)
    tokenizer = AutoTokenizer.from_pretrained(str(start), local_files_only=True)
    network = Network(start, layers)
    _train(network, _table([*rows, *pairs], tokenizer), tokenizer, out, epochs, rate)
    write(network, start, out / "final")
    _measure(MultiTaskModel(out / "final"))


def _measure(model: MultiTaskModel) -> None:
    piles = load_piles(HELD_OUT)
    read = list(told(piles))
    asked = list(every_row(read, load_marks(HELD_OUT, piles)))
    pooled, single = precision(model, asked)
    typer.echo(f"answering: average precision {pooled:.3f}, mean over questions {single:.3f}")
    right, count = accuracy(model, asked)
    typer.echo(f"yes or no: {right} of {count} right")
    words = marking(model, asked)
    typer.echo(f"words: {words.right} of {words.answering} right, {words.amiss} of {words.others} amiss")
    change = changing(model, list(drawn_pairs(read, random.Random(0))))  # noqa: S311  # no secret
    typer.echo(f"change from conflict: area under the curve {change:.3f}")


def _rows(
    read: Sequence[tuple[Pile, Sequence[Told]]], marks: Marks, data: Path, drawn: random.Random
) -> list[Row]:
    rows = list(drawn_rows(list(every_row(read, marks)), drawn))
    inferred = list(inference_rows(data / "nli" / "train.jsonl"))
    rows = [bared(row) if drawn.random() < _BARE else row for row in rows]
    rows += [*general_rows(data, drawn), *drawn.sample(inferred, min(_INFERRED, len(inferred)))]
    drawn.shuffle(rows)
    return rows


def _train(
    network: Network,
    table: Any,  # noqa: ANN401  # a Dataset
    tokenizer: "PreTrainedTokenizerBase",
    out: Path,
    epochs: float,
    rate: float,
) -> None:
    from transformers import DataCollatorWithPadding, Trainer, TrainingArguments

    arguments = TrainingArguments(
        output_dir=str(out),
        num_train_epochs=epochs,
        per_device_train_batch_size=32,
        learning_rate=rate,
        weight_decay=0.01,
        warmup_steps=0.06,
        save_steps=500,
        save_total_limit=1,
        logging_steps=50,
        train_sampling_strategy="group_by_length",
        remove_unused_columns=False,
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        report_to=[],
        seed=0,
    )
    trainer = Trainer(
        model=network,
        args=arguments,
        train_dataset=table,
        data_collator=DataCollatorWithPadding(tokenizer),
    )
    trainer.train(resume_from_checkpoint=any(out.glob("checkpoint-*")))


def _table(rows: Sequence[Row | PairRow], tokenizer: "PreTrainedTokenizerBase") -> Any:  # noqa: ANN401  # a Dataset
    from datasets import Dataset

    read = tokenizer(
        [row.question for row in rows],
        [as_compared(row.pair) if isinstance(row, PairRow) else as_read(row.excerpt) for row in rows],
        truncation="longest_first",
        max_length=LONGEST,
    )
    return Dataset.from_dict(
        {
            "input_ids": read["input_ids"],
            "attention_mask": read["attention_mask"],
            **{name: [_label(row, name) for row in rows] for name in ("answers", "affirms", "same", "later")},
            "places": [_place(row, read, number) for number, row in enumerate(rows)],
        }
    )


def _label(row: Row | PairRow, name: str) -> float:
    label = getattr(row, name, None)
    return UNKNOWN if label is None else label


def _place(row: Row | PairRow, read: Any, number: int) -> tuple[int, int]:  # noqa: ANN401  # untyped
    """Return the first and last word piece that answer; the first of all where none do; or UNKNOWN."""
    unknown = (int(UNKNOWN), int(UNKNOWN))
    if isinstance(row, PairRow) or row.words is None:
        return unknown
    if not row.words:
        return 0, 0
    found = re.search(rf"(?<!\w){re.escape(row.words)}(?!\w)", row.excerpt.text)
    if found is None:
        return unknown
    start = len(as_read(row.excerpt)) - len(row.excerpt.text)
    first = read.char_to_token(number, start + found.start(), sequence_index=1)
    last = read.char_to_token(number, start + found.end() - 1, sequence_index=1)
    return unknown if first is None or last is None else (first, last)


def write(network: Network, start: Path, folder: Path) -> None:
    """Write a network, its weights of eight bits, and the tokenizer of the encoder that it started from."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    whole = folder.parent / "whole.onnx"
    _export(network.cpu().eval(), whole)
    quantize_dynamic(
        whole, folder / WEIGHTS, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
    )
    shutil.copy(start / WORDS, folder / WORDS)


class _Logits(torch.nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Any:  # noqa: ANN401
        return self.network.logits(input_ids, attention_mask)


def _export(network: Network, path: Path) -> None:
    ids = torch.arange(5, 37).reshape(2, 16)
    torch.onnx.export(
        _Logits(network),
        (ids, torch.ones_like(ids)),
        path,
        input_names=["input_ids", "attention_mask"],
        output_names=["outputs", "spans"],
        dynamic_axes={
            "input_ids": {0: "rows", 1: "pieces"},
            "attention_mask": {0: "rows", 1: "pieces"},
            "outputs": {0: "rows"},
            "spans": {0: "rows", 1: "pieces"},
        },
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    app()
