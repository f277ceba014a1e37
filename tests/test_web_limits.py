"""How long a question may be, how often one may ask, and how many wait."""

import threading
from collections.abc import Sequence

import anyio
import pytest
from anyio import to_thread
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.answer import Answer, Verdict
from assistant.assistant import EVERYTHING
from corpus.errors import SaysWhoError
from index.filters import Filters
from web.answerer import Brief
from web.capacity import BusyError, Capacity
from web.deployment import Deployment
from web.security import protect


class Parrot:
    """Answers with what it was asked."""

    def ask(self, question: str, filters: Filters = EVERYTHING, history: Sequence[str] = ()) -> Answer:
        """Return the question, and those before it as the summary."""
        del filters
        return Answer(question, Verdict.NONE, " | ".join(history), (), (), (), {})


def test_a_question_is_as_long_as_its_words() -> None:
    brief = Brief(Parrot(), 10)
    assert brief.ask("who   said\n").question == "who   said\n"
    with pytest.raises(SaysWhoError, match="has 11 characters; 10 is the most"):
        brief.ask("who said it")


def test_an_earlier_question_that_was_too_long_is_left_out() -> None:
    assert Brief(Parrot(), 10).ask("and?", history=["who?", "x" * 11, "when?"]).summary == "who? | when?"


@pytest.fixture
def asking() -> TestClient:
    app = FastAPI()
    protect(app, "127.0.0.1", Deployment(rate_limit="2/minute"))

    @app.post("/api/ask")
    @app.post("/gradio_api/queue/join")
    @app.post("/gradio_api/reset")
    def post() -> str:
        return "ok"

    @app.get("/healthz")
    def health() -> str:
        return "ok"

    return TestClient(app, base_url="http://127.0.0.1", client=("192.0.2.7", 5000))


def test_a_client_that_asks_too_often_is_told_when_to_ask_again(asking: TestClient) -> None:
    statuses = [asking.post(path).status_code for path in ("/api/ask", "/gradio_api/queue/join", "/api/ask")]
    refused = asking.post("/gradio_api/queue/join/")
    assert statuses == [200, 200, 429]
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.json()["error"].startswith("too many questions: 2 per 1 minute are allowed; try again in ")
    assert asking.post("/gradio_api/reset").status_code == 200
    assert asking.get("/healthz").status_code == 200


def test_clients_are_counted_apart(asking: TestClient) -> None:
    for _ in range(3):
        asking.post("/api/ask")
    other = TestClient(asking.app, base_url="http://127.0.0.1", client=("192.0.2.8", 5000))
    assert other.post("/api/ask").status_code == 200


def test_a_question_too_many_is_refused_and_the_next_is_answered() -> None:
    capacity, leave = Capacity(at_once=1, waiting=1), threading.Event()

    async def crowd() -> list[str]:
        answered: list[str] = []

        async def ask(name: str) -> None:
            answered.append(await capacity.run(lambda: (leave.wait(10), name)[1]))

        async with anyio.create_task_group() as group:
            for name in ("first", "second"):
                group.start_soon(ask, name)
                await anyio.wait_all_tasks_blocked()
            with pytest.raises(BusyError, match="too many questions are waiting"):
                await ask("third")
            await to_thread.run_sync(leave.set)
        await ask("fourth")
        return answered

    assert anyio.run(crowd) == ["first", "second", "fourth"]
