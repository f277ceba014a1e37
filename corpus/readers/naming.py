"""Ids for reports that bring none, from the names of their files."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

_NOT_IN_A_SLUG = re.compile(r"[^\w.]+")
_LONGEST = 80
_DIGEST_CHARACTERS = 8


def name_files(files: Mapping[Path, Path]) -> dict[Path, str]:
    """Give every file an id of its own; `files` maps each to its path within the given folder.

    The id is the slug of that path without its suffix. Files that would share one are told
    apart by a hash of where they lie, so the ids do not depend on the order of the files.
    """
    slugs = {path: _slug(relative) for path, relative in files.items()}
    shared = Counter(slugs.values())
    return {
        path: slug if shared[slug] == 1 else f"{slug}-{_digest(path.resolve())}"
        for path, slug in slugs.items()
    }


def _slug(relative: Path) -> str:
    slug = _NOT_IN_A_SLUG.sub("-", relative.with_suffix("").as_posix().lower()).strip("-.")
    if slug and len(slug) <= _LONGEST:
        return slug
    return f"{slug[:_LONGEST]}-{_digest(relative)}".lstrip("-")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.as_posix().encode(errors="surrogateescape")).hexdigest()[:_DIGEST_CHARACTERS]
