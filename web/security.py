"""What protects the pages: response headers, who may ask, and how much."""

import socket
from collections.abc import Sequence
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from web.authentication import Authentication, by_header, refusal
from web.deployment import LOCAL, Deployment
from web.gate import Gate
from web.policy import PAGE, POLICY, framed_by
from web.proxy import BasePath, ProxyHeaders
from web.rate_limit import RateLimit

LARGEST_BODY = 1_000_000
"""Bytes of a request: room for a long conversation, none for an upload."""

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def protect(app: FastAPI, host: str, deployment: Deployment = LOCAL) -> None:
    """Add what every request to `app` passes, the last added first.

    `host` is the address listened on: a request must name it, this machine, or one of the
    deployment's hosts.
    """
    proxies, portals = deployment.trusted_proxies, deployment.portals
    named = by_header(deployment.user_header) if deployment.user_header else None
    app.add_middleware(Gate)
    if deployment.rate_limit:
        app.add_middleware(RateLimit, rate=deployment.rate_limit)
    app.add_middleware(
        AuthenticationMiddleware,
        backend=Authentication(deployment.identify or named, deployment.access_tokens),
        on_error=refusal,
    )
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=LARGEST_BODY)
    app.add_middleware(KnownOrigin, portals=portals)
    # Where there are no portals it allows no other origin, and keeps Gradio from allowing any.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=portals,
        allow_methods=("GET", "POST"),
        allow_headers=("Authorization", "Content-Type"),
        expose_headers=("Retry-After",),
    )
    app.add_middleware(
        TrustedHostMiddleware,
        allowed_hosts=[*trusted_hosts(host), *deployment.hosts],
        www_redirect=False,
    )
    app.add_middleware(BasePath, base_path=deployment.base_path)
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(proxies))
    app.add_middleware(ProxyHeaders, trusted=proxies, user_header=deployment.user_header)
    app.add_middleware(SecurityHeaders, portals=portals)


def trusted_hosts(host: str) -> list[str]:
    """Return the names this machine may be asked by when it listens on `host`."""
    own = [socket.gethostname()] if host in EVERY_ADDRESS else [url_host(host)]
    return [*LOCAL_HOSTS, *own]


def url_host(host: str) -> str:
    """Return `host` as it stands in a URL: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


class SecurityHeaders:
    """Adds `HEADERS` to every response that does not set them itself, and to its policy who may frame it.

    A response without a policy gets that of our pages.
    """

    def __init__(self, app: ASGIApp, portals: Sequence[str]) -> None:
        self.app = app
        self._portals = portals
        self._headers = dict(HEADERS)
        if not portals:  # it cannot name any; where it stands, old browsers obey it
            self._headers["X-Frame-Options"] = "SAMEORIGIN"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                policy = headers.get(POLICY, PAGE)
                headers[POLICY] = framed_by(policy, self._portals)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class KnownOrigin:
    """Refuses a request that changes something or asks when a page of an unknown site sent it.

    Known are our own pages and those of the portals.
    """

    def __init__(self, app: ASGIApp, portals: Sequence[str]) -> None:
        self.app = app
        self._portals = portals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE_METHODS
            and not self._is_known(Headers(scope=scope))
        ):
            refusal = PlainTextResponse("asked from the page of another site", status_code=403)
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_known(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        return origin is None or origin in self._portals or urlsplit(origin).netloc == headers.get("host")
