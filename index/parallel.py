"""A second process: parsing and embedding overlap, and both cores are used."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.readers.outcome import Skipped
from corpus.report import Report
from index.encoder import Encoder
from index.shared_encoder import prepare

if TYPE_CHECKING:
    from corpus.analysis import Analyst

BATCH = 16
"""Articles that are analysed together."""

AHEAD = 4
"""Batches that are analysed before they are asked for."""


@contextmanager
def second_process(encoder: Encoder) -> Iterator[ProcessPoolExecutor]:
    """Lend a process that analyses articles, and encodes texts; leaving the block ends it.

    Raises SaysWhoError if the system ends it before.
    """
    pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_start, initargs=(encoder,))
    try:
        yield pool
    except BrokenProcessPool as error:
        raise SaysWhoError(
            "the analysis was ended by the system, perhaps for want of memory; what was added so far is kept"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def analysed(articles: Iterable[Article], pool: ProcessPoolExecutor) -> Iterator[Report | Skipped]:
    """Begin to analyse articles in another process; return what becomes of each, in order."""
    batches = _batches(articles)
    pending = deque(pool.submit(_analyse, batch) for batch in islice(batches, AHEAD))
    return _outcomes(pool, pending, batches)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _outcomes(
    pool: ProcessPoolExecutor,
    pending: deque[Future[list[Report | Skipped]]],
    batches: Iterator[list[Article]],
) -> Iterator[Report | Skipped]:
    while pending:
        outcomes = pending.popleft().result()
        pending.extend(pool.submit(_analyse, batch) for batch in islice(batches, 1))
        yield from outcomes


def _start(encoder: Encoder) -> None:
    """Set the process up: it leaves Ctrl-C to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(encoder)
    _analyst()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def _analyst() -> "Analyst":
    from corpus.analysis import Analyst  # brings spaCy

    return Analyst()


def _analyse(articles: Sequence[Article]) -> list[Report | Skipped]:
    return list(_analyst().outcomes(articles))
