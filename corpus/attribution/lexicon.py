"""The cue lexicon: which words attribute, what they govern, and the stance they give."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources

from spacy.tokens import Token

from corpus.statement import Stance

_COMMON = frozenset(
    "clause infinitive gerund predicate object passive as of for to on about at against with".split()
)
_loose: ContextVar[bool] = ContextVar("loose", default=False)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes. `family` is its class in the lexicon; `frames` what it may govern.

    `weak` are frames in which it attributes only as the main verb of its sentence.
    """

    lemma: str
    family: str
    stance: Stance
    frames: frozenset[str]
    weak: frozenset[str] = frozenset()

    def governs(self, frame: str, main: bool) -> bool:
        """Tell whether the word attributes in a frame, as the main verb of its sentence or not."""
        listed = frame in self.frames or (main and frame in self.weak)
        return listed or (_loose.get() and frame in _COMMON)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by part of speech and lemma; `attitudes` are those that are no statement without a clause."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    attitudes: frozenset[str]

    def verb(self, token: Token) -> Cue | None:
        """Return the cue that a verb is, if any."""
        lemma = token.lemma_.lower()
        for form in (lemma, lemma + "e", lemma.removesuffix("e")):  # "hoping" is read as "hop" at times
            if form in self.verbs:
                return self.verbs[form]
        return None


@contextmanager
def loosened() -> Iterator[None]:
    """Let every verb of the lexicon govern every common frame meanwhile.

    The rules then find more relations, and more wrong ones, for a trained filter to choose from.
    """
    token = _loose.set(True)
    try:
        yield
    finally:
        _loose.reset(token)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of `lexicon.toml`, read once."""
    text = resources.files("corpus.attribution").joinpath("lexicon.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Lexicon(
        _cues(table["verbs"]),
        _cues(table["nouns"]),
        _cues(table["adjectives"]),
        frozenset(table["attitudes"].split()),
    )


def _cues(families: Mapping[str, Mapping[str, str]]) -> dict[str, Cue]:
    return {
        lemma: _cue(lemma, family, Stance(words["stance"]), frames.split())
        for family, words in families.items()
        for lemma, frames in words.items()
        if lemma != "stance"
    }


def _cue(lemma: str, family: str, stance: Stance, frames: list[str]) -> Cue:
    strong = frozenset(frame for frame in frames if not frame.endswith("?"))
    weak = frozenset(frame.removesuffix("?") for frame in frames if frame.endswith("?"))
    return Cue(lemma, family, stance, strong, weak)
