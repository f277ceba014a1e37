"""A real browser's visit, and everything that went wrong on it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Request


class Watch:
    """Keeps what should not happen in a browser: foreign requests, dialogs, console errors."""

    def __init__(self, context: BrowserContext, *origins: str) -> None:
        """Watch all pages of `context`; requests to other than the `origins` are foreign."""
        self.problems: list[str] = []
        self._own = (*(f"{origin}/" for origin in origins), "data:", "about:blank")
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("dialog", self._dialog)
        context.on("weberror", lambda error: self.problems.append(str(error.error)))

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self._own):
            self.problems.append(f"request to {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def watched(browser: Browser, *origins: str) -> Iterator[BrowserContext]:
    """Open a browser context that is watched until it is closed; a problem then fails the test."""
    context = browser.new_context()
    watch = Watch(context, *origins)
    try:
        yield context
    finally:
        context.close()
    assert watch.problems == [], watch.problems
