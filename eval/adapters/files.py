"""Reading the files of public sets, with errors that name the file."""

import csv
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from corpus.errors import SaysWhoError

T = TypeVar("T")


def read_json(path: Path, kind: TypeAdapter[T]) -> T:
    """Return a file's value. Raises SaysWhoError when it cannot be read or is of another form."""
    with _told(path):
        return kind.validate_json(path.read_bytes())


def read_jsonl(path: Path, kind: TypeAdapter[T]) -> list[T]:
    """Return the value of each line. Raises SaysWhoError like `read_json`."""
    with _told(path):
        return [kind.validate_json(line) for line in path.read_bytes().splitlines() if line.strip()]


def read_table(path: Path, columns: Iterable[str], delimiter: str = ",") -> Iterator[tuple[str, ...]]:
    """Yield the named columns of each row of a table with a head.

    Raises SaysWhoError when it cannot be read or lacks a column.
    """
    csv.field_size_limit(sys.maxsize)
    with _told(path), path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=delimiter)
        missing = [column for column in columns if column not in (rows.fieldnames or ())]
        if missing:
            raise SaysWhoError(f"{path}: has no column '{missing[0]}'; is it of this format?")
        for row in rows:
            yield tuple(row[column] or "" for column in columns)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SaysWhoError(f"{path}: cannot be read ({error.strerror}); see --help for the format") from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise SaysWhoError(f"{path}: {where}: {problem['msg']}; is it of this format?") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise SaysWhoError(f"{path}: is not UTF-8 text of this format ({error})") from error
