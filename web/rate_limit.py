"""How many questions a client may ask in a while."""

import math
import re
import time

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from web.route import route

ASKING = re.compile(r"/(api/ask|embed/ask|answer\.\w+|gradio_api/(queue/join|run/predict))/?")
"""Where questions are asked."""


class RateLimit:
    """Refuses a client that asks more often than `rate`: `60/minute`, in the library's notation.

    A client is the user it is known as, else the address it asks from.
    """

    def __init__(self, app: ASGIApp, rate: str) -> None:
        self.app = app
        self._rate = parse(rate)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and ASKING.fullmatch(route(scope)):
            client = _client(scope)
            if not self._limiter.hit(self._rate, client):
                await self._refusal(client)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _refusal(self, client: str) -> JSONResponse:
        free_at = self._limiter.get_window_stats(self._rate, client).reset_time
        seconds = max(1, math.ceil(free_at - time.time()))
        message = f"too many questions: {self._rate} are allowed; try again in {seconds} s"
        return JSONResponse(
            {"error": message, "detail": message}, status_code=429, headers={"Retry-After": str(seconds)}
        )


def _client(scope: Scope) -> str:
    user = scope.get("user")
    if user is not None and user.is_authenticated:
        return f"user {user.display_name}"
    return f"address {(scope.get('client') or ('',))[0]}"
