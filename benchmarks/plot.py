"""Draws how an index grows, and how it stands beside its peers. Needs benchmarks/requirements.txt.

`python -m benchmarks.plot --help`
"""

import json
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer

CURVES = {
    "milliseconds a search": ("search_p50_ms", "search_p95_ms", "search_cpu_p50_ms", "vectors_p50_ms"),
    "seconds": ("build_s", "add_100_s", "open_s"),
    "megabytes": ("memory_mb", "disk_mb"),
}

BARS = {
    "processor milliseconds a paragraph indexed": "cpu_ms_a_paragraph",
    "processor milliseconds a question": "cpu_ms_a_question",
    "milliseconds a question, median": "query_p50_ms",
}

app = typer.Typer(add_completion=False)


@app.command()
def growth(
    figures: Annotated[Path, typer.Argument(help="what benchmarks.growth wrote")] = Path("growth.jsonl"),
    out: Annotated[Path, typer.Option(help="SVG file to write")] = Path("docs/growth.svg"),
) -> None:
    """Plot time, memory and disk over the number of passages.

    Example: python -m benchmarks.plot growth growth.jsonl
    """
    from matplotlib import pyplot

    rows = _rows(figures)
    sizes = [row["passages"] for row in rows]
    figure, axes = pyplot.subplots(1, len(CURVES), figsize=(12, 3.5), layout="constrained")
    for axis, (label, names) in zip(axes, CURVES.items(), strict=True):
        for name in names:
            axis.loglog(sizes, [row[name] for row in rows], marker="o", label=name)
        axis.set(xlabel="passages", ylabel=label)
        axis.legend(fontsize="small")
    figure.savefig(out)


@app.command()
def peers(
    figures: Annotated[Path, typer.Argument(help="what benchmarks.peers wrote")] = Path("peers.jsonl"),
    out: Annotated[Path, typer.Option(help="SVG file to write")] = Path("docs/peers.svg"),
) -> None:
    """Plot each contender's median figures, with all rounds as points.

    Example: python -m benchmarks.plot peers peers.jsonl
    """
    from matplotlib import pyplot

    rows = _rows(figures)
    figure, axes = pyplot.subplots(1, len(BARS), figsize=(15, 3), layout="constrained")
    for axis, (label, name) in zip(axes, BARS.items(), strict=True):
        rounds: dict[str, list[float]] = {}
        for row in rows:
            rounds.setdefault(f"{row['contender']}, {row['count']:,}", []).append(row[name])
        axis.barh(list(rounds), [median(values) for values in rounds.values()], alpha=0.6)
        for contender, values in rounds.items():
            axis.scatter(values, [contender] * len(values), color="black", s=8)
        axis.set(xlabel=label)
        axis.invert_yaxis()
    figure.savefig(out)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    app()
