"""Reading: files and folders in, articles out, and a reason for everything left behind."""

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus.article import Article
from corpus.errors import UnreadableError
from corpus.readers.csv import read_csv
from corpus.readers.html import read_html
from corpus.readers.jsonl import read_jsonl
from corpus.readers.naming import name_files, with_file
from corpus.readers.outcome import Outcome, Skipped
from corpus.readers.text import read_markdown, read_text

__all__ = ["Skipped", "read"]

_Reader = Callable[[Path, str, int], Iterator[Outcome]]
_READERS: dict[str, _Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
}


def read(paths: Sequence[Path], max_characters: int) -> Iterator[Article | Skipped]:
    """Read files, and folders with all below them in the order of their names.

    Hidden files are passed over, a file reached twice is read once. Whatever cannot be read
    is yielded as Skipped and never stops the rest; a text of more than `max_characters` is
    skipped. Raises UnreadableError, before anything is read, if a path does not exist.
    """
    files = _files(paths)
    return _read(name_files(files), max_characters)


def _files(paths: Sequence[Path]) -> dict[Path, Path]:
    """Map each file to read to the part of its path that names it."""
    files: dict[Path, Path] = {}
    seen: set[Path] = set()
    for given in paths:
        for path, relative in _below(given):
            if (real := path.resolve()) not in seen:
                seen.add(real)
                files[path] = relative
    return files


def _below(given: Path) -> Iterator[tuple[Path, Path]]:
    if not _exists(given):
        raise UnreadableError(f"no such file or folder: {given}")
    if not given.is_dir():
        yield given, Path(given.resolve().name)
        return
    for path in sorted(given.rglob("*")):
        relative = path.relative_to(given)
        hidden = any(part.startswith(".") for part in relative.parts)
        if not hidden and not path.is_dir():
            yield path, relative


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long, or a folder that may not be entered
        return False


def _read(ids: Mapping[Path, str], max_characters: int) -> Iterator[Outcome]:
    for path, fallback_id in ids.items():
        try:
            yield from _read_file(path, fallback_id, max_characters)
        except UnreadableError as error:
            yield Skipped(path, str(error))
        except OSError as error:
            yield Skipped(path, f"cannot be opened: {error.strerror}")


def _read_file(path: Path, fallback_id: str, max_characters: int) -> Iterator[Outcome]:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableError(f"'{path.suffix or path.name}' is not a format it reads")
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableError("not a regular file")
    for outcome in reader(path, fallback_id, max_characters):
        yield with_file(outcome, path, fallback_id) if isinstance(outcome, Article) else outcome
