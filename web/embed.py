"""What a portal embeds: the script, the frame with a compact chat, and the answers in it."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse, HTMLResponse
from fastapi.templating import Jinja2Templates

from assistant.answer import Answer
from assistant.rendering import wording
from assistant.rendering.escaping import plain
from web.answerer import Answerer
from web.api import Ask
from web.capacity import Capacity
from web.deployment import Deployment
from web.look import Look
from web.phrases import PHRASES, spoken
from web.policy import SCRIPTED_PAGE, framed_by
from web.report import link

SCRIPT = Path(__file__).parent.parent / "widget" / "embed.js"
TEMPLATES = Jinja2Templates(Path(__file__).parent / "templates")
TEMPLATES.env.filters["plain"] = plain
WORDING = {
    "link": link,
    "speaker": wording.speaker,
    "deed": wording.deed,
    "origin": wording.origin,
    "difference": wording.difference,
    "nearest": wording.nearest,
    "excerpt": wording.excerpt,
}


def embed_routes(answerer: Answerer, capacity: Capacity, deployment: Deployment) -> APIRouter:
    """Return the routes `/embed.js`, `/embed` and `/embed/ask`."""
    router = APIRouter()
    policy = framed_by(SCRIPTED_PAGE, deployment.portals)

    @router.get("/embed.js")
    def script() -> FileResponse:
        headers = {"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "max-age=3600"}
        return FileResponse(SCRIPT, media_type="text/javascript", headers=headers)

    @router.get("/embed", response_class=HTMLResponse)
    def frame(request: Request, look: Annotated[Look, Query()]) -> HTMLResponse:
        context = {**_frame(look), "base": deployment.base_path, "longest": deployment.max_question}
        context["portal"] = look.known_portal(request, deployment.portals)
        headers = {"Content-Security-Policy": policy}
        return TEMPLATES.TemplateResponse(request, "embed.html", context, headers=headers)

    @router.post("/embed/ask", response_class=HTMLResponse)
    async def ask(request: Request, asked: Ask) -> HTMLResponse:
        answer = await capacity.run(lambda: answerer.ask(asked.question, asked.filters, asked.history))
        context = {**_answer(answer), "base": deployment.base_path}
        return TEMPLATES.TemplateResponse(request, "embed_answer.html", context)

    return router


def _frame(look: Look) -> dict[str, object]:
    language = spoken(look.language)
    return {"look": look, "language": language, "words": PHRASES[language], "filters": look.filters}


def _answer(answer: Answer) -> dict[str, object]:
    return {"answer": answer, "verdict": wording.VERDICTS[answer.verdict], **WORDING}
