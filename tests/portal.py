"""A portal: a second site, with the example pages as they would stand on it."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

EXAMPLES = Path(__file__).parent.parent / "widget" / "examples"
PLACEHOLDER = "https://news.example"


def portal(host: list[str], pages: dict[str, str]) -> FastAPI:
    """Return a site with the example pages and `pages`, that embed Says Who from `host[0]`.

    The host is named once it is known: each of the two sites must know the other's address.
    """
    site = FastAPI()
    every = {path.name: path.read_text("utf-8") for path in EXAMPLES.glob("*.html")} | pages

    @site.get("/{name}")
    def page(name: str) -> HTMLResponse:
        return HTMLResponse(every[name].replace(PLACEHOLDER, host[0]))

    return site


def page(tag: str) -> str:
    """Return a portal's page around `tag`."""
    return f'<!doctype html><title>Portal</title><link rel="icon" href="data:,"><body><h1>Portal</h1>{tag}'
