"""Days named in a text, read against the day of the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EXPRESSION = re.compile(
    rf"\b(?:{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|{_MONTH}\s+\d{{4}}|{_WEEKDAY}|yesterday|today|tonight)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:next|coming|following|until|by|before|will be)\s+(?:on\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that characters `start` to `end` of a text name."""

    start: int
    end: int
    day: date


def named_days(text: str, base: date | None) -> Iterator[NamedDay]:
    """Yield the days a text names, in its order; those relative to an unknown `base` are left out.

    A weekday means the last one up to `base`, unless words such as "next" stand before it.
    """
    for match in _EXPRESSION.finditer(text):
        ahead = _AHEAD.search(text[max(match.start() - 20, 0) : match.start()]) is not None
        day = _day(match.group().lower(), base, ahead)
        if day is not None:
            yield NamedDay(match.start(), match.end(), day)


@lru_cache(maxsize=4096)
def _day(words: str, base: date | None, ahead: bool) -> date | None:
    import dateparser

    if base is None and not re.search(r"\d{4}", words):
        return None
    is_weekday = words.endswith("day") and not words.startswith(("yester", "to"))
    start = base or date(2000, 1, 1)
    relative = datetime.combine(start, datetime.min.time())
    if is_weekday and not ahead:
        relative += timedelta(days=1)  # so that the report's own weekday means that very day
    found = dateparser.parse(
        "today" if words == "tonight" else words,
        languages=["en"],
        settings={
            "RELATIVE_BASE": relative,
            "PREFER_DATES_FROM": "future" if ahead else "past",
            "PREFER_DAY_OF_MONTH": "first",
        },
    )
    return found.date() if found is not None else None
