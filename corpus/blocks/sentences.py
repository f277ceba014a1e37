"""Where sentences begin, near enough to cut captions and sign-offs away."""

import re

_BOUNDARY = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_LAST_WORD = re.compile(r"[\w.'’-]*$")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_TITLES = (
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "St",
    "Gen",
    "Lt",
    "Col",
    "Maj",
    "Capt",
    "Sgt",
    "Brig",
    "Sen",
    "Rep",
    "Gov",
)
_OTHERS = ("Gov", "Prof", "Rev", "Hon", "No", "Inc", "Ltd", "Co", "Corp", "vs", "approx")
_ABBREVIATIONS = frozenset(_MONTHS + _TITLES + _OTHERS)


def sentence_start(text: str, position: int, earliest: int) -> int:
    """Return where the sentence that holds `position` begins, no earlier than `earliest`."""
    starts = [
        match.end()
        for match in _BOUNDARY.finditer(text, earliest, position)
        if ends_sentence(text, match.start())
    ]
    return starts[-1] if starts else earliest


def ends_sentence(text: str, stop: int) -> bool:
    """Tell whether the full stop at `stop` ends a sentence and not an abbreviation or initial."""
    if text[stop] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, stop - 30), stop)
    word = before[0] if before else ""
    initials = len(word.rsplit(".", 1)[-1]) == 1 and word[-1:].isalpha()
    return not initials and word not in _ABBREVIATIONS
