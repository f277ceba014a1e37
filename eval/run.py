"""Asking every question of a set."""

from collections.abc import Iterable, Iterator
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


def run(cases: Iterable[Case], assistant: Asked, library: Library) -> Iterator[Outcome]:
    """Ask each question on its own and yield what came back, in the order of the cases.

    A question that fails yields its error; the others are still asked.
    """
    for case in cases:
        yield _ask(case, locate(case, library), assistant)


def _ask(case: Case, gold: tuple[Gold, ...], assistant: Asked) -> Outcome:
    started = perf_counter()
    answer, failure = None, None
    try:
        answer = assistant.ask(case.question)
    except Exception as error:  # one broken question must not lose the run: it is counted
        failure = " ".join(f"{type(error).__name__}: {error}".split())
    return Outcome(case, gold, answer, 1000 * (perf_counter() - started), failure)
