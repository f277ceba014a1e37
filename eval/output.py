"""Writing what a run leaves behind."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from corpus.errors import SaysWhoError


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """Raise SaysWhoError where the path turns out not to be writable."""
    try:
        yield
    except OSError as error:
        raise SaysWhoError(f"{path}: cannot be written ({error.strerror}); name another place") from error


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO | None]:
    """Open a file for lines to be written to; None, where no file is wanted, stays None.

    Raises SaysWhoError when it cannot be written.
    """
    if path is None:
        yield None
        return
    with opening(path):
        file = path.open("w", encoding="utf-8")
    with file:
        yield file


def write_json(value: object, folder: Path, name: str) -> Path:
    """Write the value into a file of the folder, made if need be, and return the file's path.

    Raises SaysWhoError when it cannot be written.
    """
    return write_text(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n", folder, name)


def write_text(text: str, folder: Path, name: str) -> Path:
    """Write a text into a file of the folder, made if need be, and return the file's path.

    The file is put in place whole. Raises SaysWhoError when it cannot be written.
    """
    path = folder / name
    with opening(path):
        folder.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{name}.new")
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    return path
