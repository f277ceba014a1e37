"""How many questions are answered at the same time, and how many may wait."""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from corpus.errors import SaysWhoError

Result = TypeVar("Result")


class BusyError(SaysWhoError):
    """All places are taken, and as many wait as may."""


class Capacity:
    """Runs work in threads, `at_once` at most; `waiting` more may queue."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._places, self._waiting = CapacityLimiter(at_once), waiting

    async def run(self, work: Callable[[], Result]) -> Result:
        """Return what `work` returns, once there is a place; raises BusyError where too many wait."""
        if not self._places.available_tokens and self._places.statistics().tasks_waiting >= self._waiting:
            raise BusyError("too many questions are waiting to be answered; please ask again in a moment")
        return await to_thread.run_sync(work, limiter=self._places)
