"""What answers the questions that a page or a program asks."""

from collections.abc import Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.assistant import EVERYTHING
from corpus.errors import SaysWhoError
from index.filters import Filters


class Answerer(Protocol):
    """Answers a question: the assistant, or one that is asked on its behalf."""

    def ask(self, question: str, filters: Filters = EVERYTHING, history: Sequence[str] = ()) -> Answer:
        """Answer a question, narrowed by `filters`, after the questions of `history`."""


class Brief:
    """Hands on questions of at most `longest` characters: every way to ask comes by here."""

    def __init__(self, answerer: Answerer, longest: int) -> None:
        self._answerer, self._longest = answerer, longest

    def ask(self, question: str, filters: Filters = EVERYTHING, history: Sequence[str] = ()) -> Answer:
        """Answer a question; raises SaysWhoError where it is too long.

        An earlier one that was too long was never answered, and is left out.
        """
        if (length := _length(question)) > self._longest:
            raise SaysWhoError(f"the question has {length:,} characters; {self._longest:,} is the most")
        earlier = [asked for asked in history if _length(asked) <= self._longest]
        return self._answerer.ask(question, filters, earlier)


def _length(question: str) -> int:
    return len(" ".join(question.split()))
