"""The whole site: chat, report pages and endpoints, behind the same protection."""

from pathlib import Path

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.staticfiles import StaticFiles

from corpus.errors import SaysWhoError
from index.index import Index
from web.answerer import Answerer, Brief
from web.api import api_routes
from web.capacity import BusyError, Capacity
from web.chat import chat
from web.deployment import LOCAL, Deployment
from web.downloads import download_routes
from web.embed import embed_routes
from web.library import library_routes
from web.report import report_routes
from web.security import protect
from web.theme import STYLES, THEME
from web.who import source_routes

STATIC = Path(__file__).parent / "static"


def site(index: Index, assistant: Answerer, host: str, deployment: Deployment = LOCAL) -> FastAPI:
    """Return the site over an open `index`, to be served on the address `host`."""
    base = deployment.base_path
    app = FastAPI(title="Says Who", docs_url=None, redoc_url=None, openapi_url=None)
    protect(app, host, deployment)
    app.add_exception_handler(SaysWhoError, _refuse)
    answerer = Brief(assistant, deployment.max_question)
    capacity = Capacity(deployment.at_once, deployment.waiting)
    app.include_router(api_routes(index, answerer, capacity))
    app.include_router(embed_routes(index, answerer, capacity, deployment))
    app.include_router(download_routes(answerer, capacity))
    app.include_router(report_routes(index))
    app.include_router(library_routes(index))
    app.include_router(source_routes(index))
    app.mount("/style", StaticFiles(directory=STATIC))
    gr.mount_gradio_app(
        app,
        chat(index, answerer, deployment.at_once, deployment.waiting),
        path="/",
        root_path=base or None,
        theme=THEME,
        css_paths=[STATIC / name for name in STYLES],
        footer_links=[],
        show_error=False,
        enable_monitoring=False,
        max_file_size=1,
        run_history=False,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
    )
    return app


def _refuse(_: Request, error: Exception) -> JSONResponse:
    if isinstance(error, BusyError):
        return JSONResponse({"error": str(error)}, status_code=503, headers={"Retry-After": "5"})
    return JSONResponse({"error": str(error)}, status_code=400)
