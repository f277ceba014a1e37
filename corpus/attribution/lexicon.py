"""The cue lexicon: which words attribute, what they govern, and the stance they give."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from corpus.statement import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes. `family` is its class in the lexicon; `frames` what it may govern."""

    lemma: str
    family: str
    stance: Stance
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by part of speech and lemma."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of `lexicon.toml`, read once."""
    text = resources.files("corpus.attribution").joinpath("lexicon.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Lexicon(_cues(table["verbs"]), _cues(table["nouns"]), _cues(table["adjectives"]))


def _cues(families: Mapping[str, Mapping[str, str]]) -> dict[str, Cue]:
    return {
        lemma: Cue(lemma, family, Stance(words["stance"]), frozenset(frames.split()))
        for family, words in families.items()
        for lemma, frames in words.items()
        if lemma != "stance"
    }
