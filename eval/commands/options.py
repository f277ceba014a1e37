"""Options that several commands share, and what the settings chose for what is not given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, cast

import typer

FAILED = 1
"""Exit status where a bar is not met or problems were found."""

INTERRUPTED = 130
"""Exit status after Ctrl-C."""

Folder = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="folder of the index")]
RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="the folder of a run")]
CaseSet = Annotated[Path, typer.Argument(metavar="SET.jsonl", help="the set: one case a line")]
Site = Annotated[
    str | None, typer.Option(metavar="URL", help="where the chat is served: the page links there")
]
Drafts = Annotated[
    Path | None, typer.Option("--out", metavar="SET.jsonl", help="add it to this set, made if need be")
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the settings say; `site` is where the chat is served."""

    index: Path
    encoder: str
    reader: str
    extractor: str
    judge: str
    comparer: str
    download: bool
    depth: int
    site: str


def chosen_in(context: typer.Context) -> Chosen:
    """Return the settings, read now, which the program's entry put into the context."""
    return cast("Callable[[], Chosen]", context.obj)()


def tell(*lines: str) -> None:
    """Print lines on standard error."""
    for line in lines:
        typer.echo(line, err=True)
