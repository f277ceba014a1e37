"""Whether two names are of the same source."""

from corpus.source import Source
from eval.cases import GoldStatement


def fold(name: str) -> str:
    """Return the name without case, a leading "the" and runs of whitespace."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def same_source(gold: GoldStatement, source: Source) -> bool:
    """Return whether a name or alias of the source is a name or alias of the gold one."""
    return any(same_name(gold, name) for name in (source.name, *source.aliases))


def same_name(gold: GoldStatement, name: str) -> bool:
    """Return whether this is a name or alias of the gold source."""
    return fold(name) in {fold(known) for known in (gold.source, *gold.aliases)}
