"""The patterns of boilerplate.toml, compiled."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from corpus.blocks.block import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A pattern and the kind of what it matches; `after` asks for another piece before it."""

    kind: BlockKind
    pattern: re.Pattern[str]
    after: bool = False


def _alternatives(phrases: list[str]) -> str:
    """Return a pattern for any of the phrases as whole words, longer phrases first."""
    return rf"(?<!\w)(?:{'|'.join(sorted(phrases, key=len, reverse=True))})(?!\w)"


_SOURCE = files("corpus.blocks").joinpath("boilerplate.toml")
_DATA: dict[str, Any] = tomllib.loads(_SOURCE.read_text(encoding="utf-8"))
_FRAGMENTS: dict[str, str] = {
    **_DATA["fragments"],
    "agency": _alternatives(_DATA["agencies"]),
    "photographer": _alternatives(_DATA["photographers"]),
}
_SLOT = re.compile(r"<([a-z]+)>")


def _expand(pattern: str) -> str:
    """Replace each <fragment> of a pattern by its own pattern."""
    while _SLOT.search(pattern):
        pattern = _SLOT.sub(lambda slot: _FRAGMENTS[slot[1]], pattern)
    return pattern


def _pieces(group: str) -> tuple[Piece, ...]:
    return tuple(
        Piece(BlockKind(entry["kind"]), re.compile(_expand(entry["pattern"])), entry.get("after", False))
        for entry in _DATA[group]
    )


HEAD = _pieces("head")
PLACE = _pieces("place")
LINE = _pieces("line")
INSIDE = _pieces("inside")
TAIL = _pieces("tail")
ACRONYMS: frozenset[str] = frozenset(_DATA["acronyms"])
CAPTION_VERB = re.compile(_alternatives(_DATA["caption_verbs"]))
CREDIT = re.compile(
    _expand(r"[(\[](?:[^()\[\]]{0,30}\b)?<credit>(?:(?:\s*[/,]\s*|\s+and\s+|\s+)(?:<credit>|[Pp]hoto))*[)\]]")
)
PHOTO = re.compile(r"\b(?:[Pp]hotos?|PHOTO|[Pp]icture|[Ii]mage|Handout|Archive|File|Getty)\b")
