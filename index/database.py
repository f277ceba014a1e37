"""The SQLite file of an index, and one connection to it that threads share."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock

from corpus.errors import SaysWhoError
from index.migration import FORMAT, make_schema, migrate
from index.writer_lock import writer_lock

FILE = "store.sqlite"
BUSY_SECONDS = 30.0


class Database:
    """A connection used by one thread at a time.

    `writable` tells whether the folder and its file may be written to.
    """

    def __init__(self, folder: Path) -> None:
        """Connect to the store in `folder`.

        One of an earlier format is brought forward. Raises SaysWhoError when there is none, it is
        of a later format, or it is damaged.
        """
        self.folder, self.path = folder, folder / FILE
        if not self.path.is_file():
            raise SaysWhoError(
                f"no index in {folder}; make one with: python -m index add PATH… --index {folder}"
            )
        self.writable = os.access(folder, os.W_OK) and os.access(self.path, os.W_OK)
        self._lock = RLock()
        with self._explained():
            self._connection = _connect(self.path, "mode=rw") if self.writable else _read_only(self.path)
        try:
            with self._explained():
                self.meta = self._checked_meta()
        except SaysWhoError:
            self.close()
            raise

    def _checked_meta(self) -> dict[str, str]:
        if not self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            raise SaysWhoError(f"{self.path} is not an index of Says Who; name another folder with --index")
        if self._format() < FORMAT:
            self._bring_forward()
        if self._format() > FORMAT:
            raise SaysWhoError(
                f"index {self.folder} has format {self._format()}, this version reads {FORMAT}: "
                "use a later version of Says Who"
            )
        return dict(self._connection.execute("SELECT name, value FROM meta").fetchall())

    def _format(self) -> int:
        row = self._connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
        return int(row["value"])

    def _bring_forward(self) -> None:
        if not self.writable:
            raise SaysWhoError(
                f"index {self.folder} has format {self._format()}, this version reads {FORMAT}: "
                "open it once where it can be written to"
            )
        with writer_lock(self.folder):
            migrate(self._connection, self._format())

    def set_meta(self, name: str, value: str) -> None:
        """Keep a value with the store, beside what it was made with."""
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
        self.meta[name] = value

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for queries that see one state of the store."""
        with self._lock, self._explained():
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for one transaction: committed whole, or not at all on an error."""
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise SaysWhoError(f"{self.path} cannot be used: {error}") from error
        except sqlite3.DatabaseError as error:
            if type(error) is not sqlite3.DatabaseError:  # a mistake of ours, not of the file
                raise
            raise SaysWhoError(
                f"{self.path} is damaged ({error}): put back a copy or add the reports to a new folder"
            ) from error
        except UnicodeEncodeError as error:  # half a surrogate pair, as of an argument that is not UTF-8
            raise SaysWhoError(f"{error.object!r} is not text") from error

    def close(self) -> None:
        """Close the connection; the last one to close folds the journal into the file."""
        with self._lock:
            self._connection.close()


def create_database(folder: Path, meta: dict[str, str]) -> None:
    """Make an empty store, all at once, and its folder if need be.

    Raises SaysWhoError when there is one already or the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with writer_lock(folder):
            _create(folder / FILE, meta | {"format": str(FORMAT)})
    except (OSError, sqlite3.OperationalError) as error:
        raise SaysWhoError(f"cannot make an index in {folder}: {error}") from error


def _create(path: Path, meta: dict[str, str]) -> None:
    if path.exists():
        raise SaysWhoError(f"{path.parent} holds an index already")
    aside = path.with_suffix(".new")
    aside.unlink(missing_ok=True)
    with closing(_connect(aside, "mode=rwc")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        make_schema(connection)
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    aside.replace(path)


def _connect(path: Path, options: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{options}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _read_only(path: Path) -> sqlite3.Connection:
    """Open a store that may not be written to.

    SQLite reads a write-ahead journal only where its own files beside it are, or can be made.
    Where neither holds, the file alone is read, provided that it is the whole store.
    """
    connection = _connect(path, "mode=ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
    else:
        return connection
    journal = path.with_name(f"{path.name}-wal")
    if journal.exists() and journal.stat().st_size:
        raise SaysWhoError(
            f"{path} has changes waiting in {journal.name}: open it once where it can be written to"
        )
    return _connect(path, "mode=ro&immutable=1")
