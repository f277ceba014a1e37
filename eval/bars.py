"""Bars that a run has to clear, for continuous integration."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import isfinite, nan
from operator import gt, lt

from corpus.errors import SaysWhoError
from eval.bootstrap import Figure


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure's name and the value it is held against."""

    name: str
    value: float


def parse_bars(texts: Iterable[str]) -> tuple[Bar, ...]:
    """Read bars written as `name=value`.

    Raises SaysWhoError on one written otherwise.
    """
    return tuple(_parse(text) for text in texts)


def check_names(asked: Iterable[str], names: Collection[str]) -> None:
    """Raise SaysWhoError, listing the names, when a figure is asked for that there is not."""
    for name in asked:
        if name not in names:
            raise SaysWhoError(f"no figure is named '{name}'; the figures are: {', '.join(names)}")


def fallen_under(figures: Mapping[str, Figure], bars: Iterable[Bar]) -> list[str]:
    """Return a line for each figure under its bar; one that could not be measured is under it."""
    return [_line(bar, figures[bar.name], "under") for bar in bars if not _holds(lt, figures, bar)]


def risen_over(figures: Mapping[str, Figure], bars: Iterable[Bar]) -> list[str]:
    """Return a line for each figure over its bar; one that could not be measured is over it."""
    return [_line(bar, figures[bar.name], "over") for bar in bars if not _holds(gt, figures, bar)]


def _holds(fails: Callable[[float, float], bool], figures: Mapping[str, Figure], bar: Bar) -> bool:
    value = figures[bar.name].value
    return value is not None and not fails(value, bar.value)


def _line(bar: Bar, figure: Figure, side: str) -> str:
    if figure.value is None:
        return f"{bar.name}: nothing to measure, so the bar {bar.value:g} is not met"
    return f"{bar.name}: {figure.value:.4f} is {side} {bar.value:g}"


def _parse(text: str) -> Bar:
    name, _, value = text.partition("=")
    try:
        bar = Bar(name.strip(), float(value))
    except ValueError:
        bar = Bar(name, nan)
    if not isfinite(bar.value):
        raise SaysWhoError(f"'{text}' is not a bar; write name=value, as verdict_accuracy=0.7")
    return bar
