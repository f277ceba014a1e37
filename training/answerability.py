"""Fit the weights by which a statement is judged to answer a question.

The present weights choose which statements are looked at, so that fitting goes on from them.
Each set is an index and cases over its reports; `python -m training.answerability --help`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from assistant.candidate import Candidate
from assistant.evidence import Evidence, Judged, about, evidence, read
from assistant.gathering import SHORTLIST, answering, candidates
from assistant.multitask import PACKAGED_MODEL
from assistant.parsed import Parsed, parsed
from assistant.question import Question, read_question
from corpus.parsing import Parser, SpacyParser
from eval.cases import Case, load_cases
from eval.gold import Gold, locate
from eval.span import half_overlaps
from index.encoder import load_encoder
from index.index import Index

_STRENGTH = 0.3
"""Inverse strength of the L2 penalty."""

_SIGNS = [field.name for field in fields(Evidence)]
_UNREAD = [name for name in _SIGNS if not name.startswith("reader")]
_NAMES = [name for name in _SIGNS if name != "far_day"]
"""What is read closely is hardly ever of a day far from the one asked about."""

_FIRST = [name for name in _UNREAD if name not in ("value", "loose", "marked")]

Fitted = tuple[NDArray[np.float64], float]
"""Weights (signs,) and the intercept."""

app = typer.Typer(add_completion=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its candidates, the evidence for them, and which of them are gold."""

    question: Question
    judged: list[Judged]
    gold: list[bool]
    words: list[Parsed]


@dataclass(frozen=True, slots=True)
class Table:
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
    bar: Annotated[float, typer.Option(help="what the likeliest statement must reach")] = 0.5,
    share: Annotated[float, typer.Option(help="what share of it the others must reach")] = 0.5,
    sure: Annotated[float, typer.Option(help="what a statement in other words must reach")] = 0.3,
    alone: Annotated[float, typer.Option(help="what one of them must reach where there are no others")] = 0.4,
    only: Annotated[list[str] | None, typer.Option(help="only cases whose id starts so")] = None,
) -> None:
    """Fit the model on all sets, print how it does on each when fitted on the others, and write it.

    Example: python -m training.answerability my-index=eval/sets/sample.jsonl
    """
    starts = tuple(only or ("",))
    asked = {name: list(_asked(name, depth, starts)) for name in sets}
    first = fit([_table(one.judged, one.gold, _FIRST) for each in asked.values() for one in each])
    closely = {name: [_closely(one, first) for one in each] for name, each in asked.items()}
    regressions = {}
    for kind, signs in (("unread", _UNREAD), ("whole", _NAMES)):
        tables = {
            name: [_table(one.judged, one.gold, signs) for one in each] for name, each in closely.items()
        }
        for name in sets if len(sets) > 1 else ():
            typer.echo(f"{kind} {name}: {_left_out(tables, name)}")
        weights, intercept = fit([one for each in tables.values() for one in each])
        regressions[kind] = dict(zip(signs, weights, strict=True)), intercept
    bars = {"bar": bar, "share": share, "sure": sure, "alone": alone}
    out.write_text(_toml(regressions, bars), "utf-8")


def _asked(name: str, depth: int, starts: tuple[str, ...]) -> Iterator[Asked]:
    folder, _, cases = name.partition("=")
    parser = SpacyParser()
    with Index.open(Path(folder), load_encoder("")) as index:
        for case in load_cases(Path(cases)):
            if case.id.startswith(starts):
                yield _of_case(case, index, parser, depth)


def _of_case(case: Case, index: Index, parser: Parser, depth: int) -> Asked:
    question = read_question(case.question, parser)
    hits = index.search(question.text, depth)
    found = about(question, candidates(index, [*hits, *index.rest(question.text, hits)]), index)
    gold = locate(case, index)
    is_gold = [_is_gold(candidate, gold) for candidate in found]
    return Asked(question, evidence(question, found, index), is_gold, parsed(found, index, parser))


def _closely(asked: Asked, first: Fitted) -> Asked:
    """Return the most promising candidates, read, and with whether a value is found in them."""
    scores = _table(asked.judged, asked.gold, _FIRST).signs @ first[0]
    best = np.argsort(-scores)[:SHORTLIST]
    judged = read(asked.question, [asked.judged[place] for place in best], PACKAGED_MODEL)
    words = [asked.words[place] for place in best]
    found = answering(asked.question, judged, words, PACKAGED_MODEL)
    valued = [
        each if one is None else (one.candidate, one.signs) for each, one in zip(judged, found, strict=True)
    ]
    return Asked(asked.question, valued, [asked.gold[place] for place in best], words)


def _table(judged: Sequence[Judged], gold: Sequence[bool], names: Sequence[str]) -> Table:
    rows = [[asdict(signs)[name] for name in names] for _, signs in judged]
    return Table(np.array(rows, dtype=np.float64).reshape(-1, len(names)), np.array(gold, dtype=np.bool_))


def _is_gold(candidate: Candidate, gold: Sequence[Gold]) -> bool:
    return any(
        one.statement.article == candidate.article.id and half_overlaps(candidate.statement.spans.quote, span)
        for one in gold
        for span in one.spans
    )


def fit(judged: Sequence[Table]) -> Fitted:
    """Return weights for the signs as they are, and the intercept: fitted on standardised signs."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler()
    signs = scaler.fit_transform(np.vstack([one.signs for one in judged]))
    model: Any = LogisticRegression(C=_STRENGTH, max_iter=2000)
    model.fit(signs, np.concatenate([one.gold for one in judged]))
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def _left_out(judged: dict[str, list[Table]], name: str) -> str:
    """Return average precision on one set, fitted on the others, and how well it tells `none`."""
    from sklearn.metrics import average_precision_score, roc_auc_score

    weights, intercept = fit([one for other, each in judged.items() if other != name for one in each])
    scored = [(one.signs @ weights + intercept, one.gold) for one in judged[name] if len(one.gold)]
    precision = [average_precision_score(gold, scores) for scores, gold in scored if gold.any()]
    answered = [bool(gold.any()) for _, gold in scored]
    best = [float(scores.max()) for scores, _ in scored]
    told = roc_auc_score(answered, best) if len(set(answered)) > 1 else float("nan")
    return (
        f"{len(scored)} questions, mean average precision {np.mean(precision):.3f}, none told by {told:.3f}"
    )


def _toml(regressions: dict[str, tuple[dict[str, float], float]], bars: dict[str, float]) -> str:
    lines = ["# How the signs of assistant/evidence.py weigh, fitted by training/answerability.py."]
    lines += [f"{name} = {least}" for name, least in bars.items()]
    for kind, (weights, intercept) in regressions.items():
        lines += ["", f"[{kind}]", f"intercept = {intercept:.4f}", "", f"[{kind}.weights]"]
        lines += [f"{name} = {weight:.4f}" for name, weight in weights.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    app()
