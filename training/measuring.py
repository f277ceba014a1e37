"""Measuring: how a model that reads excerpts does on rows it was not trained on."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.comparer import Comparer
from assistant.excerpt import Excerpt
from assistant.extractor import Extractor
from assistant.judge import Judge
from assistant.question import read_question
from assistant.reader import Reader
from corpus.parsing import SpacyParser
from training.pairs import PairRow
from training.piles import SAYS
from training.rows import Row


def precision(reader: Reader, asked: Sequence[Sequence[Row]]) -> tuple[float, float]:
    """Return the average precision of the order of all rows, and the mean of it over questions."""
    from sklearn.metrics import average_precision_score

    scores = [reader.read(rows[0].question, [row.excerpt for row in rows]) for rows in asked]
    gold = [[row.answers for row in rows] for rows in asked]
    pooled = average_precision_score(
        [each for one in gold for each in one], [each for one in scores for each in one]
    )
    single = [average_precision_score(*pair) for pair in zip(gold, scores, strict=True) if any(pair[0])]
    return float(pooled), sum(single) / len(single)


def accuracy(judge: Judge, asked: Sequence[Sequence[Row]]) -> tuple[int, int]:
    """Return how many rows that say yes or no are told right, and how many there are."""
    parser, right, count = SpacyParser(), 0, 0
    for rows in asked:
        said = [row for row in rows if row.affirms in (0.0, 1.0)]
        if said:
            chances = judge.affirmation(
                read_question(said[0].question, parser), [row.excerpt for row in said]
            )
            right += sum(
                (chance > SAYS["open"]) == bool(row.affirms)
                for chance, row in zip(chances, said, strict=True)
            )
            count += len(said)
    return right, count


def changing(comparer: Comparer, rows: Sequence[PairRow]) -> float:
    """Return the area under the curve of telling a change from a conflict, of pairs that differ."""
    from sklearn.metrics import roc_auc_score

    known = [row for row in rows if row.later is not None]
    told = [comparer.change(row.question, [row.pair])[0] for row in known]
    return float(roc_auc_score([row.later for row in known], told))


@dataclass(frozen=True, slots=True)
class Marking:
    """How rows are marked: most of the words of `right` of `answering`; `amiss` of `others` at all."""

    right: int
    answering: int
    amiss: int
    others: int


def marking(extractor: Extractor, asked: Sequence[Sequence[Row]]) -> Marking:
    """Return how the words of rows are marked, any of which may answer."""
    right = answering = amiss = others = 0
    for rows in asked:
        known = [row for row in rows if row.words is not None]
        found = extractor.extract(known[0].question, [_whole(row.excerpt) for row in known]) if known else []
        for row, extract in zip(known, found, strict=True):
            told = "" if extract is None else row.excerpt.text[extract.start : extract.end]
            answering += bool(row.words)
            others += not row.words
            right += bool(row.words) and _most(told, row.words or "")
            amiss += bool(told) and not row.words
    return Marking(right, answering, amiss, others)


def _whole(excerpt: Excerpt) -> Excerpt:
    """Return an excerpt any of whose words may answer."""
    return Excerpt(excerpt.text, ((0, len(excerpt.text)),), excerpt.headline, excerpt.before)


def _most(told: str, gold: str) -> bool:
    one, other = set(told.lower().split()), set(gold.lower().split())
    return 2 * len(one & other) > max(len(one), len(other))
