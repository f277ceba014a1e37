"""What was asked, as an address that asks it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import urlencode

from corpus.errors import SaysWhoError
from index.filters import Filters

EVERYTHING = Filters()


class Parameters(Protocol):
    """The query of an address, as Starlette reads it."""

    def get(self, name: str, /) -> str | None:
        """Return the value of a parameter, the last where there are several."""
        ...

    def getlist(self, name: str, /) -> list[str]:
        """Return every value of a parameter."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that stands alone, and what the search was narrowed to."""

    question: str
    filters: Filters = EVERYTHING

    @property
    def query(self) -> str:
        """Return the query of an address: `q=Who%3F&since=2016-11-01&outlet=Harbour+Post`."""
        narrowed: Mapping[str, date | None] = {"since": self.filters.since, "until": self.filters.until}
        days = [(name, day.isoformat()) for name, day in narrowed.items() if day]
        outlets = [("outlet", outlet) for outlet in self.filters.outlets]
        return urlencode([("q", self.question), *days, *outlets], errors="replace")


def read_asked(parameters: Parameters) -> Asked:
    """Return what an address asks; the question is empty where it asks nothing.

    Raises SaysWhoError on a day that is none.
    """
    since, until = (read_day(parameters.get(name)) for name in ("since", "until"))
    outlets = tuple(outlet for outlet in parameters.getlist("outlet") if outlet)
    return Asked((parameters.get("q") or "").strip(), Filters(since, until, outlets))


def read_day(text: str | None) -> date | None:
    """Return the day that a field holds, None where it is empty; raises SaysWhoError on anything else."""
    if not text or not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise SaysWhoError(f"'{text[:40]}' is not a date: write it as YYYY-MM-DD") from error
