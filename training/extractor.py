"""Train the extractor: a model that marks the words of a statement which answer a question.

It starts from the packaged MiniLM weights. `python -m training.extractor --help`.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from assistant.extractor import Extract, Extractor, QuestionAnswering, Readable
from training.fitting import bared, packaged
from training.marks import load_marks
from training.piles import FOLDER, HELD_OUT, Pile, load_piles
from training.reader import sentences

if TYPE_CHECKING:
    from datasets import Dataset

_LONGEST = 112
"""Word pieces of question and text that are read."""

_MISSES = 1
"""Sentences without an answer for each with one."""

_BARE = 0.15
"""The share of texts that lose commas and quotation marks, as in some collections."""

app = typer.Typer(add_completion=False)


class Row(NamedTuple):
    """A question, a text, and its words that answer; none where they are empty."""

    question: str
    text: str
    words: str


@app.command()
def main(
    data: Annotated[Path, typer.Argument(help="folder that holds xquad/ and ramdocs/")],
    out: Annotated[Path, typer.Argument(help="folder for checkpoints and, in final/, the model")],
    start: Annotated[Path | None, typer.Option(help="folder of the model to start from")] = None,
    epochs: Annotated[float, typer.Option(help="passes over the rows")] = 4.0,
    rate: Annotated[float, typer.Option(help="the highest learning rate")] = 1e-4,
    seed: Annotated[int, typer.Option(help="what rows are drawn with")] = 0,
) -> None:
    """Train an extractor on questions with marked answers, and measure it on others.

    A run that was stopped goes on from its last checkpoint.

    Example: python -m training.extractor ../data extractor
    """
    drawn = random.Random(seed)  # noqa: S311  # sampling, no secret
    rows = [_bared(row, drawn) for row in (*pile_rows(FOLDER, drawn), *general_rows(data, drawn))]
    drawn.shuffle(rows)
    typer.echo(f"{len(rows):,} rows, {sum(bool(row.words) for row in rows):,} with an answer")
    _train(rows, start or packaged(), out, epochs, rate)
    held_out = list(pile_rows(HELD_OUT, drawn))
    told = measured(QuestionAnswering("trained", out / "final"), held_out)
    typer.echo(f"held out: {told[0]:.3f} of {len(held_out):,} right, answers alone {told[1]:.3f}")


def pile_rows(folder: Path, drawn: random.Random) -> Iterator[Row]:
    """Yield the sentences of piles that are marked, and for each some of the pile that do not answer."""
    piles = load_piles(folder)
    marks = load_marks(folder, piles)
    for pile in piles:
        for number, asked in enumerate(pile.asked, start=1):
            marked = marks.get((pile.id, number), {})
            answering = frozenset().union(*asked.positions)
            others = [key for key in pile.places if key not in answering]
            yield from (Row(asked.question, _sentence(pile, key), words) for key, words in marked.items())
            misses = drawn.sample(others, min(_MISSES * len(marked), len(others)))
            yield from (Row(asked.question, _sentence(pile, key), "") for key in misses)


def general_rows(data: Path, drawn: random.Random) -> Iterator[Row]:
    """Yield the sentences of XQuAD and of half of RAMDocs that hold an answer, and one beside each."""
    articles = json.loads((data / "xquad" / "xquad.en.json").read_text("utf-8"))["data"]
    for paragraph in (paragraph for article in articles for paragraph in article["paragraphs"]):
        for asked in paragraph["qas"]:
            yield from _held(asked["question"], asked["answers"][0]["text"], paragraph["context"], drawn)
    lines = (data / "ramdocs" / "ramdocs_first_half.jsonl").read_text("utf-8").splitlines()
    for case in map(json.loads, lines[: len(lines) // 2]):
        for document in case["documents"]:
            yield from _held(case["question"], document["answer"], document["text"], drawn)


def _held(question: str, answer: str, text: str, drawn: random.Random) -> Iterator[Row]:
    found = sentences(text)
    right = [sentence for sentence in found if sentence.count(answer) == 1]
    wrong = [sentence for sentence in found if answer not in sentence]
    yield from (Row(question, sentence, answer) for sentence in right[:1])
    yield from (Row(question, sentence, "") for sentence in drawn.sample(wrong, min(_MISSES, len(wrong))))


def _sentence(pile: Pile, key: str) -> str:
    name, (start, end) = pile.places[key]
    return next(article.text[start:end] for article in pile.articles if article.id == name)


def _bared(row: Row, drawn: random.Random) -> Row:
    if drawn.random() >= _BARE:
        return row
    return Row(row.question, bared(row.text), bared(row.words))


def measured(extractor: Extractor, rows: Sequence[Row]) -> tuple[float, float]:
    """Return how many rows are told right, of all and of those with an answer: most of its words, or none."""
    right = [
        _is_right(row, extractor.extract(row.question, [Readable(row.text, ((0, len(row.text)),))])[0])
        for row in rows
    ]
    answered = [is_right for row, is_right in zip(rows, right, strict=True) if row.words]
    return sum(right) / len(right), sum(answered) / len(answered)


def _is_right(row: Row, found: Extract | None) -> bool:
    if found is None or not row.words:
        return found is None and not row.words
    told, gold = set(row.text[found.start : found.end].lower().split()), set(row.words.lower().split())
    return 2 * len(told & gold) > max(len(told), len(gold))


def _train(rows: Sequence[Row], start: Path, out: Path, epochs: float, rate: float) -> None:
    import torch
    from transformers import (
        AutoModelForQuestionAnswering,
        AutoTokenizer,
        DataCollatorWithPadding,
        Trainer,
        TrainingArguments,
    )

    tokenizer = AutoTokenizer.from_pretrained(str(start), local_files_only=True)
    model = AutoModelForQuestionAnswering.from_pretrained(str(start), local_files_only=True, dtype="float32")
    arguments = TrainingArguments(
        output_dir=str(out),
        num_train_epochs=epochs,
        per_device_train_batch_size=32,
        learning_rate=rate,
        warmup_steps=0.08,
        save_steps=200,
        save_total_limit=1,
        logging_steps=50,
        train_sampling_strategy="group_by_length",
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        report_to=[],
        seed=0,
    )
    trainer = Trainer(
        model=model,
        args=arguments,
        train_dataset=_table(rows, tokenizer),
        data_collator=DataCollatorWithPadding(tokenizer),
    )
    trainer.train(resume_from_checkpoint=any(out.glob("checkpoint-*")))
    model.half().save_pretrained(str(out / "final"))
    tokenizer.save_pretrained(str(out / "final"))


def _table(rows: Sequence[Row], tokenizer: Any) -> "Dataset":  # noqa: ANN401  # transformers has no type for it
    from datasets import Dataset

    read = tokenizer(
        [row.question for row in rows],
        [row.text for row in rows],
        truncation="only_second",
        max_length=_LONGEST,
    )
    places = [_place(row, read, number) for number, row in enumerate(rows)]
    starts, ends = [first for first, _ in places], [last for _, last in places]
    return Dataset.from_dict({**read, "start_positions": starts, "end_positions": ends})


def _place(row: Row, read: Any, number: int) -> tuple[int, int]:  # noqa: ANN401
    """Return the first and last word piece of the answer; the first of all, twice, where there is none."""
    found = re.search(rf"(?<!\w){re.escape(row.words)}(?!\w)", row.text) if row.words else None
    if found is None:
        return 0, 0
    first = read.char_to_token(number, found.start(), sequence_index=1)
    last = read.char_to_token(number, found.end() - 1, sequence_index=1)
    return (0, 0) if first is None or last is None else (first, last)


if __name__ == "__main__":
    app()
