"""How a portal wants the embedded chat: what it may say in the frame's address."""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field

Short = Annotated[str, Field(max_length=300)]


class Look(BaseModel):
    """What `/embed?…` may name; what else it names is ignored."""

    model_config = ConfigDict(frozen=True)

    theme: Literal["auto", "light", "dark"] = "auto"
    language: str = Field("en", max_length=35)
    title: str = Field("", max_length=120)
    example: tuple[Short, ...] = Field((), max_length=10)
    since: date | None = None
    until: date | None = None
    outlet: tuple[Short, ...] = Field((), max_length=100)
    citations: Literal["new", "tab", "event"] = "new"
    q: str = Field("", max_length=2_000)
    portal: str = Field("", max_length=300)

    @property
    def filters(self) -> dict[str, object]:
        """Return what every question is narrowed to, as `POST /embed/ask` takes it."""
        chosen = {"since": self.since, "until": self.until, "outlets": list(self.outlet)}
        return {
            name: str(value) if isinstance(value, date) else value for name, value in chosen.items() if value
        }

    def known_portal(self, request: Request, portals: tuple[str, ...]) -> str:
        """Return the origin of the page around the frame, or nothing where it is not to be told."""
        is_ours = bool(self.portal) and urlsplit(self.portal).netloc == request.url.netloc
        return self.portal if is_ours or self.portal in portals else ""
