"""The day a report was published, as outlets write it."""

import re
from datetime import date
from functools import lru_cache

import dateparser

_SETTINGS = {
    "PARSERS": ["absolute-time"],  # neither "yesterday" nor a bare number is a date
    "REQUIRE_PARTS": ["day", "month", "year"],
}
_NUMERIC = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](?:\d{2}|\d{4})\b")
_MONTHS = 12


@lru_cache(maxsize=4096)
def read_date(value: str) -> date | None:
    """Return the day a string names: ISO 8601 first, else written in English; None if unclear.

    "03/04/2016" is unclear (April or March?), "13/04/2016" is not.
    """
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        pass
    order = "MDY"
    if numbers := _NUMERIC.match(value):
        first, second = int(numbers[1]), int(numbers[2])
        if first != second and max(first, second) <= _MONTHS:
            return None
        order = "DMY" if first > _MONTHS else "MDY"
    return _written(value[:100], order)


def _written(value: str, order: str) -> date | None:
    try:
        moment = dateparser.parse(value, languages=["en"], settings={**_SETTINGS, "DATE_ORDER": order})
    except (ValueError, OverflowError):
        return None
    return moment.date() if moment else None
