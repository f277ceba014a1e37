"""`python app.py`: what it says when it starts, when it cannot, and when it is stopped."""

import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from app import listen
from corpus.errors import SaysWhoError

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "app.py", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.usefixtures("sample_index")
def test_it_says_where_it_is_answers_there_and_stops_on_ctrl_c(sample_folder: Path) -> None:
    with start("--index", str(sample_folder), "--port", "0") as server:
        assert server.stdout is not None
        ready = server.stdout.readline().split()
        assert ready[:4] == ["Says", "Who", "is", "ready:"]
        assert httpx.get(f"{ready[-1]}/healthz").json()["status"] == "ok"
        server.send_signal(signal.SIGINT)
        _, complaints = server.communicate(timeout=30)
    assert server.returncode == 0
    assert complaints == ""


def test_a_missing_index_is_one_line(tmp_path: Path) -> None:
    with start("--index", str(tmp_path / "none")) as server:
        output, complaint = server.communicate(timeout=120)
    assert server.returncode == 2
    assert output == ""
    assert complaint.startswith("error: ")
    assert complaint.count("\n") == 1


def test_an_address_that_is_taken_is_named() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SaysWhoError, match=f"cannot listen on 127.0.0.1:{port}: .* --port"):
            listen("127.0.0.1", port)
