"""The routes that give an answer as a file: `/answer.md`, `/answer.csv` and `/answer.docx`."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import Response

from assistant.answer import Answer
from web.answerer import Answerer
from web.asked import read_asked
from web.capacity import Capacity
from web.exports.document import document
from web.exports.note import note
from web.exports.table import table

Export = Callable[[Answer, str], bytes]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: dict[str, tuple[str, Export]] = {
    "md": ("text/markdown; charset=utf-8", note),
    "csv": ("text/csv; charset=utf-8", table),
    "docx": (WORD, document),
}
"""Ending of a file → what it is, and what makes it."""


def download_routes(answerer: Answerer, capacity: Capacity) -> APIRouter:
    """Return the routes, which ask the question of their address again and give the answer as a file."""
    router = APIRouter()
    for ending, (media_type, export) in FORMATS.items():
        router.add_api_route(f"/answer.{ending}", _download(answerer, capacity, ending, media_type, export))
    return router


def _download(
    answerer: Answerer, capacity: Capacity, ending: str, media_type: str, export: Export
) -> Callable[..., object]:
    async def download(request: Request) -> Response:
        asked = read_asked(request.query_params)
        site = str(request.base_url)
        written = await capacity.run(lambda: export(answerer.ask(asked.question, asked.filters), site))
        headers = {"Content-Disposition": f'attachment; filename="answer.{ending}"'}
        return Response(written, media_type=media_type, headers=headers)

    return download
