"""The way through the house: corpus → index → assistant → the faces. No import runs back."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BELOW = {
    "corpus": {"corpus"},
    "index": {"corpus", "index"},
    "assistant": {"corpus", "index", "assistant"},
    "web": {"corpus", "index", "assistant", "web"},
    "eval": {"corpus", "index", "assistant", "eval"},
    "training": {"corpus", "index", "assistant", "eval", "training"},
}
OURS = {*BELOW, "app", "settings", "command_line"}
FILES = [path for folder in BELOW for path in sorted((ROOT / folder).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    """Return the top-level packages that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_import_runs_back(path: Path) -> None:
    folder = path.relative_to(ROOT).parts[0]
    edges = {"settings", "command_line"} if path.name == "__main__.py" else set()
    assert imported(path) & OURS <= BELOW[folder] | edges


def test_eval_is_never_imported_whole() -> None:
    everything = [*ROOT.glob("*.py"), *ROOT.glob("tests/*.py"), *FILES]
    whole = [
        path
        for path in everything
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import) and any(alias.name == "eval" for alias in node.names)
    ]
    assert whole == []
