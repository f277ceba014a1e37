"""What a portal embeds: the script, the frame with a compact chat, and the answers in it."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse, HTMLResponse

from index.index import Index
from web.answered import answer_parts
from web.answerer import Answerer
from web.api import Ask
from web.asked import Asked
from web.capacity import Capacity
from web.deployment import Deployment
from web.look import Look
from web.pages import TEMPLATES
from web.phrases import PHRASES, spoken
from web.policy import POLICY, SCRIPTED_PAGE

SCRIPT = Path(__file__).parent.parent / "widget" / "embed.js"
FOR_ANY_SITE = {"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "max-age=3600"}


def embed_routes(index: Index, answerer: Answerer, capacity: Capacity, deployment: Deployment) -> APIRouter:
    """Return the routes `/embed.js`, `/embed` and `/embed/ask` over an open `index`."""
    router = APIRouter()

    @router.get("/embed.js")
    def script() -> FileResponse:
        return FileResponse(SCRIPT, media_type="text/javascript", headers=FOR_ANY_SITE)

    @router.get("/embed", response_class=HTMLResponse)
    def frame(request: Request, look: Annotated[Look, Query()]) -> HTMLResponse:
        language = spoken(look.language)
        context = {
            "look": look,
            "language": language,
            "words": PHRASES[language],
            "longest": deployment.max_question,
            "portal": look.known_portal(request, deployment.portals),
        }
        return TEMPLATES.TemplateResponse(request, "embed.html", context, headers={POLICY: SCRIPTED_PAGE})

    @router.post("/embed/ask", response_class=HTMLResponse)
    async def ask(asked: Ask) -> HTMLResponse:
        return HTMLResponse(await capacity.run(lambda: _answered(asked, answerer, index)))

    return router


def _answered(asked: Ask, answerer: Answerer, index: Index) -> str:
    """Return the answer as the chat shows it."""
    answer = answerer.ask(asked.question, asked.filters, asked.history)
    *_, whole = answer_parts(answer, Asked(answer.question, asked.filters), index)
    return whole
