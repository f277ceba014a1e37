"""Marks: the words of a pile's sentences that answer its questions.

`training/piles/README.md` describes the format of `marks.tsv`.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import SaysWhoError
from training.piles import Pile

FILE = "marks.tsv"
NOTHING = "-"
"""Stands for a sentence of which no words answer by themselves."""

Marks = Mapping[tuple[str, int], Mapping[str, str]]
"""By pile and number of the question, from 1: words by the key of their sentence, empty for none."""


def load_marks(folder: Path, piles: list[Pile]) -> Marks:
    """Read the marks of a folder of piles.

    Raises SaysWhoError, naming the line, where words do not stand in their sentence.
    """
    texts = {article.id: article.text for pile in piles for article in pile.articles}
    places = {(pile.id, key): place for pile in piles for key, place in pile.places.items()}
    found: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
    with (folder / FILE).open(encoding="utf-8", newline="") as lines:
        for number, (pile, asked, key, words) in enumerate(
            csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1
        ):
            article, (start, end) = places[pile, key]
            if words != NOTHING and words not in texts[article][start:end]:
                raise SaysWhoError(
                    f"{folder / FILE}, line {number}: not in sentence {key} of {pile}: {words}"
                )
            found[pile, int(asked)][key] = "" if words == NOTHING else words
    return found
