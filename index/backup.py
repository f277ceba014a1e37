"""A copy of an index, taken while others read and write it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from corpus.errors import SaysWhoError
from index.database import FILE, Database
from index.sidecar import Sidecar, put_in_place
from index.sources import TABLE
from index.verification import STEMS


def back_up(database: Database, target: Path) -> None:
    """Copy an index to the folder `target`: one state of it, whatever is being written meanwhile.

    Raises SaysWhoError when `target` holds an index already or cannot be written to.
    """
    if (target / FILE).exists():
        raise SaysWhoError(f"{target} holds an index already; name a new folder")
    try:
        target.mkdir(parents=True, exist_ok=True)
        for stem in STEMS:  # before the store: a search structure may lag behind it, not run ahead
            _copy_structure(database.folder, target, stem)
        if (table := database.folder / TABLE).exists():
            shutil.copyfile(table, target / TABLE)
        _copy_store(database, target)
    except (OSError, sqlite3.OperationalError) as error:
        raise SaysWhoError(f"cannot copy the index to {target}: {error}") from error


def _copy_store(database: Database, target: Path) -> None:
    """Copy the store by SQLite's online backup, which reads one state and stops no writer."""
    aside = target / f"{FILE}.new"
    aside.unlink(missing_ok=True)
    with closing(sqlite3.connect(aside)) as copy, database.reading() as connection:
        connection.backup(copy)
    put_in_place(aside, target / FILE)


def _copy_structure(folder: Path, target: Path, stem: str) -> None:
    """Copy a search structure, unless the writer takes it away meanwhile: then the copy makes its own."""
    sidecar = Sidecar.read(folder / f"{stem}.json")
    if sidecar is None:
        return
    source, copy = folder / sidecar.data, target / sidecar.data
    try:
        shutil.copytree(source, copy) if source.is_dir() else shutil.copyfile(source, copy)
    except (shutil.Error, FileNotFoundError):
        return
    if sidecar.intact(target):
        sidecar.write(target / f"{stem}.json")
