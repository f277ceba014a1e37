"""Take the pictures of the docs: ask the bundled sample in a real browser, a question for each verdict."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer
from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).parent
PICTURES = {
    "screenshot.png": "Who controls Minian?",
    "verdict-conflict.png": "Has Transport Minister Ilse Varnholt resigned?",
    "verdict-agree.png": "How many prisoners were exchanged at Sarmet?",
    "verdict-changed.png": "How many people died in the fire on the ferry Maren Castle?",
    "verdict-single.png": "Is Russia about to resume air strikes around Aleppo?",
    "verdict-none.png": "Who won the regatta at Port Elmar?",
}
"""File of `docs/` → what is asked for it."""
DARK = "verdict-changed.png"
WIDTH, HEIGHT = 1280, 900
PATIENCE = 120_000
"""Milliseconds that an answer may take."""


@contextmanager
def chat(index: Path) -> Iterator[str]:
    """Run the web chat over `index` on a free port while its address is used."""
    command = [sys.executable, "app.py", "--index", str(index.resolve()), "--port", "0"]
    with subprocess.Popen(command, cwd=DOCS.parent, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            yield next(line.split()[-1] for line in server.stdout or () if "http://" in line)
        finally:
            server.terminate()


def take(browser: Browser, address: str, picture: Path) -> None:
    """Open an address that asks, wait for the answer, and write a picture of it; one of them is dark."""
    context = browser.new_context(color_scheme="dark" if picture.name == DARK else "light")
    page = context.new_page()
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.locator(".keep").wait_for()
    page.locator("#evidence .passage").first.wait_for(state="attached")  # folded where none is cited
    page.locator(".question").scroll_into_view_if_needed()
    page.wait_for_timeout(1_000)  # the panel slides in
    page.screenshot(path=picture)
    context.close()
    typer.echo(f"wrote {picture}")


def main(
    index: Annotated[Path, typer.Option(help="Folder of the index.")] = Path("sayswho-index"),
) -> None:
    """Ask in the web chat over an index of the bundled sample, and write the pictures into docs/."""
    with chat(index) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, question in PICTURES.items():
            take(browser, f"{url}/?{urlencode({'q': question})}", DOCS / name)
        browser.close()


if __name__ == "__main__":
    typer.run(main)
