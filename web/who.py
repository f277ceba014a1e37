"""The sources: who is quoted in the reports, how often, with what, and where others say otherwise."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.disputes import disputes
from corpus.parsing import Parser, SpacyParser
from corpus.statement import Stance
from index.index import Index
from index.quotations import quotations
from index.sources import SourceOverview, quoted_sources
from web.pages import SEARCHED, TEMPLATES

ON_A_PAGE = 100
"""Sources shown at a time."""


def source_routes(index: Index) -> APIRouter:
    """Return the routes `/sources` and `/source/NAME` over an open `index`."""
    router, parser = APIRouter(), SpacyParser()

    @router.get("/sources", response_class=HTMLResponse)
    def sources(request: Request, q: str = "", start: int = 0) -> HTMLResponse:
        found = _named(quoted_sources(index.database, index.aliases), q)
        start = max(start, 0)
        context = {
            "q": q.strip(),
            "total": len(found),
            "start": start,
            "sources": found[start : start + ON_A_PAGE],
            "next": start + ON_A_PAGE if start + ON_A_PAGE < len(found) else None,
        }
        return TEMPLATES.TemplateResponse(request, "sources.html", context, headers=SEARCHED)

    @router.get("/source/{name:path}", response_class=HTMLResponse)
    def source(request: Request, name: str) -> HTMLResponse:
        known = quoted_sources(index.database, index.aliases)
        found = next((source for source in known if source.name == name), None)
        if found is None:
            return TEMPLATES.TemplateResponse(request, "no_source.html", status_code=404)
        return TEMPLATES.TemplateResponse(request, "source.html", _context(index, parser, found))

    return router


def _named(sources: Sequence[SourceOverview], words: str) -> list[SourceOverview]:
    """Return the sources one of whose names holds the words."""
    wanted = words.casefold().strip()
    return [
        source
        for source in sources
        if any(wanted in name.casefold() for name in (source.name, *source.names))
    ]


def _context(index: Index, parser: Parser, source: SourceOverview) -> dict[str, object]:
    quoted = quotations(index.database, source, index.aliases)
    statements = [statement for each in quoted for statement in each.statements]
    stances = {stance: sum(each.stance is stance for each in statements) for stance in Stance}
    disputed = disputes(index, parser, quoted)
    return {"source": source, "quoted": quoted, "stances": stances, "disputed": disputed}
