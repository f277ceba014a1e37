"""Credit: whom a text names for what it tells."""

import re
from functools import lru_cache

from corpus.resolution import vocabulary

_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|according to|(?:been|was|were) told|told (?:\w+ )?\w+ that|they told"
    r"|report(?:ed|s)|quot(?:ed|ing)|say|says|said|claim(?:s|ed)?|accus\w+|blam\w+|estimat\w+"
    r"|puts?|believ\w+|expects?|predict(?:s|ed)?|reckons?)\b",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(["a", "an", "the", "he", "she", "it", "they", "we", "who"])
_NAME = r"(?:[A-Z][\w.]*)(?: [A-Z][\w.]*){0,4}"
_CITED = re.compile(
    rf"\b(?:[Aa]ccording to|[Tt]old|[Tt]ells?|[Cc]iting|[Qq]uoting|[Qq]uoted by)"
    rf"(?: an?| the| The)?(?: \w+){{0,4}}? (?P<after>{_NAME})"
    rf"|(?P<before>{_NAME})(?:['’]s? sources)?(?: \w+)? (?:report(?:ed|s)|said|says|found|revealed)\b"
)


def is_hearsay(text: str) -> bool:
    """Tell whether a text says that somebody says what it tells."""
    return _HEARSAY.search(text) is not None


@lru_cache(maxsize=1024)
def cited(text: str) -> frozenset[frozenset[str]]:
    """Return the names that a text cites, each as its words: "quoting Interfax", "the Post reported"."""
    names = (match["after"] or match["before"] for match in _CITED.finditer(text))
    return frozenset(frozenset(telling(name)) - _NO_NAMES for name in names) - {frozenset()}


def cited_media(text: str) -> frozenset[frozenset[str]]:
    """Return those of the names that a text cites which are names of media."""
    media = vocabulary.words("medium") | vocabulary.words("newsword")
    return frozenset(name for name in cited(text) if name & media)


def telling(text: str) -> list[str]:
    """Return the words of a text, lower case, without the possessive."""
    return re.findall(r"[a-z0-9]+", re.sub(r"[’']s\b", "", text.lower()))
