"""A request's path within the site: without the base path it is served under."""

from starlette.types import Scope


def route(scope: Scope) -> str:
    """Return the path after the scope's `root_path`, `/` at least."""
    path: str = scope["path"]
    base: str = scope.get("root_path", "")
    return (path[len(base) :] or "/") if f"{path}/".startswith(f"{base}/") else path
