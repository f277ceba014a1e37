"""The nouns that tell what a source is, from `nouns.toml`."""

import tomllib
from functools import cache
from importlib import resources

from corpus.source import SourceKind


@cache
def words(group: str) -> frozenset[str]:
    """Return one group of nouns: person, organisation, government, media, document, honorific, particle."""
    text = resources.files("corpus.resolution").joinpath("nouns.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[group].split())


def kind_of_nouns(nouns: list[str], named: bool) -> SourceKind:
    """Return what a source is from the nouns that describe it, most telling last.

    `named` tells a proper name from a mere description: an undescribed name is taken for a
    person, a description without a name for someone anonymous.
    """
    last = nouns[-1] if nouns else ""
    described = set(nouns)
    if last in words("person") and not named:
        return SourceKind.ANONYMOUS
    if described & words("media") and last not in words("person"):
        return SourceKind.MEDIA
    if last in words("government"):
        return SourceKind.GOVERNMENT
    if last in words("organisation"):
        return SourceKind.ORGANISATION
    if named:
        return SourceKind.PERSON
    return SourceKind.ANONYMOUS
