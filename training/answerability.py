"""Fit the weights by which a statement is judged to answer a question.

The present weights choose which statements are looked at, so that fitting goes on from them.
Each set is an index and cases over its reports; `python -m training.answerability --help`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from assistant.answerability import load_answerability
from assistant.candidate import Candidate
from assistant.claim import value
from assistant.evidence import Evidence
from assistant.gathering import candidates, shortlist
from assistant.question import read_question
from corpus.parsing import Parser, SpacyParser
from eval.cases import Case, load_cases
from eval.gold import Gold, locate
from eval.span import half_overlaps
from index.encoder import load_encoder
from index.index import Index

_STRENGTH = 0.3
"""Inverse strength of the L2 penalty."""

_NAMES = [field.name for field in fields(Evidence)]

app = typer.Typer(add_completion=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates of one question: their signs (candidates, signs), and which of them are gold."""

    signs: NDArray[np.float64]
    gold: NDArray[np.bool_]


@app.command()
def main(
    sets: Annotated[list[str], typer.Argument(help="INDEX=CASES.jsonl, one for each set")],
    out: Annotated[Path, typer.Option(help="the file of weights to write")] = Path(
        "assistant/answerability.toml"
    ),
    depth: Annotated[int, typer.Option(help="passages retrieved for a question")] = 30,
    bar: Annotated[float, typer.Option(help="what the likeliest statement must reach")] = 0.3,
    share: Annotated[float, typer.Option(help="what share of it the others must reach")] = 0.45,
    sure: Annotated[float, typer.Option(help="what a statement in other words must reach")] = 0.3,
    alone: Annotated[float, typer.Option(help="what one of them must reach where there are no others")] = 0.5,
) -> None:
    """Fit the model on all sets, print how it does on each when fitted on the others, and write it.

    Example: python -m training.answerability my-index=eval/sets/sample.jsonl
    """
    judged = {name: list(_judged(name, depth)) for name in sets}
    for name in sets if len(sets) > 1 else ():
        typer.echo(f"{name}: {_left_out(judged, name)}")
    weights, intercept = _fit([one for each in judged.values() for one in each])
    out.write_text(
        _toml(weights, intercept, {"bar": bar, "share": share, "sure": sure, "alone": alone}), "utf-8"
    )


def _judged(name: str, depth: int) -> Iterator[Judged]:
    folder, _, cases = name.partition("=")
    parser = SpacyParser()
    with Index.open(Path(folder), load_encoder("")) as index:
        for case in load_cases(Path(cases)):
            yield _of_case(case, index, parser, depth)


def _of_case(case: Case, index: Index, parser: Parser, depth: int) -> Judged:
    question = read_question(case.question, parser)
    hits = index.search(question.text, depth)
    found = candidates(index, [*hits, *index.rest(question.text, hits)])
    judged = shortlist(question, found, index, load_answerability())
    docs = parser.parse(candidate.content for candidate, _ in judged)
    signs = [
        replace(signs, value=float(value(question, candidate, doc) is not None))
        for (candidate, signs), doc in zip(judged, docs, strict=True)
    ]
    gold = locate(case, index)
    return Judged(
        np.array([list(asdict(one).values()) for one in signs]).reshape(-1, len(_NAMES)),
        np.array([_is_gold(candidate, gold) for candidate, _ in judged], dtype=np.bool_),
    )


def _is_gold(candidate: Candidate, gold: Sequence[Gold]) -> bool:
    return any(
        one.statement.article == candidate.article.id and half_overlaps(candidate.statement.spans.quote, span)
        for one in gold
        for span in one.spans
    )


def _fit(judged: Sequence[Judged]) -> tuple[NDArray[np.float64], float]:
    """Return weights for the signs as they are, and the intercept: fitted on standardised signs."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler()
    signs = scaler.fit_transform(np.vstack([one.signs for one in judged]))
    model: Any = LogisticRegression(C=_STRENGTH, max_iter=2000)
    model.fit(signs, np.concatenate([one.gold for one in judged]))
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def _left_out(judged: dict[str, list[Judged]], name: str) -> str:
    """Return average precision on one set, fitted on the others, and how well it tells `none`."""
    from sklearn.metrics import average_precision_score, roc_auc_score

    weights, intercept = _fit([one for other, each in judged.items() if other != name for one in each])
    scored = [(one.signs @ weights + intercept, one.gold) for one in judged[name] if len(one.gold)]
    precision = [average_precision_score(gold, scores) for scores, gold in scored if gold.any()]
    answered = [bool(gold.any()) for _, gold in scored]
    best = [float(scores.max()) for scores, _ in scored]
    told = roc_auc_score(answered, best) if len(set(answered)) > 1 else float("nan")
    return (
        f"{len(scored)} questions, mean average precision {np.mean(precision):.3f}, none told by {told:.3f}"
    )


def _toml(weights: NDArray[np.float64], intercept: float, bars: dict[str, float]) -> str:
    lines = [
        "# How the signs of assistant/evidence.py weigh, fitted by training/answerability.py.",
        *(f"{name} = {least}" for name, least in bars.items()),
        f"intercept = {intercept:.4f}",
        "",
        "[weights]",
        *(f"{name} = {weight:.4f}" for name, weight in zip(_NAMES, weights, strict=True)),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    app()
