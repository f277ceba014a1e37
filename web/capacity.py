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
        self._places, self._most = CapacityLimiter(at_once), at_once + waiting
        self._inside = 0

    async def run(self, work: Callable[[], Result]) -> Result:
        """Return what `work` returns, once there is a place; raises BusyError where too many wait."""
        if self._inside >= self._most:
            raise BusyError("too many questions are waiting to be answered; please ask again in a moment")
        self._inside += 1  # before anything is awaited: a crowd that comes at one moment is counted whole
        try:
            return await to_thread.run_sync(work, limiter=self._places)
        finally:
            self._inside -= 1
