"""The library: the reports of the index, searched, narrowed, and counted by outlet and month."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.rendering.wording import excerpt
from corpus.errors import SaysWhoError
from index.filters import Filters
from index.hit import Hit
from index.holdings import Count, months, outlets, page
from index.index import Index
from index.overview import ArticleOverview
from web.asked import Asked, read_asked
from web.pages import SEARCHED, TEMPLATES

ON_A_PAGE = 50
"""Reports shown at a time."""
SEARCHED_PASSAGES = 100
"""Passages looked through for the words that were searched for."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A count with its share of the greatest, in percent."""

    name: str
    articles: int
    width: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A report of the list; `anchor` and `passage` are where and what of it fits the search best."""

    overview: ArticleOverview
    anchor: str = ""
    passage: str = ""


def library_routes(index: Index) -> APIRouter:
    """Return the route `/library` over an open `index`."""
    router = APIRouter()

    @router.get("/library", response_class=HTMLResponse)
    def library(request: Request, start: int = 0) -> HTMLResponse:
        try:
            asked, problem = read_asked(request.query_params), ""
        except SaysWhoError as error:
            asked, problem = Asked(""), str(error)
        context = {
            "asked": asked,
            "problem": problem,
            **_found(index, asked, max(start, 0)),
            **_counted(index),
        }
        return TEMPLATES.TemplateResponse(request, "library.html", context, headers=SEARCHED)

    return router


def _found(index: Index, asked: Asked, start: int) -> dict[str, object]:
    if asked.question:
        listed: Sequence[Listed] = _searched(index, asked)
        return {"listed": listed, "total": len(listed), "start": 0, "next": None}
    found = page(index.database, asked.filters, ON_A_PAGE, start)
    after = start + ON_A_PAGE
    listed = [Listed(overview) for overview in found.articles]
    return {
        "listed": listed,
        "total": found.total,
        "start": start,
        "next": after if after < found.total else None,
    }


def _searched(index: Index, asked: Asked) -> list[Listed]:
    """Return the reports whose passages fit the words best, each with the best of them."""
    best: dict[str, Hit] = {}
    for hit in index.search(asked.question, SEARCHED_PASSAGES, asked.filters):
        best.setdefault(hit.passage.article_id, hit)
    if not best:
        return []
    known = page(index.database, Filters(articles=tuple(best)), limit=len(best)).articles
    found = sorted(known, key=lambda overview: best[overview.id].rank)
    return [_listed(overview, best[overview.id]) for overview in found]


def _listed(overview: ArticleOverview, hit: Hit) -> Listed:
    return Listed(overview, f"#p{hit.passage.order}", excerpt(hit))


def _counted(index: Index) -> dict[str, object]:
    return {
        "outlets": _bars(outlets(index.database)),
        "months": _bars(months(index.database)),
        "stats": index.stats(),
    }


def _bars(counts: Sequence[Count]) -> list[Bar]:
    most = max((count.articles for count in counts), default=1)
    return [Bar(count.name, count.articles, round(100 * count.articles / most)) for count in counts]
