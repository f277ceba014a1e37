"""The outcome: what came back for one case, beside what was expected."""

from dataclasses import dataclass

from assistant.answer import Answer, Citation
from eval.cases import Case
from eval.gold import Gold
from index.hit import Hit

ERROR = "error"
"""Stands for the verdict of a case that failed: never right, no passage, no statement."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case that was run: either `answer` or `error`, the failure in one line, is set."""

    case: Case
    gold: tuple[Gold, ...]
    answer: Answer | None
    milliseconds: float
    error: str | None = None

    @property
    def verdict(self) -> str:
        """Return the answer's verdict, or `error`."""
        return self.answer.verdict.value if self.answer else ERROR

    @property
    def passages(self) -> tuple[Hit, ...]:
        """Return the retrieved passages, best first."""
        return self.answer.passages if self.answer else ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return the statements of the answer."""
        return self.answer.citations if self.answer else ()
