"""What the embedded chat says of itself, in the reader's language."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

PHRASES: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text("utf-8")
)
FALLBACK = "en"


def spoken(language: str) -> str:
    """Return the language to speak for one asked for: `de` for `de-AT`, English for an unknown one."""
    base = language.partition("-")[0].lower()
    return base if base in PHRASES else FALLBACK
