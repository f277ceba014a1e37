"""The reverse proxy in front: which requests come from it, and what only it may say."""

from collections.abc import Sequence
from ipaddress import ip_address, ip_network

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""Headers in which a proxy says whom it forwards for."""
NEVER = ("x-gradio-server",)
"""What Gradio would take from anyone."""


class ProxyHeaders:
    """Drops what only a trusted proxy may say from the requests of all others.

    Whatever stands further inside can then take these headers at their word.
    """

    def __init__(self, app: ASGIApp, trusted: Sequence[str], user_header: str) -> None:
        self.app = app
        self._networks = [ip_network(address) for address in trusted]
        self._proxys = {name.encode() for name in (*FORWARDED, user_header.lower())}
        self._never = {name.encode() for name in NEVER}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http":
            dropped = self._never if self._is_trusted(scope) else self._never | self._proxys
            kept = [(name, value) for name, value in scope["headers"] if name.lower() not in dropped]
            scope = {**scope, "headers": kept}
        await self.app(scope, receive, send)

    def _is_trusted(self, scope: Scope) -> bool:
        try:
            peer = ip_address((scope.get("client") or ("",))[0])
        except ValueError:  # such as a Unix socket
            return False
        return any(peer in network for network in self._networks)


class BasePath:
    """Tells the site its base path, whether the proxy has taken it off the request's path or not."""

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self.app = app
        self._base = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif self._base and scope["path"] == self._base:  # the chat's own links are relative
            await RedirectResponse(f"{self._base}/")(scope, receive, send)
        else:
            path = scope["path"]
            whole = path if f"{path}/".startswith(f"{self._base}/") else self._base + path
            scope = {**scope, "root_path": self._base, "path": whole}
            await self.app(scope, receive, send)
