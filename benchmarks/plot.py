"""Draws how an index grows.

`python -m benchmarks.plot --help`
"""

import json
from pathlib import Path
from typing import Annotated

import typer

CURVES = {
    "milliseconds a search": ("search_p50_ms", "search_p95_ms", "vectors_p50_ms"),
    "seconds": ("build_s", "add_100_s", "open_s"),
    "megabytes": ("memory_mb", "disk_mb"),
}

app = typer.Typer(add_completion=False)


@app.command()
def main(
    figures: Annotated[Path, typer.Argument(help="what benchmarks.growth wrote")] = Path("growth.jsonl"),
    out: Annotated[Path, typer.Option(help="SVG file to write")] = Path("docs/growth.svg"),
) -> None:
    """Plot time, memory and disk over the number of passages. Needs benchmarks/requirements.txt.

    Example: python -m benchmarks.plot growth.jsonl
    """
    from matplotlib import pyplot

    rows = [json.loads(line) for line in figures.read_text(encoding="utf-8").splitlines()]
    sizes = [row["passages"] for row in rows]
    figure, axes = pyplot.subplots(1, len(CURVES), figsize=(12, 3.5), layout="constrained")
    for axis, (label, names) in zip(axes, CURVES.items(), strict=True):
        for name in names:
            axis.loglog(sizes, [row[name] for row in rows], marker="o", label=name)
        axis.set(xlabel="passages", ylabel=label)
        axis.legend(fontsize="small")
    figure.savefig(out)


if __name__ == "__main__":
    app()
