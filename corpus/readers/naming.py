"""Ids for reports that bring none, from the names of their files."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from corpus.article import Article

FILE = "from_file"
"""The metadata key that holds which file, and row of it, an article took its id from."""

_ROW = re.compile(r"(?:-\d+)?")
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


def with_file(article: Article, path: Path, fallback_id: str) -> Article:
    """Note in an article's metadata the file it took its id from, if it brought none of its own."""
    row = article.id.removeprefix(fallback_id)
    if not article.id.startswith(fallback_id) or not _ROW.fullmatch(row):
        return article
    return replace(article, metadata={**article.metadata, FILE: f"{path.resolve().as_posix()}{row}"})


def renamed(article: Article) -> Article:
    """Return an article under an id that no other file's takes: with a hash of where it lies."""
    return replace(article, id=f"{article.id}-{_digest(Path(article.metadata[FILE]))}")


def _slug(relative: Path) -> str:
    slug = _NOT_IN_A_SLUG.sub("-", relative.with_suffix("").as_posix().lower()).strip("-.")
    if slug and len(slug) <= _LONGEST:
        return slug
    return f"{slug[:_LONGEST]}-{_digest(relative)}".lstrip("-")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.as_posix().encode(errors="surrogateescape")).hexdigest()[:_DIGEST_CHARACTERS]
