"""The fingerprint of an index: equal only where reports, statements and encoder are equal."""

import hashlib
from contextlib import closing
from pathlib import Path

from index.database import Database

_READ = (
    "SELECT id, hash FROM articles ORDER BY id",
    "SELECT id, source_name, source_kind, form, stance, content, spans FROM statements ORDER BY id",
)


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of what the index in `folder` holds, in whatever order it was added.

    Raises SaysWhoError when there is no index.
    """
    digest = hashlib.sha256()
    with closing(Database(folder)) as database, database.reading() as connection:
        digest.update(database.meta["fingerprint"].encode())
        for query in _READ:
            for row in connection.execute(query):
                digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
