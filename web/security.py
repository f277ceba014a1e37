"""What protects the pages: response headers, who may ask, and how much of Gradio is served."""

import base64
import hashlib
import re
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 1_000_000
"""Bytes of a request: room for a long conversation, none for an upload."""

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
"""For everything that is ours: no script at all."""

CHAT_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'self'; form-action 'none'; frame-ancestors 'self'"
)
"""For Gradio's page: its own files and the inline scripts that the server put into it."""

HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

SERVED = re.compile(
    r"/(|api/ask|healthz|report/.+|style/.+"
    r"|config|theme\.css|favicon\.ico|manifest\.json|robots\.txt|assets/.+|static/.+"
    r"|gradio_api/(app_id|run/predict|queue/join|queue/data|cancel|reset"
    r"|heartbeat/\w+))/?",
    re.DOTALL,
)
"""All that is served: our own routes, and of Gradio's what the chat needs."""

INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


def protect(app: FastAPI, host: str) -> None:
    """Add what every request to `app` passes, the last added first.

    `host` is the address listened on: a request must name it or this machine.
    """
    app.add_middleware(Gate)
    app.add_middleware(CORSMiddleware)  # allows no other origin, and keeps Gradio from allowing any
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST_BODY)
    app.add_middleware(SameOrigin)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=trusted_hosts(host), www_redirect=False)
    app.add_middleware(SecurityHeaders)


def trusted_hosts(host: str) -> list[str]:
    """Return the names this machine may be asked by when it listens on `host`."""
    own = [socket.gethostname(), socket.getfqdn()] if host in EVERY_ADDRESS else [url_host(host)]
    return [*LOCAL_HOSTS, *own]


def url_host(host: str) -> str:
    """Return `host` as it stands in a URL: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


class SecurityHeaders:
    """Adds `HEADERS` to every response that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class SameOrigin:
    """Refuses a request that changes something or asks when a page of another site sent it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE_METHODS
            and _is_foreign(Headers(scope=scope))
        ):
            refusal = PlainTextResponse("asked from the page of another site", status_code=403)
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


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
        elif not SERVED.fullmatch(scope["path"]):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
        elif scope["path"] == "/":
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
                MutableHeaders(scope=start)["Content-Security-Policy"] = chat_policy(bytes(body))
                await send(start)
                await send({"type": "http.response.body", "body": bytes(body)})

        await self.app({**scope, "headers": plain}, receive, collect)


def chat_policy(page: bytes) -> str:
    """Return the policy for Gradio's `page`: `CHAT_POLICY` with its inline scripts' hashes."""
    return CHAT_POLICY.format(hashes=" ".join(_hashes(INLINE_SCRIPT.findall(page))))


def _hashes(scripts: Iterable[bytes]) -> Iterable[str]:
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
        yield f"'sha256-{digest}'"
