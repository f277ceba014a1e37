"""Content security policies: what a page may load, run and be framed by."""

from collections.abc import Sequence

POLICY = "Content-Security-Policy"
"""Header that holds one; who may frame a page is added to all of them in `web.security`."""
PAGE = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""For what is ours: no script at all."""
SCRIPTED_PAGE = f"{PAGE}; script-src 'self'; connect-src 'self'"
"""For a page of ours that asks: scripts of our own, from files."""
CHAT = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'self'; form-action 'none'"
)
"""For Gradio's page: its own files and the inline scripts that the server put into it."""


def framed_by(policy: str, portals: Sequence[str]) -> str:
    """Return `policy` for a page that our own pages and those of the `portals` may frame."""
    ancestors = " ".join(("'self'", *portals))
    return f"{policy}; frame-ancestors {ancestors}"
