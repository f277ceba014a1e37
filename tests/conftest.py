"""Indexes built from reports, and sites served over them."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # the fixtures import what they need: most tests need none of it
    from fastapi import FastAPI
    from playwright.sync_api import Browser

    from corpus.article import Article
    from index.index import Index

    Indexed = Callable[[Path, Iterable[Article]], Index]
    Served = Callable[[FastAPI], str]

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"
HOST = "127.0.0.1"


@pytest.fixture(scope="session")
def indexed() -> Iterator[Indexed]:
    """Index articles in a new folder, with the packaged encoder."""
    from corpus.analysis import Analyst
    from index.encoder import load_encoder
    from index.index import Index

    encoder, analyst = load_encoder("", download=False), Analyst()
    with ExitStack() as opened:

        def build(folder: Path, articles: Iterable[Article]) -> Index:
            index = opened.enter_context(Index.create(folder, encoder))
            index.add(analyst.reports(articles))
            return index

        yield build


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder where the bundled sample is indexed."""
    return tmp_path_factory.mktemp("sample") / "index"


@pytest.fixture(scope="session")
def sample_index(indexed: Indexed, sample_folder: Path) -> Index:
    """Index the bundled sample."""
    from corpus.article import Article
    from corpus.reading import read

    articles = (item for item in read([SAMPLE], 100_000) if isinstance(item, Article))
    return indexed(sample_folder, articles)


@pytest.fixture(scope="session")
def sample_site(sample_index: Index) -> FastAPI:
    """Make the whole site over the bundled sample."""
    from assistant.assistant import Assistant
    from web.site import site

    return site(sample_index, Assistant(sample_index), HOST)


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """Serve a site on a free port and return its address."""
    with ExitStack() as running:
        yield lambda app: running.enter_context(_serving(app))


@pytest.fixture(scope="session")
def url(served: Served, sample_site: FastAPI) -> str:
    """Serve the site over the sample, once: Gradio's queue lives in one event loop only."""
    return served(sample_site)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Run Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@contextmanager
def _serving(app: FastAPI) -> Iterator[str]:
    import uvicorn

    from app import listen

    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    with listen(HOST, 0) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while thread.is_alive() and not server.started:
            time.sleep(0.05)
        try:
            yield f"http://{HOST}:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
