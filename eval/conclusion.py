"""What a comparison comes to: in a sentence, and as a comment for a pull request."""

from collections.abc import Iterator, Sequence

from eval.comparison import Change, Comparison
from eval.markdown import code, table
from eval.numbers import number, signed

_SHOWN_CASES = 20


def conclusion(comparison: Comparison) -> str:
    """Return whether the second run is better, worse, or not shown to differ."""
    each = comparison.deciding
    if each.change is None:
        return f"no difference shown: {each.name} has no value to compare"
    p = f"{each.p:.3f}".removeprefix("0")
    return (
        f"{_outcome(comparison)}: {each.name} went from {number(each.before)} to {number(each.after)} "
        f"(difference {signed(each.change)}, 95% interval {signed(each.low)} to {signed(each.high)}, "
        f"p = {p}, {comparison.cases} {'case' if comparison.cases == 1 else 'cases'})"
    )


def case_lines(comparison: Comparison) -> list[str]:
    """Return a line for each case that got better or worse."""
    return [
        f"{sign} {change.id}: {change.expected}; was {change.before}, is {change.after}"
        for sign, changes in (("+", comparison.better), ("−", comparison.worse))
        for change in changes
    ]


def comparison_markdown(comparison: Comparison, differences: Sequence[str]) -> str:
    """Return the comparison as Markdown; `differences` say in what the runs were not made alike."""
    return "\n".join(_parts(comparison, differences)) + "\n"


def _outcome(comparison: Comparison) -> str:
    if not comparison.is_shown:
        return "no difference shown"
    return "worse" if comparison.is_worse else "better"


def _parts(comparison: Comparison, differences: Sequence[str]) -> Iterator[str]:
    outcome, _, rest = conclusion(comparison).partition(":")
    better, worse = len(comparison.better), len(comparison.worse)
    yield f"**{outcome}**:{rest}\n"
    yield f"{better} cases better, {worse} worse (sign test p = {comparison.sign_p:.3f}).\n"
    rows = [
        (
            each.name,
            number(each.before),
            number(each.after),
            signed(each.change),
            f"{signed(each.low)} to {signed(each.high)}",
            f"{each.adjusted:.3f}",
        )
        for each in comparison.differences
        if each.change
    ]
    if rows:
        yield table(("figure", "before", "after", "difference", "95% interval", "p, adjusted"), rows)
    yield from _cases("Better", comparison.better)
    yield from _cases("Worse", comparison.worse)
    yield from _listed("The runs were not made alike (before / after)", [code(line) for line in differences])
    yield from _listed("Left out, as only one run has them or their gold differs", comparison.unpaired)


def _cases(title: str, changes: Sequence[Change]) -> Iterator[str]:
    lines = [f"{code(each.id)}: {each.expected}; was {each.before}, is {each.after}" for each in changes]
    yield from _listed(title, lines)


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        more = [f"… and {len(lines) - _SHOWN_CASES} more"] if len(lines) > _SHOWN_CASES else []
        yield f"\n{title}:\n"
        yield from (f"- {line}" for line in (*lines[:_SHOWN_CASES], *more))
