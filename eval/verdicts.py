"""Verdicts: accuracy, macro F1, conflicts, abstention, and which is taken for which."""

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.answer import Verdict
from eval.bootstrap import Figure, estimate, share
from eval.outcome import ERROR, Outcome

_Pair = tuple[str, str]  # gold verdict, answered verdict
_ANSWERED = (Verdict.AGREE, Verdict.CHANGED, Verdict.SINGLE)


def verdicts(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return accuracy and macro F1; P, R, F1 of `conflict`; the false-conflict rate; abstention.

    A case that failed counts as wrong.
    """
    pairs = _pairs(outcomes)
    calm = [answered for gold, answered in pairs if gold in _ANSWERED]
    return {
        "completed": share([(answered != ERROR, 1) for _, answered in pairs]),
        "verdict_accuracy": share([(gold == answered, 1) for gold, answered in pairs]),
        "verdict_macro_f1": estimate(pairs, _macro_f1, len(pairs)),
        **_detection("conflict", Verdict.CONFLICT, pairs),
        "false_conflict_rate": share([(answered == Verdict.CONFLICT, 1) for answered in calm]),
        **_detection("abstention", Verdict.NONE, pairs),
    }


def confusion(outcomes: Iterable[Outcome]) -> dict[str, dict[str, int]]:
    """Return how often each gold verdict (outer key) was answered with each (inner key)."""
    counts = Counter(_pairs(outcomes))
    labels = [verdict.value for verdict in Verdict]
    columns = [*labels, ERROR]
    return {gold: {answered: counts[gold, answered] for answered in columns} for gold in labels}


def _pairs(outcomes: Iterable[Outcome]) -> list[_Pair]:
    return [(outcome.case.verdict.value, outcome.verdict) for outcome in outcomes]


def _macro_f1(pairs: Sequence[_Pair]) -> float:
    """Return the mean F1 of the verdicts that occur, as gold or as answer."""
    gold, answered = (Counter(column) for column in zip(*pairs, strict=True))
    right = Counter(one for one, other in pairs if one == other)
    labels = (gold.keys() | answered.keys()) - {ERROR}
    return sum(2 * right[label] / (gold[label] + answered[label]) for label in labels) / len(labels)


def _detection(name: str, verdict: Verdict, pairs: Sequence[_Pair]) -> dict[str, Figure]:
    """Return precision, recall and F1 of one verdict against the rest."""
    flags = [(gold == verdict, answered == verdict) for gold, answered in pairs]
    return {
        f"{name}_precision": share([(gold and answered, answered) for gold, answered in flags]),
        f"{name}_recall": share([(gold and answered, gold) for gold, answered in flags]),
        f"{name}_f1": estimate(flags, _f1, sum(gold for gold, _ in flags)),
    }


def _f1(flags: Sequence[tuple[bool, bool]]) -> float | None:
    gold, answered = (sum(column) for column in zip(*flags, strict=True))
    both = sum(one and other for one, other in flags)
    return 2 * both / (gold + answered) if gold else None
