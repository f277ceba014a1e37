"""Measure whether a trained filter of the relations that the rules find does better than the rules.

The filter is fitted and measured on annotated articles; no weights are written.
`python -m training.attribution --help`.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Protocol

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table

from corpus.analysis import Analyst
from corpus.attribution.extract import relations
from corpus.attribution.lexicon import loosened
from corpus.errors import SaysWhoError
from corpus.statements import attributed
from eval.attribution import Document, Relation, load_documents, located
from eval.relations import Tally, matching, score, tally
from training.relation_features import Features, features

_FOLDS = 5
_STRENGTH = 0.3
"""Inverse strength of the L2 penalty."""

_TELLING = 20
"""Per cent of the signs that the trees are given, the most telling ones."""

app = typer.Typer(add_completion=False)

Kept = Sequence[NDArray[np.bool_]]
"""For each article, which of its candidates are kept (candidates,)."""


class Classifier(Protocol):
    """What tells right relations from wrong ones by their signs."""

    def fit(self, signs: Sequence[Features], right: NDArray[np.bool_]) -> object:
        """Learn from relations (relations,) and which of them are right."""
        ...

    def predict_proba(self, signs: Sequence[Features]) -> NDArray[np.float64]:
        """Return the chances (relations, 2) of being wrong and of being right."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """An article as the rules read it, with the candidates that loosened rules find and their signs."""

    document: Document
    rules: tuple[Relation, ...]
    candidates: tuple[Relation, ...]
    signs: tuple[Features, ...]
    right: NDArray[np.bool_]


@app.command()
def main(
    gold: Annotated[Path, typer.Argument(help="annotated articles in the form of PolNeAR, JSON Lines")],
    train: Annotated[
        int, typer.Option(min=1, help="articles, drawn at random, that the filter learns from")
    ] = 600,
    seed: Annotated[int, typer.Option(help="what they are drawn with")] = 0,
) -> None:
    """Compare the rules alone with trained filters on the articles that these have not seen.

    With loosened rules more is found; a logistic regression and boosted trees, by the rule, the cue, the
    source and the content of each relation, then tell what to keep. The bar that a relation must reach is
    the best one by cross-validation over the articles learned from.

    Example: python -m training.attribution polnear/train.jsonl --train 600
    """
    try:
        documents = list(load_documents(gold))
    except SaysWhoError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    if len(documents) <= train:
        typer.echo(f"{gold}: {len(documents)} articles; give --train a smaller number", err=True)
        raise typer.Exit(2)
    random.Random(seed).shuffle(documents)  # noqa: S311  # sampling, no secret
    read = list(track(_read(documents), "reading", len(documents), console=Console(stderr=True)))
    _print(compare(read[:train], read[train:]))


def compare(learned: Sequence[Read], held_out: Sequence[Read]) -> dict[str, list[Tally]]:
    """Return how the rules, the loosened rules and each filter do on the articles held out."""
    everything = [np.ones(len(one.candidates), dtype=np.bool_) for one in held_out]
    return {
        "rules": [tally(one.document.text, one.document.relations, one.rules) for one in held_out],
        "loosened rules": _tallies(held_out, everything),
        "logistic regression": _tallies(held_out, _filtered(_logistic(), learned, held_out)),
        "boosted trees": _tallies(held_out, _filtered(_boosted(), learned, held_out)),
    }


def _read(documents: Sequence[Document]) -> Iterator[Read]:
    parsed = Analyst().paragraphs(document.article for document in documents)
    for document, paragraphs in zip(documents, parsed, strict=True):
        with loosened():
            candidates = relations(paragraphs)
        places = tuple(map(located, candidates))
        matched = matching(document.text, document.relations, places)
        yield Read(
            document,
            tuple(map(located, attributed(paragraphs))),
            places,
            tuple(map(features, candidates)),
            np.array([place in matched for place in range(len(places))], dtype=np.bool_),
        )


def _logistic() -> Classifier:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MaxAbsScaler

    regression = LogisticRegression(C=_STRENGTH, max_iter=3000)
    model: Classifier = make_pipeline(DictVectorizer(), MaxAbsScaler(), regression)
    return model


def _boosted() -> Classifier:
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_selection import SelectPercentile, chi2
    from sklearn.pipeline import make_pipeline

    telling = SelectPercentile(chi2, percentile=_TELLING)
    trees = HistGradientBoostingClassifier(max_iter=150, learning_rate=0.06, random_state=0)
    model: Classifier = make_pipeline(DictVectorizer(sparse=False), telling, trees)
    return model


def _filtered(model: Classifier, learned: Sequence[Read], held_out: Sequence[Read]) -> Kept:
    """Fit a model and return which candidates of the articles held out it keeps."""
    from sklearn.model_selection import GroupKFold, cross_val_predict

    signs, right = (
        [sign for one in learned for sign in one.signs],
        np.concatenate([one.right for one in learned]),
    )
    groups = np.repeat(np.arange(len(learned)), [len(one.signs) for one in learned])
    folds = GroupKFold(min(_FOLDS, len(learned)))
    chances = cross_val_predict(model, signs, right, groups=groups, cv=folds, method="predict_proba")[:, 1]
    bar = best_bar(chances, right, sum(len(one.document.relations) for one in learned))
    model.fit(signs, right)
    return [
        model.predict_proba(list(one.signs))[:, 1] >= bar if one.signs else np.zeros(0, dtype=np.bool_)
        for one in held_out
    ]


def best_bar(chances: NDArray[np.float64], right: NDArray[np.bool_], gold: int) -> float:
    """Return the chance (candidates,) from which keeping gives the best F1, `gold` being to be found."""
    order = np.argsort(-chances)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + gold)
    return float(chances[order][int(np.argmax(f1))])


def _tallies(read: Sequence[Read], kept: Kept) -> list[Tally]:
    return [
        tally(
            one.document.text,
            one.document.relations,
            [relation for relation, keep in zip(one.candidates, keeps, strict=True) if keep],
        )
        for one, keeps in zip(read, kept, strict=True)
    ]


def _print(compared: dict[str, list[Tally]]) -> None:
    named = ("precision", "recall", "f1", "source_accuracy")
    table = Table("", *named)
    for name, tallies in compared.items():
        figures = score(tallies)
        table.add_row(name, *(f"{figures[figure].value:.3f}" for figure in named))
    Console().print(table)


if __name__ == "__main__":
    app()
