"""Asking every question of a set."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from time import perf_counter
from typing import Protocol

from assistant.answer import Answer
from eval.cases import Case
from eval.gold import Gold, locate
from eval.library import Library
from eval.outcome import Outcome


class Asked(Protocol):
    """Whatever answers questions, as `assistant.assistant.Assistant` does."""

    def ask(self, question: str, /) -> Answer:
        """Return the answer to the question."""
        ...


def run(cases: Iterable[Case], assistant: Asked, library: Library, jobs: int = 1) -> Iterator[Outcome]:
    """Ask each question on its own and yield what came back, in the order of the cases.

    `jobs` questions are asked at a time, by threads that share the assistant. A question that fails
    yields its error; the others are still asked.
    """
    yield from _in_order(lambda case: _ask(case, locate(case, library), assistant), iter(cases), jobs)


def _in_order(ask: Callable[[Case], Outcome], cases: Iterator[Case], jobs: int) -> Iterator[Outcome]:
    if jobs == 1:
        yield from map(ask, cases)
        return
    executor = ThreadPoolExecutor(jobs)
    try:
        waiting: deque[Future[Outcome]] = deque(
            executor.submit(ask, case) for case in islice(cases, 2 * jobs)
        )
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(executor.submit(ask, case) for case in islice(cases, 1))
    finally:
        executor.shutdown(cancel_futures=True)


def _ask(case: Case, gold: tuple[Gold, ...], assistant: Asked) -> Outcome:
    started = perf_counter()
    answer, failure = None, None
    try:
        answer = assistant.ask(case.question)
    except Exception as error:  # one broken question must not lose the run: it is counted
        failure = " ".join(f"{type(error).__name__}: {error}".split())
    return Outcome(case, gold, answer, 1000 * (perf_counter() - started), failure)
