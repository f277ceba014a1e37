"""The endpoints for programs, and what is kept from them."""

from collections.abc import Sequence

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.answer import Answer
from assistant.assistant import EVERYTHING, Assistant
from assistant.rendering import as_json
from index.filters import Filters
from index.index import Index
from web.deployment import Deployment
from web.site import site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def client(sample_site: FastAPI) -> TestClient:
    return TestClient(sample_site, base_url="http://127.0.0.1")


def untimed(answer: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in answer.items() if key != "timing_ms"}


def test_a_question_is_answered_with_the_contract_of_the_command_line(
    client: TestClient, sample_index: Index
) -> None:
    expected = as_json(Assistant(sample_index).ask("Who controls Minian?"))
    answer = client.post("/api/ask", json={"question": "Who controls Minian?"}).json()
    assert untimed(answer) == untimed(expected)
    assert answer["timing_ms"]["total"] > 0


def test_an_answer_can_be_narrowed_to_outlets_dates_and_articles(client: TestClient) -> None:
    asked = {
        "question": "Who controls Minian?",
        "since": "2016-11-08",
        "until": "2016-11-09",
        "outlets": ["Cedar Radio", "Meridian Wire"],
        "articles": ["aleppo-cedar-radio", "ferry-meridian"],
    }
    answer = client.post("/api/ask", json=asked).json()
    assert {passage["article_id"] for passage in answer["passages"]} == {"aleppo-cedar-radio"}


def test_a_follow_up_is_understood_from_the_history(client: TestClient, sample_index: Index) -> None:
    earlier, question = "Who controls Minian?", "And the 1070 Apartments?"
    expected = as_json(Assistant(sample_index).ask(question, history=[earlier]))
    answer = client.post("/api/ask", json={"question": question, "history": [earlier]}).json()
    assert untimed(answer) == untimed(expected)
    assert untimed(answer) != untimed(client.post("/api/ask", json={"question": question}).json())


@pytest.mark.parametrize("question", ["", "   ", "why " * 501])
def test_a_question_that_cannot_be_asked_is_refused_in_one_line(client: TestClient, question: str) -> None:
    response = client.post("/api/ask", json={"question": question})
    assert response.status_code == 400
    assert list(response.json()) == ["error"]
    assert "\n" not in response.json()["error"]


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"question": "Who?", "depth": 1000},
        {"question": "Who?", "since": "last week"},
        {"question": "Who?", "history": ["x" * 2001]},
    ],
)
def test_a_request_of_another_shape_is_refused(client: TestClient, asked: dict[str, object]) -> None:
    assert client.post("/api/ask", json=asked).status_code == 422


def test_health_counts_what_is_indexed(client: TestClient) -> None:
    health = client.get("/healthz").json()
    assert health["status"] == "ok"
    assert health["articles"] == 16
    assert health["passages"] > health["articles"]


@pytest.mark.parametrize(
    "path",
    [
        "/docs",
        "/openapi.json",
        "/monitoring",
        "/monitoring/summary",
        "/gradio_api/openapi.json",
        "/gradio_api/file=http://127.0.0.1:1/",
        "/gradio_api/file=/etc/hostname",
        "/gradio_api/proxy=http://127.0.0.1:1/",
        "/gradio_api/deep_link",
        "/gradio_api/runs",
    ],
)
def test_nothing_else_of_gradio_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_nothing_can_be_uploaded(client: TestClient) -> None:
    assert client.post("/gradio_api/upload", files={"files": b"x"}).status_code == 404


def test_only_our_own_endpoint_is_described(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert set(described["paths"]) == {"/api/ask", "/healthz"}
    assert described["servers"] == [{"url": "/"}]
    asked = described["components"]["schemas"]["Ask"]["properties"]
    assert set(asked) == {"question", "since", "until", "outlets", "articles", "history"}


class Listener:
    """Hears what the assistant is asked."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant, self.heard = assistant, list[str]()

    def ask(self, question: str, filters: Filters = EVERYTHING, history: Sequence[str] = ()) -> Answer:
        """Answer as the assistant does."""
        self.heard += [question, *history]
        return self._assistant.ask(question, filters, history)


def test_no_way_to_ask_lets_a_longer_question_through(sample_index: Index) -> None:
    listener = Listener(Assistant(sample_index))
    guarded = site(sample_index, listener, "127.0.0.1", Deployment(max_question=20))
    question = "Who controls Minian, and since when?"
    with TestClient(guarded, base_url="http://127.0.0.1") as client:
        for path in ("/api/ask", "/embed/ask"):
            refusal = client.post(path, json={"question": question})
            assert refusal.status_code == 400
            assert refusal.json() == {"error": "the question has 36 characters; 20 is the most"}
        client.get("/", params={"q": question})
        for event in client.get("/config").json()["dependencies"]:
            asked = {
                "fn_index": event["id"],
                "data": [question] * len(event["inputs"]),
                "event_data": {"index": 0, "value": question},
                "session_hash": "reader",
            }
            client.post("/gradio_api/run/predict", params={"q": question}, json=asked)
    assert [heard for heard in listener.heard if len(heard) > 20] == []


def test_the_chat_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "fonts.googleapis" not in page.text
