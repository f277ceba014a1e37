"""Who may ask, what is served, and the headers on every response."""

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from starlette.testclient import TestClient

from web.deployment import Deployment
from web.gate import chat_policy
from web.security import LARGEST_BODY, protect, trusted_hosts

PAGE = '<script>start()</script><script type="module" src="./chat.js"></script>'


PORTAL = "https://portal.example"


def protected(deployment: Deployment) -> TestClient:
    app = FastAPI()
    protect(app, "127.0.0.1", deployment)

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(PAGE)

    @app.post("/api/ask")
    def ask(question: dict[str, str]) -> dict[str, str]:
        return question

    @app.get("/monitoring")
    def monitoring() -> str:
        return "secret"

    return TestClient(app, base_url="http://127.0.0.1:7860")


@pytest.fixture
def client() -> TestClient:
    return protected(Deployment())


@pytest.fixture
def portal() -> TestClient:
    return protected(Deployment(portals=(PORTAL,), hosts=("news.example", "*.intranet")))


def test_every_response_carries_the_headers_even_a_refusal(client: TestClient) -> None:
    for response in (
        client.get("/"),
        client.get("/monitoring"),
        client.get("/", headers={"host": "evil.test"}),
    ):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'self'" in response.headers["content-security-policy"]
        assert "unsafe-eval" not in response.headers["content-security-policy"]


def test_the_page_runs_only_the_inline_scripts_it_was_served_with(client: TestClient) -> None:
    # printf 'start()' | openssl dgst -sha256 -binary | base64
    digest = "DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00="
    scripts = [
        part for part in client.get("/").headers["content-security-policy"].split("; ") if "script" in part
    ]
    assert scripts == [f"script-src 'self' 'sha256-{digest}'"]


def test_a_page_without_scripts_is_allowed_no_inline_script() -> None:
    assert "script-src 'self' ;" in chat_policy(b"<p>no scripts</p>")


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:7860", 200), ("localhost:7860", 200), ("[::1]:7860", 200), ("evil.test", 400)],
)
def test_only_names_of_this_machine_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


def test_the_address_listened_on_is_trusted() -> None:
    assert "news.intranet" in trusted_hosts("news.intranet")
    assert "[fd00::7]" in trusted_hosts("fd00::7")


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 200),
        ("http://127.0.0.1:7860", 200),
        ("http://127.0.0.1:9999", 403),
        ("https://evil.test", 403),
        ("null", 403),
    ],
)
def test_only_our_own_pages_and_programs_may_ask(client: TestClient, origin: str | None, status: int) -> None:
    headers = {} if origin is None else {"origin": origin}
    assert client.post("/api/ask", json={"question": "Who?"}, headers=headers).status_code == status


def test_no_other_site_may_read_an_answer(client: TestClient) -> None:
    response = client.get("/", headers={"origin": "https://evil.test"})
    assert "access-control-allow-origin" not in response.headers


def test_what_the_chat_does_not_need_is_not_served(client: TestClient) -> None:
    assert client.get("/monitoring").status_code == 404


def test_an_upload_is_refused(client: TestClient) -> None:
    assert client.post("/api/ask", content=b"x" * (LARGEST_BODY + 1)).status_code == 413


def test_without_portals_no_other_site_may_frame_a_page(client: TestClient) -> None:
    for path in ("/", "/healthz"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].endswith("frame-ancestors 'self'")
        assert headers["x-frame-options"] == "SAMEORIGIN"


def test_a_portal_may_frame_ask_and_read(portal: TestClient) -> None:
    for path in ("/", "/healthz"):
        headers = portal.get(path).headers
        assert headers["content-security-policy"].endswith(f"frame-ancestors 'self' {PORTAL}")
        assert "x-frame-options" not in headers
    response = portal.post("/api/ask", json={"question": "Who?"}, headers={"origin": PORTAL})
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == PORTAL
    assert "access-control-allow-credentials" not in response.headers


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.test",
        "http://portal.example",
        "https://portal.example.evil.test",
        f"{PORTAL}:444",
        "null",
    ],
)
def test_a_site_that_is_not_a_portal_may_not(portal: TestClient, origin: str) -> None:
    response = portal.post("/api/ask", json={"question": "Who?"}, headers={"origin": origin})
    assert response.status_code == 403
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize(("origin", "status"), [(PORTAL, 200), ("https://evil.test", 400)])
def test_a_browser_that_asks_first_is_told_the_same(portal: TestClient, origin: str, status: int) -> None:
    asked = {
        "origin": origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, content-type",
    }
    assert portal.options("/api/ask", headers=asked).status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [("news.example", 200), ("a.intranet", 200), ("127.0.0.1", 200), ("evil.test", 400), ("example", 400)],
)
def test_further_names_are_answered_as_told(portal: TestClient, host: str, status: int) -> None:
    assert portal.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize("path", ["/news/", "/"])
def test_under_a_base_path_the_same_is_served_whether_the_proxy_keeps_the_path_or_not(path: str) -> None:
    under = protected(Deployment(base_path="/news"))
    assert "script-src 'self' 'sha256-" in under.get(path).headers["content-security-policy"]
    assert under.get(f"{path}monitoring").status_code == 404
    assert under.get("/newspaper").status_code == 404


def test_the_base_path_itself_leads_to_the_page_beneath_it() -> None:
    response = protected(Deployment(base_path="/news")).get("/news", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, "/news/")
