"""Origins: who a statement comes from, however many outlets carry it."""

import re

from assistant.claim import Claim
from corpus.source import SourceKind

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def origin(claim: Claim) -> str:
    """Return a key that is equal for statements of one and the same source.

    An unnamed source is its own in each report, unless the words are the same.
    """
    source = claim.candidate.statement.source
    name = _ARTICLE.sub("", source.name).lower()
    if source.kind is SourceKind.ANONYMOUS:
        return f"{name}: {_bare(claim.candidate.quote)}"
    return name


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
