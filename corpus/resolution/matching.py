"""Whether two names may be of one source: folded words, short forms, initials."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from corpus.resolution.vocabulary import bodies

_APOSTROPHES = re.compile(r"['’](?:s\b)?")
_SEPARATORS = re.compile(r"[^\w]+")
_SMALL = frozenset({"the", "of", "for", "and", "al", "el", "on", "in", "to", "a", "an"})
_VAGUE = frozenset(
    {"new", "united", "north", "south", "east", "west", "national", "international", "free", "state"}
)
_SHORTEST_INITIALS = 2


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return a name in lower case without accents, punctuation and a leading "the"."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace(".", "")
    plain = _SEPARATORS.sub(" ", _APOSTROPHES.sub("", plain)).strip()
    return plain.removeprefix("the ")


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the telling words of a name, folded."""
    return tuple(word for word in folded(name).split() if word not in _SMALL)


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """Return the lower-cased initials of a name of several words, else an empty string."""
    parts = name_words(name)
    return "".join(part[0] for part in parts) if len(parts) >= _SHORTEST_INITIALS else ""


def is_acronym(name: str) -> bool:
    """Tell whether a name is short and written in capitals: "SOHR", "U.N."."""
    plain = name.replace(".", "")
    return _SHORTEST_INITIALS <= len(plain) <= 8 and plain.isupper() and plain.isalpha()


def is_short_person(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether `short` ends `full`, as a surname does."""
    return 0 < len(short) < len(full) and tuple(full[-len(short) :]) == tuple(short)


def is_short_body(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether `short` ends or begins `full`, or is the word of it that says what it is."""
    if not 0 < len(short) < len(full):
        return False
    size = len(short)
    if tuple(full[-size:]) == tuple(short):
        return size > 1 or short[0] not in _VAGUE
    if tuple(full[:size]) == tuple(short):
        return size > 1 or short[0] not in _VAGUE
    return size == 1 and short[0] in full and short[0] in bodies()
