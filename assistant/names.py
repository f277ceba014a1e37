"""Whether a text names what a question names, however it is spelt."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.vocabulary import offices

_CLOSE = 76
"""Similarity, of 100, from which two spellings of a long word are taken for one."""

_LONG = 5
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_PARTICLES = frozenset(["al", "el", "the", "of", "for", "and", "de", "bin"])


def mentions_any(text: str, names: Iterable[str]) -> bool:
    """Tell whether `text` mentions one of `names`."""
    return any(mentions(text, name) for name in names)


def mentions(text: str, name: str) -> bool:
    """Tell whether every word of `name` stands in `text`, in any spelling close to it.

    "Tarseneh" meets "Tarsineh", "al-Dorn" meets "Dorn"; short words must be equal.
    """
    present = _words(text)
    return all(_has(present, word) for word in _words(name))


def names_speaker(text: str, speaker: str) -> bool:
    """Tell whether a text names a speaker: by the last word of a name, or by most words.

    A common noun may be met by an office: "the mayor" is one of the "officials".
    """
    wanted = [word for word in speaker.split() if _words(word)]  # no "'s"
    named = bool(wanted) and wanted[-1][:1].isupper() and mentions(text, wanted[-1])
    return named or 2 * sum(_means(text, word) for word in wanted) > len(wanted)


def _means(text: str, word: str) -> bool:
    return mentions(text, word) or not _words(text).isdisjoint(offices(word))


def _has(present: frozenset[str], word: str) -> bool:
    if word in present:
        return True
    if len(word) < _LONG:
        return False
    alike = [other for other in present if other[0] == word[0] and len(other) >= _LONG]
    return any(fuzz.ratio(word, other) >= _CLOSE for other in alike)


def _unmarked(text: str) -> str:
    """Return a text without accents."""
    if text.isascii():
        return text
    return _FOREIGN.sub(_letters, unicodedata.normalize("NFKD", text))


def _letters(run: re.Match[str]) -> str:
    return "".join(char for char in run[0] if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    plain = _unmarked(text.lower())
    plain = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", re.sub(r"['’]s\b", "", plain))  # "U.S.", "US"
    return frozenset(re.findall(r"\w+", plain)) - _PARTICLES
