"""How the site is deployed: for whom, behind what, and within which limits."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from assistant.question import LONGEST

Identify = Callable[[HTTPConnection], str | Awaitable[str | None] | None]
"""Names the user a request comes from, or nobody; may raise FastAPI's HTTPException instead."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """What an administrator decides; as it stands, a chat for this machine alone."""

    hosts: tuple[str, ...] = ()
    """Names it may be asked by, besides this machine's: `sayswho.example`, `*.example`."""
    base_path: str = ""
    """Path that a reverse proxy serves it under: `/says-who`."""
    portals: tuple[str, ...] = ()
    """Origins that may embed it and ask from their pages: `https://portal.example`."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses and networks of the proxies whose word on a request is taken."""
    user_header: str = ""
    """Header in which a trusted proxy names the user; empty: it names none."""
    identify: Identify | None = None
    """What names the user of a request; a request of nobody is refused. None: anyone may ask."""
    access_tokens: tuple[str, ...] = ()
    """Tokens that open the endpoint for programs."""
    rate_limit: str = ""
    """Questions a client may ask in a while: `60/minute`; empty: as many as it likes."""
    max_question: int = LONGEST
    """Characters of the longest question."""
    at_once: int = 16
    """Questions answered at the same time."""
    waiting: int = 100
    """Questions that may wait for their turn; the next one is refused."""


LOCAL = Deployment()
"""For this machine alone."""
