"""The journal: a run's folder, written case by case, so that a run that was killed goes on."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from corpus.errors import SaysWhoError
from eval.output import opening, write_json
from eval.provenance import Provenance
from eval.record import Record

SETTINGS, CASES = "run.json", "cases.jsonl"
_RECORD = TypeAdapter(Record)
_PROVENANCE = TypeAdapter(Provenance)


class Journal:
    """What a run leaves in its folder: `run.json`, what it rests on; `cases.jsonl`, a record a line."""

    def __init__(self, folder: Path) -> None:
        """Name a run's folder; nothing is read or written yet."""
        self.folder = folder

    @contextmanager
    def writing(self, provenance: Provenance) -> Iterator[dict[str, Record]]:
        """Begin a run, or go on with one, and give what it has done: records by id.

        Raises SaysWhoError when another run writes here, one with another provenance was written
        here before, or the folder cannot be written to.
        """
        with opening(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / ".lock", timeout=0):
                self._begin(provenance)
                yield self._restored()
        except Timeout:
            raise SaysWhoError(f"{self.folder}: another run writes there; wait, or name another") from None

    def append(self, record: Record) -> None:
        """Add a record, so that it outlives this process."""
        with opening(self._cases), self._cases.open("ab") as file:
            file.write(_RECORD.dump_json(record) + b"\n")

    def provenance(self) -> Provenance:
        """Return what the run rests on. Raises SaysWhoError where there is no run."""
        path = self.folder / SETTINGS
        try:
            return _PROVENANCE.validate_python(json.loads(path.read_text("utf-8"))["provenance"])
        except OSError as error:
            raise SaysWhoError(
                f"{self.folder} holds no run ({error.strerror}: {SETTINGS}); make one with python -m eval run"
            ) from error
        except (ValueError, KeyError) as error:
            raise SaysWhoError(f"{path} is not what a run wrote; run the set again") from error

    def records(self) -> tuple[Record, ...]:
        """Return the records, in the order of the set. Raises SaysWhoError on a damaged line."""
        self.provenance()
        lines = self._cases.read_bytes().splitlines() if self._cases.exists() else []
        return tuple(self._record(line, number) for number, line in enumerate(lines, 1))

    @property
    def _cases(self) -> Path:
        return self.folder / CASES

    def _begin(self, provenance: Provenance) -> None:
        if not (self.folder / SETTINGS).exists():
            made: Mapping[str, object] = {"started": datetime.now(UTC).isoformat(timespec="seconds")}
            write_json({**made, "provenance": asdict(provenance)}, self.folder, SETTINGS)
            return
        differences = self.provenance().differences(provenance)
        if differences:
            raise SaysWhoError(
                f"{self.folder} holds a run that was made otherwise ({differences[0]}"
                f"{f', and {len(differences) - 1} more' if differences[1:] else ''}); name another with --out"
            )

    def _restored(self) -> dict[str, Record]:
        """Return the records there are, after cutting off a line that was not written to its end."""
        if self._cases.exists():
            whole = self._cases.read_bytes().rfind(b"\n") + 1
            os.truncate(self._cases, whole)
        return {record.id: record for record in self.records()}

    def _record(self, line: bytes, number: int) -> Record:
        try:
            return _RECORD.validate_json(line)
        except ValidationError as error:
            raise SaysWhoError(f"{self._cases}, line {number}: damaged; delete the line") from error
