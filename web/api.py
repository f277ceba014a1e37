"""The endpoints for programs: `POST /api/ask` and `GET /healthz`."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from assistant.assistant import Assistant
from assistant.rendering import as_json
from index.filters import Filters
from index.index import Index

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


def api_routes(index: Index, assistant: Assistant) -> APIRouter:
    """Return the routes over an open `index`; questions run in the server's thread pool."""
    router = APIRouter()

    @router.post("/api/ask")
    def ask(asked: Ask) -> dict[str, object]:
        return as_json(assistant.ask(asked.question, asked.filters, asked.history))

    @router.get("/healthz")
    def healthz() -> dict[str, object]:
        stats = index.stats()
        return {"status": "ok", "articles": stats.articles, "passages": stats.passages}

    return router
