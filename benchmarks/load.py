"""Many users at once against the real server: failed answers, waiting times, memory.

python -m benchmarks.load --users 50 --seconds 120     # each asks again once it is answered
python -m benchmarks.load --users 200                  # each asks once, all at the same moment
"""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import httpx
import psutil
import typer

from web.examples import SAMPLE

ROOT = Path(__file__).parent.parent
MEMORY_SECONDS = 10
"""Time between two looks at the server's memory."""
REFUSALS = (429, 503)
"""Status codes of a server that is asked too much and says so."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question: the status (0: no response), and the seconds it took."""

    status: int
    seconds: float
    retry_after: float = 0.0

    @property
    def kind(self) -> str:
        """Return `answered`, `refused` (politely: with a message and when to try again) or `failed`."""
        if self.status == httpx.codes.OK:
            return "answered"
        return "refused" if self.status in REFUSALS and self.retry_after else "failed"


@contextmanager
def server(index: Path, settings: list[str]) -> Iterator[tuple[str, psutil.Process]]:
    """Run `python app.py` over an index without a rate limit: all users here have one address."""
    given = dict(setting.split("=", 1) for setting in settings)
    environment = os.environ | {"SAYSWHO_RATE_LIMIT": ""} | given
    command = [sys.executable, "app.py", "--index", str(index.resolve()), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603
        try:
            assert running.stdout is not None  # noqa: S101 - it is a pipe
            yield running.stdout.readline().split()[-1], psutil.Process(running.pid)
        finally:
            running.terminate()


async def ask(client: httpx.AsyncClient, question: str) -> Outcome:
    """Ask one question."""
    started = time.perf_counter()
    try:
        response = await client.post("/api/ask", json={"question": question})
    except httpx.HTTPError:
        return Outcome(0, time.perf_counter() - started)
    taken = time.perf_counter() - started
    has_message = response.is_success or "error" in response.json()
    return Outcome(
        response.status_code if has_message else 0, taken, float(response.headers.get("Retry-After", 0))
    )


async def user(client: httpx.AsyncClient, number: int, until: float) -> list[Outcome]:
    """Ask one question after another until the time is up: at least one; wait when told to."""
    outcomes = []
    for question in islice(cycle(SAMPLE), number, None):
        outcomes.append(await ask(client, question))
        if time.perf_counter() >= until:
            break
        await asyncio.sleep(outcomes[-1].retry_after)
    return outcomes


async def crowd(url: str, users: int, seconds: float, patience: float) -> list[Outcome]:
    """Let all users in at the same moment and return what became of their questions."""
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=patience, limits=limits) as client:
        until = time.perf_counter() + seconds
        asked = await asyncio.gather(*(user(client, number, until) for number in range(users)))
    return [outcome for outcomes in asked for outcome in outcomes]


async def memory(process: psutil.Process, every: float) -> list[int]:
    """Return the server's resident memory in MiB, taken `every` so many seconds until cancelled."""
    taken = []
    with suppress(asyncio.CancelledError):
        while True:
            taken.append(process.memory_info().rss // 2**20)
            await asyncio.sleep(every)
    return taken


async def watched(
    process: psutil.Process, asking: Awaitable[list[Outcome]]
) -> tuple[list[Outcome], list[int]]:
    """Return what became of the questions, and the server's memory meanwhile."""
    watch = asyncio.create_task(memory(process, MEMORY_SECONDS))
    outcomes = await asking
    watch.cancel()
    return outcomes, [*await watch, process.memory_info().rss // 2**20]


def report(outcomes: list[Outcome], elapsed: float) -> None:
    """Print how many were answered, refused and failed, and the waiting times of answers."""
    kinds = Counter(outcome.kind for outcome in outcomes)
    typer.echo(
        f"asked {len(outcomes)} in {elapsed:.0f} s: {kinds['answered']} answered, "
        f"{kinds['refused']} refused politely, {kinds['failed']} failed"
    )
    for kind in ("answered", "refused"):
        times = [outcome.seconds for outcome in outcomes if outcome.kind == kind]
        if len(times) > 1:
            cuts = statistics.quantiles(times, n=20, method="inclusive")
            typer.echo(f"{kind}: p50 {cuts[9]:.2f} s, p95 {cuts[18]:.2f} s, longest {max(times):.2f} s")


def main(
    index: Annotated[Path, typer.Option(help="Folder of an index of the bundled sample.")] = Path(
        "sayswho-index"
    ),
    users: Annotated[int, typer.Option(help="Users at once.", min=1)] = 50,
    seconds: Annotated[float, typer.Option(help="For how long each asks again; 0: once.", min=0)] = 0,
    patience: Annotated[float, typer.Option(help="Seconds a user waits for an answer.", min=1)] = 600,
    setting: Annotated[list[str] | None, typer.Option(help="As SAYSWHO_QUEUE_SIZE=50.")] = None,
) -> None:
    """Start the server, let the users in, and report; then see whether it still answers.

    Exits with 1 where a question failed, or the server does not answer afterwards.
    """
    with server(index, setting or []) as (url, process):
        started = time.perf_counter()
        outcomes, taken = asyncio.run(watched(process, crowd(url, users, seconds, patience)))
        report(outcomes, time.perf_counter() - started)
        (after,) = asyncio.run(crowd(url, 1, 0, patience))
        typer.echo(f"one more question, afterwards: {after.kind} in {after.seconds:.2f} s")
        typer.echo(f"memory in MiB, every {MEMORY_SECONDS} s: {' '.join(map(str, taken))}")
    raise typer.Exit(any(outcome.kind == "failed" for outcome in (*outcomes, after)))


if __name__ == "__main__":
    typer.run(main)
