"""What the pages rendered on the server share: their templates, which escape, and their words."""

from pathlib import Path

from fastapi import Request
from fastapi.templating import Jinja2Templates

from assistant.rendering.wording import STANCES, day, speaker
from web.policy import PAGE
from web.visible import visible

SEARCHED = {"Content-Security-Policy": PAGE.replace("form-action 'none'", "form-action 'self'")}
"""The policy of a page with a search form of its own."""


def _base(request: Request) -> dict[str, object]:
    """Return where the site's addresses begin: `/`, or the path that a proxy serves it under."""
    return {"base": f"{request.scope.get('root_path', '')}/"}


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 report`, `2 reports`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


TEMPLATES = Jinja2Templates(Path(__file__).parent / "templates", context_processors=[_base])
TEMPLATES.env.finalize = visible
TEMPLATES.env.filters |= {"counted": counted, "day": day, "speaker": speaker, "stance": STANCES.__getitem__}
