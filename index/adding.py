"""Adding files to an index, with a progress bar."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from corpus.article import Article
from corpus.readers.naming import FILE as FILE_OF
from corpus.readers.naming import renamed
from corpus.reading import Skipped, read
from corpus.report import Report
from index.database import FILE
from index.encoder import Encoder
from index.index import Index
from index.kind import Kind
from index.parallel import BATCH, analysed, second_process
from index.shared_encoder import SharedEncoder
from index.summary import Summary

T = TypeVar("T")

RATE_SECONDS = 120.0
"""Time over which the rate is taken: reports come in batches."""

SHARED_FROM = 100
"""Articles that are worth reading the encoder twice, once in either process."""

SHARING_CORES = 2
"""With more, this process encodes faster than the other parses, which is never idle."""


class Intake:
    """Reads files for an index. `passed` counts what the last reading found unreadable or unchanged."""

    def __init__(self, index: Index, paths: Sequence[Path], max_characters: int) -> None:
        self._index, self._paths, self._max_characters = index, paths, max_characters
        self.passed = Summary()
        self._files = index.files()
        self._taken = set(self._files.values())

    def articles(self) -> Iterator[Article]:
        """Read the paths; yield the articles that are new or differ from what the index holds."""
        unchanged, skipped = 0, list[Skipped]()
        for outcome in read(self._paths, self._max_characters):
            if isinstance(outcome, Skipped):
                skipped.append(outcome)
                continue
            article = self._own(outcome)
            if self._index.unchanged(article):
                unchanged += 1
            else:
                yield article
        self.passed = Summary(unchanged=unchanged, skipped=tuple(skipped))

    def _own(self, article: Article) -> Article:
        """Return an article under the id its file has in the index, so that no file replaces another's."""
        file = article.metadata.get(FILE_OF)
        if file is None:
            return article
        if file not in self._files:
            stored = self._index.article(article.id)
            if stored is not None and stored.text == article.text:
                return stored  # the same report from another place
            taken = stored is not None or article.id in self._taken
            self._files[file] = renamed(article).id if taken else article.id
            self._taken.add(self._files[file])
        return replace(article, id=self._files[file])


def add_paths(
    paths: Sequence[Path], folder: Path, encoder: Encoder, max_characters: int, kind: Kind = Kind.AUTO
) -> Summary:
    """Add what files and folders hold to the index in `folder`, made if there is none.

    The files are read twice, first to learn how much there is to do. `kind` is the type of vector
    index from now on.

    Raises SaysWhoError if a path does not exist or the index cannot be used.
    """
    read(paths, max_characters)  # a wrong path makes no index
    with _opened(folder, encoder) as index, _progress() as progress:
        index.use(kind)
        intake = Intake(index, paths, max_characters)
        total = sum(1 for _ in _tracked(progress, "reading", intake.articles()))
        if not total:
            return intake.passed
        failed = list[Skipped]()
        with _analysing(intake.articles(), total, encoder) as (outcomes, helped):
            encoder.encode(["The encoder is read while the first reports are parsed."])
            summary = index.add(_reports(_tracked(progress, "adding", outcomes, total), failed), helped)
        return summary + intake.passed + Summary(skipped=tuple(failed))


def _reports(outcomes: Iterable[Report | Skipped], failed: list[Skipped]) -> Iterator[Report]:
    """Yield the reports; what could not be analysed is added to `failed`."""
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            failed.append(outcome)
        else:
            yield outcome


@contextmanager
def _analysing(
    articles: Iterable[Article], total: int, encoder: Encoder
) -> Iterator[tuple[Iterator[Report | Skipped], Encoder]]:
    """Lend what becomes of each article, in order, and an encoder.

    Many articles are analysed in a process of their own, which also encodes where it would be idle.
    """
    if total > BATCH:
        with second_process(encoder) as pool:
            shares = total >= SHARED_FROM and os.cpu_count() == SHARING_CORES
            yield analysed(articles, pool), SharedEncoder(encoder, pool) if shares else encoder
    else:
        from corpus.analysis import Analyst  # brings spaCy

        yield Analyst().outcomes(articles), encoder


def _opened(folder: Path, encoder: Encoder) -> Index:
    return Index.open(folder, encoder) if (folder / FILE).exists() else Index.create(folder, encoder)


class RateColumn(ProgressColumn):
    """Shows how many are done a second."""

    def render(self, task: Task) -> Text:
        """Return the rate over the last minutes."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


def _progress() -> Progress:
    """Return a progress display on standard error, if that is a terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
    )
    return Progress(
        *columns,
        console=console,
        transient=True,
        disable=not console.is_terminal,
        speed_estimate_period=RATE_SECONDS,
    )


def _tracked(progress: Progress, label: str, items: Iterable[T], total: int | None = None) -> Iterator[T]:
    task = progress.add_task(label, total=total)
    for item in items:
        yield item
        progress.advance(task)
    progress.remove_task(task)
