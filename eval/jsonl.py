"""Reading records from JSON Lines, with errors that name the file and the line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from corpus.errors import SaysWhoError


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Identified)


def load(path: Path, kind: type[_Record]) -> tuple[_Record, ...]:
    """Read one record of the dataclass `kind` a line; blank lines are passed over.

    Raises SaysWhoError, naming file and line, on a file that cannot be read, a line that is
    not a JSON object of that kind, an id given twice, and a file without records.
    """
    adapter = TypeAdapter(kind)
    first: dict[str, int] = {}
    records = []
    for number, line in lines(path):
        record = parse(adapter, line, f"{path}, line {number}")
        if first.setdefault(record.id, number) != number:
            raise SaysWhoError(
                f"{path}, line {number}: id '{record.id}' is already on line {first[record.id]}"
            )
        records.append(record)
    if not records:
        raise SaysWhoError(f"{path}: holds no records; write one JSON object a line")
    return tuple(records)


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the number and text of each line that is not blank.

    Raises SaysWhoError on a file that cannot be read.
    """
    try:
        with path.open(encoding="utf-8") as file:
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except OSError as error:
        raise SaysWhoError(f"{path}: cannot be read ({error.strerror}); name a JSON Lines file") from error
    except UnicodeDecodeError as error:
        raise SaysWhoError(f"{path}: is not UTF-8 text; save it as UTF-8") from error


def parse(adapter: TypeAdapter[_Record], line: str, where: str) -> _Record:
    """Return the record of a line; raises SaysWhoError, naming `where`, when it is none."""
    try:
        return adapter.validate_json(line)
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(str(part) for part in problem["loc"])
        raise SaysWhoError(f"{where}: {key + ': ' if key else ''}{problem['msg']}") from error
