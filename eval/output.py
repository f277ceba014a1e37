"""Writing what a run leaves behind."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from corpus.errors import SaysWhoError


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO | None]:
    """Open a file for lines to be written to; None, where no file is wanted, stays None.

    Raises SaysWhoError when it cannot be written.
    """
    if path is None:
        yield None
        return
    try:
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        raise _unwritable(path, error) from error
    with file:
        yield file


def write_json(value: object, folder: Path, name: str) -> Path:
    """Write the value into a file of the folder, made if need be, and return the file's path.

    Raises SaysWhoError when it cannot be written.
    """
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise _unwritable(path, error) from error
    return path


def _unwritable(path: Path, error: OSError) -> SaysWhoError:
    return SaysWhoError(f"{path}: cannot be written ({error.strerror}); name another place")
