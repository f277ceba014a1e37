"""Who asks: a user that the proxy or a hook names, or a program with an access token."""

import hashlib
import inspect
import secrets
from collections.abc import Sequence

from fastapi import HTTPException
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse

from web.deployment import Identify
from web.route import route

PUBLIC = ("/healthz", "/embed.js", "/style/", "/favicon.ico", "/robots.txt")
"""What is served to anyone: nothing of the reports."""
FOR_PROGRAMS = "/api/"

NO_USER = "sign in first: this request names no user"
NO_TOKEN = "send an access token, as the header 'Authorization: Bearer TOKEN'"  # noqa: S105 - a message


class RefusedError(AuthenticationError):
    """A request of nobody; `status` and `headers` are what it is answered with."""

    def __init__(self, reason: str, status: int = 401, headers: dict[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status, self.headers = status, headers


class Authentication(AuthenticationBackend):
    """Names the user of each request, or refuses it.

    A token opens the endpoint for programs in place of a user; where no user is asked for, it is
    needed there and nowhere else.
    """

    def __init__(self, identify: Identify | None, access_tokens: Sequence[str]) -> None:
        self._identify = identify
        self._digests = [_digest(token) for token in access_tokens]

    async def authenticate(self, conn: HTTPConnection) -> tuple[AuthCredentials, SimpleUser] | None:
        """Return the user, or nothing where none is needed; raises RefusedError."""
        path = route(conn.scope)
        if path.startswith(PUBLIC):
            return None
        if path.startswith(FOR_PROGRAMS) and self._digests:
            if digest := self._token(conn):
                return AuthCredentials(), SimpleUser(f"token {digest}")
            if self._identify is None:
                raise RefusedError(NO_TOKEN, headers={"WWW-Authenticate": "Bearer"})
        if self._identify is None:
            return None
        return AuthCredentials(), SimpleUser(await _user(self._identify, conn))

    def _token(self, conn: HTTPConnection) -> str | None:
        scheme, _, token = conn.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        digest = _digest(token.strip())
        known = [secrets.compare_digest(digest, each) for each in self._digests]
        return digest if any(known) else None


def by_header(name: str) -> Identify:
    """Return what names the user that the header `name` holds: see `web.proxy.ProxyHeaders`."""
    return lambda conn: conn.headers.get(name)


def refusal(_: HTTPConnection, error: AuthenticationError) -> JSONResponse:
    """Return the answer to a request that was refused."""
    status, headers = (error.status, error.headers) if isinstance(error, RefusedError) else (401, None)
    return JSONResponse({"error": str(error)}, status_code=status, headers=headers)


async def _user(identify: Identify, conn: HTTPConnection) -> str:
    try:
        named = identify(conn)
        user = await named if inspect.isawaitable(named) else named
    except HTTPException as error:  # a hook's own answer, such as the way to the sign-in page
        headers = dict(error.headers) if error.headers else None
        raise RefusedError(str(error.detail), error.status_code, headers) from error
    if not user:
        raise RefusedError(NO_USER)
    return user


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
