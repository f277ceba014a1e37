"""The note beside a derived index: what it was made from, and its checksums."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from index.checksum import sha256_of
from index.generation import Generation


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A derived index on disk.

    `data` is its file or folder, `count` the number of its passages, and `sha256` maps each
    of its files, relative to the index folder, to its checksum.
    """

    generation: Generation
    count: int
    data: str
    sha256: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path, data: str, generation: Generation, count: int) -> "Sidecar":
        """Describe the derived index that lies in `folder` under the name `data`."""
        path = folder / data
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        sha256 = {file.relative_to(folder).as_posix(): sha256_of(file) for file in files}
        return cls(generation, count, data, sha256)

    @classmethod
    def read(cls, path: Path) -> "Sidecar | None":
        """Read a note, or return None if there is none that can be understood."""
        try:
            fields = json.loads(path.read_bytes())
            generation = Generation(int(fields["generation"]["number"]), str(fields["generation"]["token"]))
            return cls(generation, int(fields["count"]), str(fields["data"]), dict(fields["sha256"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """Write the note, all at once."""
        aside = path.with_suffix(".new")
        aside.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        put_in_place(aside, path)

    def intact(self, folder: Path) -> bool:
        """Tell whether every file is there, its bytes as they were."""
        try:
            return bool(self.sha256) and all(
                sha256_of(folder / name) == digest for name, digest in self.sha256.items()
            )
        except OSError:
            return False


def put_in_place(aside: Path, path: Path) -> None:
    """Rename a finished file or folder, after what it holds has reached the disk."""
    for file in [*aside.iterdir(), aside] if aside.is_dir() else [aside]:
        _sync(file)
    aside.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
