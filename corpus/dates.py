"""Days named in a text, read against the day of the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?<!\d)(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_COUNT = rf"(?:\d{{1,2}}|an?|{'|'.join(_COUNTS)})"
_FULL = (
    rf"\b{_MONTH}\s+{_DAY},?\s+\d{{4}}\b|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}\b"
    r"|\b\d{4}-\d{2}-\d{2}\b"
)
_NUMERIC = r"(?<![\d./-])\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d{4}(?!\d)"
_EXPRESSION = re.compile(
    rf"(?P<full>{_FULL})"
    rf"|(?P<day>\b{_MONTH}\s+{_DAY}(?!\s*(?:,\s*)?\d{{4}})|{_DAY}\s+(?:of\s+)?{_MONTH}(?!\s*,?\s*\d{{4}}))"
    rf"|(?P<weekday>\b(?:{'|'.join(_WEEKDAYS)})\b)"
    rf"|(?P<ago>\b{_COUNT}\s+days?\s+(?:ago|earlier|before)\b|\bthe\s+(?:previous\s+day|day\s+before)\b)"
    rf"|(?P<after>\b{_COUNT}\s+days?\s+later\b|\bthe\s+(?:next|following)\s+day\b)"
    r"|(?P<near>\b(?:yesterday|today|tonight|tomorrow|last\s+night)\b)",
    re.IGNORECASE,
)
_PRINTED = re.compile(rf"{_FULL}|{_NUMERIC}", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:next|coming|the\s+following|until|by|before|will|would|shall|to\s+be|due|expected|scheduled|set\s+to|going\s+to"
    r"|(?:is|are|was|were)\s+to)\b(?!\s+have\b)[^.;:!?\"“”]{0,40}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:last|since|from|past|had|was|were|did)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:every|each|most|some|many)\s+$", re.IGNORECASE)
_LAST = re.compile(r"\blast\s+$", re.IGNORECASE)
_NEAR = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that characters `start` to `end` of a text name."""

    start: int
    end: int
    day: date


def named_days(text: str, base: date | None) -> Iterator[NamedDay]:
    """Yield the days a text names, in its order; those relative to an unknown `base` are left out.

    A weekday means the last one up to `base`, unless words such as "next" or "will" stand before
    it; a day without a year the one nearest to `base`. "Two days later" counts from the day named
    before it. Months and years are not days and are left out.
    """
    before: date | None = None
    for match in _EXPRESSION.finditer(text):
        context = text[max(match.start() - _WINDOW, 0) : match.start()]
        day = None if _REPEATED.search(context) else _day(match, base, before, context)
        if day is not None:
            before = day
            yield NamedDay(match.start(), match.end(), day)


def printed_day(text: str, near: date | None = None) -> date | None:
    """Return the first date of a text that has day, month and year, else None.

    Of a date in figures, day before month unless the other order lies closer to `near`.
    """
    match = _PRINTED.search(text)
    if match is None:
        return None
    if match.group("mark") is None:
        return _parsed(match.group())
    orders = [day for order in ("DMY", "MDY") if (day := _parsed(match.group(), order)) is not None]
    return min(orders, key=lambda day: abs(day - near) if near else timedelta(0), default=None)


def _day(match: re.Match[str], base: date | None, before: date | None, context: str) -> date | None:
    words = " ".join(match.group().lower().split())
    ahead = _AHEAD.search(context) is not None and _BEHIND.search(context) is None
    if match.lastgroup == "full":
        return _parsed(words)
    if match.lastgroup == "after":
        return _shifted(before, _count(words))
    if base is None:
        return None
    if match.lastgroup == "ago":
        return _shifted(base if "ago" in words else before or base, -_count(words))
    if match.lastgroup == "weekday":
        return _weekday(words, base, ahead, last=_LAST.search(context) is not None)
    return _shifted(base, _NEAR[words]) if words in _NEAR else _nearest(words, base, ahead)


def _count(words: str) -> int:
    first = words.split(maxsplit=1)[0]
    return int(first) if first.isdigit() else _COUNTS.get(first, 1)


def _shifted(day: date | None, days: int) -> date | None:
    try:
        return None if day is None else day + timedelta(days)
    except OverflowError:
        return None


def _weekday(name: str, base: date, ahead: bool, last: bool) -> date | None:
    """Return the weekday up to `base` or, of one ahead, from it; "last Monday" is never `base` itself."""
    back = (base.weekday() - _WEEKDAYS.index(name)) % len(_WEEKDAYS)
    if last and back == 0:
        back = len(_WEEKDAYS)
    return _shifted(base, -back % len(_WEEKDAYS) if ahead and not last else -back)


def _nearest(words: str, base: date, ahead: bool) -> date | None:
    """Return the day of a month nearest to `base`, one to come counting as twice as far unless `ahead`."""
    years = (base.year - 1, base.year, base.year + 1)
    days = [day for year in years if (day := _parsed(f"{words.rstrip('.')} {year}")) is not None]

    def distance(day: date) -> int:
        gap = (day - base).days
        return (gap if ahead else 2 * gap) if gap > 0 else (-2 * gap if ahead else -gap)

    return min(days, key=distance, default=None)


@lru_cache(maxsize=4096)
def _parsed(words: str, order: str = "DMY") -> date | None:
    """Return the day of an expression with day, month and year, None if there is no such day."""
    import dateparser

    found: datetime | None = dateparser.parse(
        words, languages=["en"], settings={"DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"]}
    )
    return found.date() if found is not None else None
