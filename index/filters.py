"""What a search may be narrowed to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """Keep passages of articles published from `since` to `until`, both inclusive.

    Empty `outlets` and `articles` (ids) keep all. An article without a publication date
    is left out as soon as a date is asked for.
    """

    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
