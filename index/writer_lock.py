"""One writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import SaysWhoError

LOCK = "writer.lock"


class BusyError(SaysWhoError):
    """Another process, or another thread, is writing to the index."""


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Hold an index folder's lock, which the system frees if the process dies.

    Raises:
        BusyError: somebody else holds it.
        SaysWhoError: the folder cannot be written to.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError(f"index {folder} is being written to; try again when that is done") from error
    except OSError as error:
        raise SaysWhoError(f"index {folder} cannot be written to: {error.strerror or error}") from error
    try:
        yield
    finally:
        lock.release()
