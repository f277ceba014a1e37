"""Plots: curves as points of an SVG polyline, y from 0 (bottom) to 1 (top)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from statistics import fmean

from eval.grade import Grade
from eval.ranking import CUTOFFS, RECALLS
from index.way import Way

WIDTH, HEIGHT = 440, 220


@dataclass(frozen=True, slots=True)
class Curve:
    """A line with its name, its value at the right end, and its points."""

    name: str
    last: float
    points: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where it stands, in the plot's units, and what it says."""

    at: float
    label: str


def recall_curves(grades: Sequence[Grade]) -> list[Curve]:
    """Return recall at k of the gold quotes: for the answers' passages and for each way to search."""
    asked = [grade for grade in grades if grade.ranks]
    ways = {way.value: [grade.rivals[way] for grade in asked if way in grade.rivals] for way in Way}
    lines = {"in the answer": [grade.ranks for grade in asked], **ways}
    return [
        _curve(
            name, [(_log(k), fmean(one[of] for one in ranks)) for k, of in zip(CUTOFFS, RECALLS, strict=True)]
        )
        for name, ranks in lines.items()
        if ranks
    ]


def recall_ticks() -> list[Tick]:
    """Return marks for k."""
    return [Tick(_log(k) * WIDTH, str(k)) for k in CUTOFFS]


def latency_curve(grades: Iterable[Grade]) -> Curve | None:
    """Return the share of answers (y) that took no longer than x milliseconds."""
    times = sorted(grade.milliseconds for grade in grades if not grade.failed)
    if not times or not times[-1]:
        return None
    steps = [(time / times[-1], place / len(times)) for place, time in enumerate(times, 1)]
    flat = [
        (x, y)
        for (x, y_after), y in zip(steps, [0.0, *(y for _, y in steps)], strict=False)
        for y in (y, y_after)
    ]
    return _curve("answers", [(0.0, 0.0), *flat])


def latency_ticks(grades: Iterable[Grade]) -> list[Tick]:
    """Return five marks for the time, in seconds."""
    longest = max((grade.milliseconds for grade in grades if not grade.failed), default=0.0)
    return [Tick(WIDTH * part / 4, f"{longest * part / 4000:.2f} s") for part in range(5)]


def _curve(name: str, points: Sequence[tuple[float, float]]) -> Curve:
    placed = " ".join(f"{x * WIDTH:.1f},{(1 - y) * HEIGHT:.1f}" for x, y in points)
    return Curve(name, points[-1][1], placed)


def _log(cutoff: int) -> float:
    return log(cutoff) / log(CUTOFFS[-1])
