"""A search structure derived from the store: loaded, brought level with it, saved."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Generic, Protocol, Self, TypeVar

from index.feed import Feed
from index.generation import ORIGIN, Changes, Generation
from index.sidecar import Sidecar, put_in_place


class Structure(Protocol):
    """What can be searched; `stem` begins the names of its files."""

    stem: str

    def __len__(self) -> int:
        """Return the number of passages."""

    def apply(self, feed: Feed, changes: Changes) -> None:
        """Bring in what changed in the store. Raises OSError if what it reads from is gone."""

    def save(self, path: Path) -> None:
        """Write everything to a new file or folder."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote."""


S = TypeVar("S", bound=Structure)


class Derived(Generic[S]):
    """Keeps one structure level with the store.

    What is on disk is used only if its sidecar says that it comes from this store and every
    byte is as it was written; else the structure is made anew. `unsaved` tells that the disk
    was found missing, damaged or behind.
    """

    def __init__(self, folder: Path, feed: Feed, kind: type[S], empty: Callable[[], S]) -> None:
        """Keep a `kind` of structure in an index folder; `empty` makes one of nothing."""
        self._folder, self._feed, self._kind, self._empty = folder, feed, kind, empty
        self._lock = Lock()
        self._structure: S | None = None
        self._generation = ORIGIN
        self._saved: Generation | None = None
        self.unsaved = False

    def current(self) -> S:
        """Return the structure, level with the store. Threads may search it meanwhile."""
        with self._lock:
            if self._structure is None:
                self._structure = self._restored()
            elif self._feed.generation() != self._generation:
                self._structure = self._caught_up(self._structure)
            return self._structure

    def save(self) -> None:
        """Write the structure beside the store; the caller holds the writer's lock.

        Raises OSError if it cannot be written.
        """
        structure = self.current()
        with self._lock:
            self.unsaved = False
            if self._saved == self._generation:
                return
            data = f"{self._kind.stem}-{self._generation.number}"
            aside = self._folder / f"{data}.new"
            for path in (aside, self._folder / data):
                _remove(path)
            structure.save(aside)
            put_in_place(aside, self._folder / data)
            sidecar = Sidecar.of(self._folder, data, self._generation, len(structure))
            sidecar.write(self._sidecar_path)
            for path in self._folder.glob(f"{self._kind.stem}-*"):
                if path.name != data:
                    _remove(path)
            self._saved = self._generation

    @property
    def _sidecar_path(self) -> Path:
        return self._folder / f"{self._kind.stem}.json"

    def _restored(self) -> S:
        """Load the structure and catch up, or make it anew."""
        sidecar = Sidecar.read(self._sidecar_path)
        loaded = None if sidecar is None else self._loaded(sidecar)
        if loaded is None and Sidecar.read(self._sidecar_path) != sidecar:
            return self._restored()  # the writer put a newer one in its place meanwhile
        if sidecar is None or loaded is None:
            self._saved, self.unsaved = None, True
            return self._caught_up(self._empty(), ORIGIN)
        structure = self._caught_up(loaded, sidecar.generation)
        self._saved = sidecar.generation
        self.unsaved = self._saved != self._generation
        return structure

    def _loaded(self, sidecar: Sidecar) -> S | None:
        if self._feed.changes_since(sidecar.generation) is None or not sidecar.intact(self._folder):
            return None
        try:
            structure = self._kind.load(self._folder / sidecar.data)
        except (OSError, RuntimeError, ValueError):  # written by another version of the library
            return None
        return structure if len(structure) == sidecar.count else None

    def _caught_up(self, structure: S, since: Generation | None = None) -> S:
        changes = self._feed.changes_since(self._generation if since is None else since)
        if changes is None:  # the store was put back to an earlier state
            return self._restored()
        try:
            structure.apply(self._feed, changes)
        except FileNotFoundError:  # the writer has put a newer one in its place
            return self._restored()
        self._generation = changes.to
        return structure


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
