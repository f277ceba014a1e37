"""Questions with known answers, over texts that stay where they are: a folder of data sets.

TREC-QA (Wang, Smith and Mitamura, 2007), XQuAD (Artetxe, Ruder and Yogatama, 2020), the Fake News
Challenge (2017) and FA-KES (Abu Salem and others, 2019) with the cases of `eval/sets/syria.jsonl`.
"""

import csv
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SYRIA_CASES = Path(__file__).parents[1] / "eval" / "sets" / "syria.jsonl"
FILLER = 120
"""Articles without an answer, beside those with one."""

QUERIES = 30


@dataclass(frozen=True, slots=True)
class Text:
    """What is searched."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and where its answers stand: text id, start and end."""

    question: str
    gold: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts and questions. `by_text`: a text is found by any passage of it, and ranked once."""

    name: str
    texts: tuple[Text, ...]
    asked: tuple[Asked, ...]
    by_text: bool = False


def xquad(data: Path) -> Collection:
    """Return questions on encyclopaedia paragraphs, each answered by a span."""
    texts, asked = list[Text](), list[Asked]()
    for page in json.loads((data / "xquad" / "xquad.en.json").read_text(encoding="utf-8"))["data"]:
        for paragraph in page["paragraphs"]:
            name = f"p{len(texts)}"
            texts.append(Text(name, page["title"].replace("_", " "), paragraph["context"]))
            for question in paragraph["qas"]:
                spans = {(answer["answer_start"], len(answer["text"])) for answer in question["answers"]}
                gold = tuple((name, start, start + length) for start, length in sorted(spans))
                asked.append(Asked(question["question"], gold))
    return Collection("XQuAD", tuple(texts), tuple(random.Random(0).sample(asked, 10 * QUERIES)))  # noqa: S311


def trecqa(data: Path) -> Collection:
    """Return questions on newswire sentences, some of them right; sentences of all questions are searched."""
    rows = [row for part in ("dev", "test") for row in _csv(data / "trecqa" / f"{part}.csv")]
    names = {text: f"s{number}" for number, text in enumerate(dict.fromkeys(row["atext"] for row in rows))}
    right: dict[str, dict[str, int]] = {}
    for row in rows:
        if row["label"] == "1":
            right.setdefault(row["qtext"], {})[names[row["atext"]]] = len(row["atext"])
    asked = [
        Asked(question, tuple((name, 0, length) for name, length in found.items()))
        for question, found in right.items()
    ]
    return Collection("TREC-QA", tuple(Text(name, "", text) for text, name in names.items()), tuple(asked))


def fnc(data: Path) -> Collection:
    """Return headlines and the bodies that are about the same; bodies have no titles here."""
    bodies = {row["Body ID"]: row["articleBody"] for row in _csv(data / "fnc1" / "train_bodies.csv")}
    rows = list(_jsonl(data / "fnc1" / "train_retrieval_qrels.jsonl"))
    chosen = random.Random(0).sample(rows, QUERIES)  # noqa: S311 - a sample, not a secret
    asked = [
        Asked(row["query"], tuple((name, 0, len(bodies[name])) for name in row["relevant"])) for row in chosen
    ]
    kept = _with_filler([name for each in asked for name, *_ in each.gold], list(bodies))
    return Collection(
        "FNC-1", tuple(Text(name, "", bodies[name]) for name in kept), tuple(asked), by_text=True
    )


def syria(data: Path) -> Collection:
    """Return questions on war reports and the statements that answer them, with titles."""
    rows = {row["id"]: row for row in _jsonl(data / "syria" / "articles.jsonl")}
    asked = []
    for case in _jsonl(SYRIA_CASES):
        told = [statement for position in case["positions"] for statement in position["statements"]]
        gold = tuple((each["article"], each["start"], each["end"]) for each in told)
        if gold:
            asked.append(Asked(case["question"], gold))
    kept = _with_filler([name for each in asked for name, *_ in each.gold], list(rows))
    texts = tuple(Text(name, rows[name]["title"], rows[name]["text"]) for name in kept)
    return Collection("Syria", texts, tuple(asked))


COLLECTIONS: dict[str, Callable[[Path], Collection]] = {
    "trecqa": trecqa,
    "xquad": xquad,
    "syria": syria,
    "fnc": fnc,
}


def _with_filler(needed: list[str], all_names: list[str]) -> dict[str, None]:
    others = [name for name in all_names if name not in set(needed)]
    filler = random.Random(0).sample(others, min(FILLER, len(others)))  # noqa: S311
    return dict.fromkeys([*needed, *filler])


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
