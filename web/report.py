"""The page of a report: its whole text, who says what in it, and the cited words highlighted."""

import re
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.answer import Citation
from corpus.article import Article
from corpus.statement import Form, Span
from index.index import Index
from web.pages import TEMPLATES
from web.segments import paragraphs

CITE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def link(citation: Citation, base: str = "/") -> str:
    """Return the address of the cited words on the report's page, below the site's address `base`."""
    anchor = citation.statement.passage_id.rpartition("#")[2]
    return f"{address(citation.article.id, base)}?cite={citation.start}-{citation.end}#{anchor}"


def address(article_id: str, base: str = "/") -> str:
    """Return the address of a report's page, below the site's address `base`."""
    return f"{base}report/{quote(article_id, safe='')}"


def report_routes(index: Index) -> APIRouter:
    """Return the route `/report/ID` over an open `index`."""
    router = APIRouter()

    @router.get("/report/{article_id:path}", response_class=HTMLResponse)
    def report(request: Request, article_id: str, cite: str = "") -> HTMLResponse:
        article = index.article(article_id)
        if article is None:
            return TEMPLATES.TemplateResponse(request, "not_found.html", status_code=404)
        return TEMPLATES.TemplateResponse(request, "report.html", _context(index, article, cite))

    return router


def _context(index: Index, article: Article, cite: str) -> dict[str, object]:
    passages = index.passages(article.id)
    statements = index.statements([passage.id for passage in passages])
    cited = cited_span(cite, len(article.text))
    return {
        "article": article,
        "is_cited": cited is not None,
        "paragraphs": list(paragraphs(article.text, passages, statements, cited)),
        "href": article.url if is_web_address(article.url) else None,
        "statements": sum(statement.form is not Form.NARRATION for statement in statements),
    }


def cited_span(cite: str, length: int) -> Span | None:
    """Return the span that `START-END` names, or nothing where it is not one of the text's."""
    match = CITE.fullmatch(cite)
    if match is None:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end <= length else None


def is_web_address(url: str | None) -> bool:
    """Tell whether a report's `url` may be linked to: http or https, with a host."""
    try:
        parts = urlsplit(url or "")
    except ValueError:  # such as an unclosed bracket
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
