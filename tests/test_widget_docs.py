"""What the documents say of the widget is what it takes, tells and answers."""

import re
from pathlib import Path

import pytest

from web.look import Look
from web.phrases import PHRASES, spoken

ROOT = Path(__file__).parent.parent
SCRIPT = (ROOT / "widget" / "embed.js").read_text("utf-8")
FRAME = (ROOT / "web" / "static" / "frame.js").read_text("utf-8")
GUIDE = (ROOT / "docs" / "embedding.md").read_text("utf-8")


def kebab(name: str) -> str:
    return "data-" + re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", name)


def test_every_attribute_is_documented() -> None:
    taken = {kebab(name) for name in re.findall(r"options\.(\w+)", SCRIPT)}
    assert taken == set(re.findall(r"`(data-[a-z-]+)`", GUIDE))


def test_every_event_is_documented() -> None:
    told = {"error", *re.findall(r'tell\("(\w+)"', FRAME)}
    assert told == set(re.findall(r"\| `sayswho:(\w+)` \|", GUIDE))


def test_every_example_is_listed() -> None:
    listed = re.findall(
        r"^\| `([\w.]+)` \|", (ROOT / "widget" / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(path.name for path in (ROOT / "widget" / "examples").iterdir())


def test_the_script_asks_for_what_the_frame_takes() -> None:
    assert set(re.findall(r"^      (\w+)[:,]", SCRIPT, re.MULTILINE)) | {"example", "outlet"} == set(
        Look.model_fields
    )


def test_every_language_says_everything() -> None:
    assert {frozenset(words) for words in PHRASES.values()} == {frozenset(PHRASES["en"])}


@pytest.mark.parametrize(("asked", "language"), [("de", "de"), ("DE-at", "de"), ("tlh", "en"), ("", "en")])
def test_an_unknown_language_is_english(asked: str, language: str) -> None:
    assert spoken(asked) == language
