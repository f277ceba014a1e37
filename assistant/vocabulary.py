"""The words the comparison of statements rests on, from `families.toml`."""

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from corpus.parsing import irregular_forms
from index.keywords import stems


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("assistant").joinpath("families.toml").read_text("utf-8"))


@lru_cache(maxsize=4096)
def family(lemma: str) -> frozenset[str]:
    """Return every word that says the same as `lemma`, itself included."""
    members = [words.split() for words in _table()["families"].values()]
    return frozenset({lemma}.union(*(words for words in members if lemma in words)))


@lru_cache(maxsize=4096)
def wordings(word: str) -> frozenset[str]:
    """Return all that says the same as a word, with irregular forms: "held", "take", "took" for "hold"."""
    told = {word, *_lemmas().get(word, ())}
    alike = frozenset().union(*map(family, told))
    return alike.union(*(irregular_forms().get(each, ()) for each in alike))


@cache
def _lemmas() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for lemma, forms in irregular_forms().items():
        for form in forms:
            found[form] = (*found.get(form, ()), lemma)
    return found


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what a word has in common with its other forms: "insured" → "insur"."""
    return " ".join(stems(word))


@cache
def stemmed(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of words."""
    return frozenset(map(stem, words))


@cache
def group(section: str, name: str) -> frozenset[str]:
    """Return a group of words: of any section that holds groups."""
    return frozenset(_table()[section][name].split())


@lru_cache(maxsize=4096)
def offices(noun: str) -> frozenset[str]:
    """Return the words for those who may speak as what `noun` calls: "minister" for "officials".

    They are those of the row that it names, or else of every row that it stands in.
    """
    if noun not in group("offices", "several"):
        return frozenset()
    rows = {name: words.split() for name, words in _table()["offices"].items() if name != "several"}
    own = [rows[noun]] if noun in rows else [row for row in rows.values() if noun in row]
    return frozenset[str]().union(*own)


@cache
def nation(word: str) -> str | None:
    """Return the first word for the nation that `word` names: "kremlin" → "russia", None for none."""
    rows = (row.split() for row in _table()["nations"]["names"])
    return next((row[0] for row in rows if word in row), None)


@cache
def opposites(lemma: str) -> frozenset[str]:
    """Return the words that say the contrary of `lemma`."""
    contrary = (words for name, words in _table()["opposites"].items() if name in family(lemma))
    return frozenset(word for words in contrary for word in words.split())


@cache
def units(dimension: str) -> dict[str, float]:
    """Return the units of a dimension, such as "length", each with its worth in the first of them."""
    return dict(_table()["measures"][dimension])


@cache
def bounds() -> dict[str, tuple[str, ...]]:
    """Return the phrases that bound an amount: `least`, `most` and `about`."""
    return {
        name: tuple(part.strip() for part in text.split("|")) for name, text in _table()["bounds"].items()
    }


@cache
def vague_amounts() -> dict[str, tuple[int, int]]:
    """Return the words for amounts with their lowest and highest reading."""
    return {word: (low, high) for word, (low, high) in _table()["vague"].items()}


@cache
def metonym(words: frozenset[str]) -> frozenset[str]:
    """Return one name for all that stand for a government: {"moscow"} → {"russia"}; else `words`."""
    names = ((name, part) for name, text in _table()["metonyms"].items() for part in text.split("|"))
    return next((frozenset({name}) for name, part in names if frozenset(part.split()) == words), words)
