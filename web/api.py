"""The endpoints for programs: `POST /api/ask` and `GET /healthz`."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, ConfigDict, Field

from assistant.rendering import as_json
from index.filters import Filters
from index.index import Index
from web.answerer import Answerer
from web.capacity import Capacity

VERSION = "1"
"""Of the endpoint: fields are added under it, none change their name, type or meaning."""
ASK = "Every statement of the answer names its source and quotes `article.text[start:end]`."

EarlierQuestion = Annotated[str, Field(max_length=2_000)]


class Ask(BaseModel):
    """What may be posted: a question, what to narrow it to, and the questions before it.

    `history` is oldest first. An unknown key is refused.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = Field((), max_length=100)
    articles: tuple[str, ...] = Field((), max_length=100)
    history: tuple[EarlierQuestion, ...] = Field((), max_length=50)

    @property
    def filters(self) -> Filters:
        """Return what the search is narrowed to."""
        return Filters(self.since, self.until, self.outlets, self.articles)


def api_routes(index: Index, answerer: Answerer, capacity: Capacity) -> APIRouter:
    """Return the routes over an open `index`, with their own description as OpenAPI."""
    router = APIRouter()

    @router.post("/api/ask", summary="Ask a question", description=ASK)
    async def ask(asked: Ask) -> dict[str, object]:
        return await capacity.run(lambda: as_json(answerer.ask(asked.question, asked.filters, asked.history)))

    @router.get("/healthz", summary="Tell whether it is up, and how much is indexed")
    def healthz() -> dict[str, object]:
        stats = index.stats()
        return {"status": "ok", "articles": stats.articles, "passages": stats.passages}

    @router.get("/api/openapi.json", include_in_schema=False)
    def openapi(request: Request) -> dict[str, object]:
        servers = [{"url": request.scope["root_path"] or "/"}]
        return get_openapi(title="Says Who", version=VERSION, routes=router.routes, servers=servers)

    return router
