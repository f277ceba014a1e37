"""Checksums of files."""

import hashlib
from pathlib import Path

CHUNK_BYTES = 1 << 20


def sha256_of(*paths: Path) -> str:
    """Return the SHA-256, in hexadecimal, of the files' bytes, one file after the other.

    Raises OSError if one cannot be read.
    """
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                digest.update(chunk)
    return digest.hexdigest()
