"""Real paragraphs and questions to time with."""

import csv
import json
from itertools import islice
from pathlib import Path

from corpus.article import Article

SHORTEST = 200
"""Characters of the shortest paragraph that is taken."""


def paragraphs(data: Path, count: int) -> list[str]:
    """Return different paragraphs of web news (the Fake News Challenge), over again if there are too few."""
    with (data / "fnc1" / "train_bodies.csv").open(encoding="utf-8", newline="") as file:
        bodies = [row["articleBody"] for row in csv.DictReader(file)]
    parts = (part.strip() for body in bodies for part in body.split("\n"))
    found = list(islice(dict.fromkeys(part for part in parts if len(part) >= SHORTEST), count))
    return [
        f"{text} ({turn})" if turn else text for turn in range(count // len(found) + 1) for text in found
    ][:count]


def articles(texts: list[str], paragraphs_each: int = 8) -> list[Article]:
    """Return the paragraphs as reports of so many each."""
    groups = [texts[start : start + paragraphs_each] for start in range(0, len(texts), paragraphs_each)]
    return [
        Article(f"report-{number}", f"Report {number}", "\n\n".join(group), outlet="Benchmark")
        for number, group in enumerate(groups)
    ]


def queries(data: Path, count: int) -> list[str]:
    """Return questions on other texts (XQuAD): each has to be encoded."""
    pages = json.loads((data / "xquad" / "xquad.en.json").read_text(encoding="utf-8"))["data"]
    asked = [qa["question"] for page in pages for part in page["paragraphs"] for qa in part["qas"]]
    return asked[:: max(len(asked) // count, 1)][:count]
