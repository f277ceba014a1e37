"""A search structure derived from the store: loaded, brought level with it, saved."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, Protocol, TypeVar

from index.feed import Feed
from index.generation import ORIGIN, Changes, Generation
from index.sidecar import Sidecar, put_in_place

SMALL = 10_000
"""Passages up to which a structure is saved after every change."""

DRIFT = 8
"""A larger one is saved when one passage in so many has changed, so that saving costs in proportion
to what is added, however much there is. What is not saved is caught up from the store."""


class Structure(Protocol):
    """What can be searched."""

    def __len__(self) -> int:
        """Return the number of passages."""

    def apply(self, feed: Feed, changes: Changes) -> None:
        """Bring in what changed in the store. Raises OSError if what it reads from is gone."""

    def save(self, path: Path) -> None:
        """Write everything to a new file or folder."""


S = TypeVar("S", bound=Structure)


@dataclass(frozen=True, slots=True)
class Recipe(Generic[S]):
    """How a structure comes about.

    `stem` begins the names of its files. `make` returns one of nothing that is fit for what will be
    added, `load` reads what was saved, and `fits` tells whether one is still of the right type.
    """

    stem: str
    make: Callable[[Changes], S]
    load: Callable[[Path], S]
    fits: Callable[[S], bool]


class Derived(Generic[S]):
    """Keeps one structure level with the store.

    What is on disk is used only if its sidecar says that it comes from this store and every
    byte is as it was written; else the structure is made anew. `unsaved` tells that the disk
    was found missing, damaged or far behind.
    """

    def __init__(self, folder: Path, feed: Feed, recipe: Recipe[S]) -> None:
        """Keep a structure in an index folder."""
        self._folder, self._feed, self._recipe = folder, feed, recipe
        self._lock = Lock()
        self._structure: S | None = None
        self._generation = ORIGIN
        self._saved: Sidecar | None = None
        self.unsaved = False

    def current(self) -> S:
        """Return the structure, level with the store. Threads may search it meanwhile."""
        with self._lock:
            if self._structure is None:
                self._structure = self._restored()
            elif self._feed.generation() != self._generation:
                self._structure = self._caught_up(self._structure)
                if not self._recipe.fits(self._structure) and self._replaced():
                    self._structure = self._restored()
            return self._structure

    def due(self) -> bool:
        """Tell whether what is on disk is so far behind the store that it should be saved."""
        sidecar = self._sidecar()
        drift = None if sidecar is None else self._feed.drift_since(sidecar.generation)
        return sidecar is None or drift is None or _is_far(sidecar, drift)

    def save(self) -> None:
        """Write the structure beside the store, made anew if it has outgrown its type.

        The caller holds the writer's lock. Raises OSError if it cannot be written.
        """
        structure = self.current()
        with self._lock:
            self.unsaved = False
            if not self._recipe.fits(structure):
                structure = self._structure = self._anew()
            elif self._saved is not None and self._saved.generation == self._generation:
                return
            self._write(structure)

    def _write(self, structure: S) -> None:
        data = f"{self._recipe.stem}-{self._generation.number}"
        aside = self._folder / f"{data}.new"
        for path in (aside, self._folder / data):
            _remove(path)
        structure.save(aside)
        put_in_place(aside, self._folder / data)
        sidecar = Sidecar.of(self._folder, data, self._generation, len(structure))
        sidecar.write(self._sidecar_path)
        for path in self._folder.glob(f"{self._recipe.stem}-*"):
            if path.name != data:
                _remove(path)
        self._saved = sidecar

    @property
    def _sidecar_path(self) -> Path:
        return self._folder / f"{self._recipe.stem}.json"

    def _sidecar(self) -> Sidecar | None:
        return Sidecar.read(self._sidecar_path)

    def _replaced(self) -> bool:
        """Tell whether the writer has saved another since this was loaded."""
        sidecar = self._sidecar()
        return sidecar is not None and sidecar != self._saved

    def _restored(self) -> S:
        """Load the structure and catch up, or make it anew."""
        sidecar = self._sidecar()
        loaded = None if sidecar is None else self._loaded(sidecar)
        if loaded is None and self._sidecar() != sidecar:
            return self._restored()  # the writer put a newer one in its place meanwhile
        if sidecar is None or loaded is None:
            self._saved, self.unsaved = None, True
            return self._anew()
        structure = self._caught_up(loaded, sidecar.generation)
        self._saved, self.unsaved = sidecar, self.due()
        return structure

    def _anew(self) -> S:
        changes = self._feed.everything()
        structure = self._recipe.make(changes)
        structure.apply(self._feed, changes)
        self._generation = changes.to
        return structure

    def _loaded(self, sidecar: Sidecar) -> S | None:
        if self._feed.drift_since(sidecar.generation) is None or not sidecar.intact(self._folder):
            return None
        try:
            structure = self._recipe.load(self._folder / sidecar.data)
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


def _is_far(sidecar: Sidecar, drift: int) -> bool:
    return drift > 0 and (sidecar.count <= SMALL or drift * DRIFT >= sidecar.count)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
