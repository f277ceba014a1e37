"""Who is let in: anyone, whom a trusted proxy or a hook names, or a program with a token."""

from collections.abc import Callable

import pytest
from fastapi import FastAPI, HTTPException, Request
from starlette.requests import HTTPConnection
from starlette.testclient import TestClient

from web.deployment import Deployment
from web.security import protect

TOKEN = "t" * 24
PROXY = Deployment(user_header="X-Forwarded-User", trusted_proxies=("10.0.0.0/8",))


def client(deployment: Deployment, peer: str = "192.0.2.7") -> TestClient:
    app = FastAPI()
    protect(app, "127.0.0.1", deployment)

    @app.get("/")
    @app.get("/healthz")
    @app.get("/api/openapi.json")
    def who(request: Request) -> dict[str, object]:
        address = request.client.host if request.client else None
        return {"user": request.user.display_name, "address": address, "url": str(request.url)}

    return TestClient(app, base_url="http://127.0.0.1", client=(peer, 5000))


def test_without_authentication_everyone_is_nobody() -> None:
    assert client(Deployment()).get("/").json()["user"] == ""


@pytest.mark.parametrize(
    ("peer", "headers", "status"),
    [
        ("10.1.2.3", {"X-Forwarded-User": "ida"}, 200),
        ("10.1.2.3", {"x-forwarded-user": "ida"}, 200),
        ("10.1.2.3", {}, 401),
        ("10.1.2.3", {"X-Forwarded-User": ""}, 401),
        ("192.0.2.7", {"X-Forwarded-User": "ida"}, 401),
        ("192.0.2.7", {"X-Forwarded-User": "ida", "X-Forwarded-For": "10.1.2.3"}, 401),
        ("a socket", {"X-Forwarded-User": "ida"}, 401),
    ],
)
def test_a_user_is_whom_a_trusted_proxy_names(peer: str, headers: dict[str, str], status: int) -> None:
    response = client(PROXY, peer).get("/", headers=headers)
    assert response.status_code == status
    assert response.json().get("user") == ("ida" if status == 200 else None)


def test_whoever_is_refused_is_told_why_with_the_headers_of_every_response() -> None:
    response = client(PROXY).get("/")
    assert response.json() == {"error": "sign in first: this request names no user"}
    assert response.headers["x-content-type-options"] == "nosniff"


def test_health_can_be_asked_by_anyone() -> None:
    assert client(PROXY).get("/healthz").status_code == 200


@pytest.mark.parametrize(
    ("peer", "address", "url"),
    [
        ("10.1.2.3", "198.51.100.9", "https://127.0.0.1/"),
        ("192.0.2.7", "192.0.2.7", "http://127.0.0.1/"),
    ],
)
def test_only_a_trusted_proxy_says_whom_it_forwards_for(peer: str, address: str, url: str) -> None:
    forwarded = {"X-Forwarded-For": "198.51.100.9", "X-Forwarded-Proto": "https"}
    shown = client(Deployment(trusted_proxies=("10.0.0.0/8",)), peer).get("/", headers=forwarded).json()
    assert (shown["address"], shown["url"]) == (address, url)


def by_cookie(conn: HTTPConnection) -> str | None:
    return conn.cookies.get("session")


async def slowly(conn: HTTPConnection) -> str | None:
    return by_cookie(conn)


def or_sign_in(conn: HTTPConnection) -> str | None:
    if "session" in conn.cookies:
        return by_cookie(conn)
    raise HTTPException(307, "sign in", {"Location": "https://login.example"})


@pytest.mark.parametrize("identify", [by_cookie, slowly, or_sign_in])
def test_a_user_is_whom_the_hook_names(identify: Callable[[HTTPConnection], str | None]) -> None:
    response = client(Deployment(identify=identify)).get("/", headers={"Cookie": "session=olav"})
    assert response.json()["user"] == "olav"


@pytest.mark.parametrize(
    ("identify", "status", "location"),
    [(by_cookie, 401, None), (slowly, 401, None), (or_sign_in, 307, "https://login.example")],
)
def test_the_hook_decides_how_nobody_is_answered(
    identify: Callable[[HTTPConnection], str | None], status: int, location: str | None
) -> None:
    response = client(Deployment(identify=identify)).get("/", follow_redirects=False)
    assert (response.status_code, response.headers.get("location")) == (status, location)


@pytest.mark.parametrize(
    ("authorization", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"bearer {TOKEN}", 200),
        ("Bearer another-token-of-some-length", 401),
        (f"Basic {TOKEN}", 401),
        (TOKEN, 401),
        ("", 401),
    ],
)
def test_a_program_needs_one_of_the_tokens(authorization: str, status: int) -> None:
    programs = client(Deployment(access_tokens=("the-first-of-two-tokens-here", TOKEN)))
    response = programs.get("/api/openapi.json", headers={"Authorization": authorization})
    assert response.status_code == status
    assert ("www-authenticate" in response.headers) is (status == 401)
    assert programs.get("/").status_code == 200


def test_a_token_stands_in_for_a_user_at_the_endpoint_only() -> None:
    guarded = client(Deployment(identify=by_cookie, access_tokens=(TOKEN,)))
    token = {"Authorization": f"Bearer {TOKEN}"}
    assert guarded.get("/api/openapi.json", headers=token).status_code == 200
    assert guarded.get("/api/openapi.json", headers={"Cookie": "session=olav"}).status_code == 200
    assert guarded.get("/api/openapi.json").status_code == 401
    assert guarded.get("/", headers=token).status_code == 401


@pytest.mark.parametrize("path", ["/news/api/openapi.json", "/api/openapi.json"])
def test_the_base_path_opens_no_way_around(path: str) -> None:
    programs = client(Deployment(base_path="/news", access_tokens=(TOKEN,)))
    assert programs.get(path).status_code == 401
    assert programs.get(path, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
