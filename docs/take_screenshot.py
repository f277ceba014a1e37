"""Take the README's picture: ask one question of an index in a real browser."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "screenshot.png"


@contextmanager
def chat(index: Path) -> Iterator[str]:
    """Run the web chat over `index` on a free port while its address is used."""
    command = [sys.executable, "app.py", "--index", str(index.resolve()), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            yield next(line.split()[-1] for line in server.stdout or () if "http://" in line)
        finally:
            server.terminate()


def main(
    index: Annotated[Path, typer.Option(help="Folder of the index.")] = Path("sayswho-index"),
    question: Annotated[str, typer.Option(help="What to ask.")] = "Who controls Minian?",
    picture: Annotated[Path, typer.Option(help="File to write.")] = PICTURE,
) -> None:
    """Ask a question in the web chat and write a picture of the answer."""
    with chat(index) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": 1100, "height": 1080})
        page.goto(url)
        page.get_by_label("Question").fill(question)
        page.keyboard.press("Enter")
        page.get_by_test_id("bot").get_by_role("link").first.wait_for()
        page.locator(".progress-text").wait_for(state="hidden")
        page.screenshot(path=picture)
        browser.close()
    typer.echo(f"wrote {picture}")


if __name__ == "__main__":
    typer.run(main)
