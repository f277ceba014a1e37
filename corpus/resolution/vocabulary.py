"""The nouns that tell what a source is, from `nouns.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

_GROUPS = ("person", "people", "organisation", "government", "media", "document")
_AGENTIVE = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "person", "ee")
_SHORTEST_AGENTIVE = 5


@cache
def words(group: str) -> frozenset[str]:
    """Return a group of `nouns.toml`, lower case."""
    return frozenset(_table()[group].split())


def epithets() -> Mapping[str, str]:
    """Return what bodies are also called, with the word of their name that it stands for."""
    found: Mapping[str, str] = _table()["epithets"]
    return found


@cache
def _table() -> dict[str, Any]:
    text = resources.files("corpus.resolution").joinpath("nouns.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def bodies() -> frozenset[str]:
    """Return the nouns for organisations, media and governments."""
    return words("organisation") | words("media") | words("government")


@cache
def people() -> frozenset[str]:
    """Return the nouns for people, by what they do and otherwise."""
    return words("person") | words("people")


@cache
def singular(word: str) -> str:
    """Return a known noun's singular, other words as they are."""
    known = bodies() | people() | words("document")
    for ending, instead in (("", ""), ("ies", "y"), ("es", ""), ("s", "")):
        stem = word[: len(word) - len(ending)] + instead
        if word.endswith(ending) and stem in known:
            return stem
    return word


def is_known(word: str) -> bool:
    """Tell whether a lower-case word is a noun of any group, in the singular or the plural."""
    return any(singular(word) in words(group) for group in _GROUPS)


def is_human(noun: str) -> bool:
    """Tell whether a noun is for people: one of the list, or formed like "welder" or "florist"."""
    if noun in people():
        return True
    if noun in words("thing") or noun in bodies() or len(noun) < _SHORTEST_AGENTIVE:
        return False
    return noun.endswith(_AGENTIVE)


def can_speak(noun: str) -> bool:
    """Tell whether what a noun is for can be the source of a statement."""
    return is_human(noun) or noun in bodies() or noun in words("document") - words("seen")
