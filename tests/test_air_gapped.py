"""The server calls no other host: not when it starts, and not when it is asked."""

import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parent.parent
# Runs the program; every address it looks up or connects to goes to its standard error.
WITNESS = """
import runpy, sys

CALLS = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}

def witness(event, arguments):
    if event in CALLS:
        print("called", arguments[CALLS[event]], file=sys.stderr, flush=True)

sys.addaudithook(witness)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

pytestmark = pytest.mark.slow


def called(complaints: str) -> set[str]:
    """Return the addresses called, less this machine's own."""
    calls = {line.removeprefix("called ") for line in complaints.splitlines() if line.startswith("called ")}
    return {call for call in calls if not call.startswith(("('127.", "('::1'", "127.", "localhost", "/"))}


def test_what_would_be_noticed_is_noticed(tmp_path: Path) -> None:
    caller = tmp_path / "caller.py"
    caller.write_text("import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))")
    command = [sys.executable, "-c", WITNESS, str(caller)]
    seen = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert called(seen.stderr) == {"('192.0.2.1', 9)"}


@pytest.mark.usefixtures("sample_index")
def test_the_server_calls_nobody(sample_folder: Path) -> None:
    command = [sys.executable, "-c", WITNESS, "app.py", "--index", str(sample_folder), "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        host = server.stdout.readline().split()[-1]
        for path in (
            "/",
            "/config",
            "/theme.css",
            "/embed",
            "/embed.js",
            "/report/aleppo-meridian",
            "/healthz",
        ):
            assert httpx.get(host + path).status_code == 200
        for path in ("/api/ask", "/embed/ask"):
            asked = httpx.post(host + path, json={"question": "Who controls Minian?"}, timeout=60)
            assert asked.status_code == 200
        server.send_signal(signal.SIGINT)
        _, complaints = server.communicate(timeout=30)
    assert called(complaints) == set()
