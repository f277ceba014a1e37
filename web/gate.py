"""The gate: what of the site, and of Gradio, is served at all, and what the chat's page may run."""

import base64
import hashlib
import re
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.policy import CHAT, POLICY
from web.route import route

SERVED = re.compile(
    r"/(|api/ask|api/openapi\.json|healthz|report/.+|library|sources|source/.+|answer\.(md|csv|docx)"
    r"|style/.+|embed|embed/ask|embed\.js"
    r"|config|theme\.css|favicon\.ico|manifest\.json|robots\.txt|assets/.+|static/.+"
    r"|gradio_api/(app_id|run/predict|queue/join|queue/data|cancel|reset"
    r"|heartbeat/\w+))/?",
    re.DOTALL,
)
"""All that is served: our own routes, and of Gradio's what the chat needs."""

INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


class Gate:
    """Passes on what is `SERVED`; everything else is not found.

    Gradio also has uploads, a proxy and a file route that fetch addresses for whoever asks,
    monitoring and more: none is reachable. The chat's page gets a policy that names the inline
    scripts it was served with by their hashes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif not SERVED.fullmatch(route(scope)):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
        elif route(scope) == "/":
            await self._page(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        # A compressed page could not be hashed here.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            body.extend(message.get("body", b""))
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                MutableHeaders(scope=start)[POLICY] = chat_policy(bytes(body))
                await send(start)
                await send({"type": "http.response.body", "body": bytes(body)})

        await self.app({**scope, "headers": plain}, receive, collect)


def chat_policy(page: bytes) -> str:
    """Return the policy for Gradio's `page`, with its inline scripts' hashes."""
    return CHAT.format(hashes=" ".join(_hashes(INLINE_SCRIPT.findall(page))))


def _hashes(scripts: Iterable[bytes]) -> Iterable[str]:
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
        yield f"'sha256-{digest}'"
