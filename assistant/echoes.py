"""Echoes: "a doctor confirmed the toll", "the group denied the allegation".

They have no value of their own: they take, or take back, that of the statement just before them.
"""

from collections.abc import Iterator, Sequence

from assistant.candidate import Candidate
from assistant.claim import Claim
from assistant.values.rejection import Rejection
from assistant.vocabulary import group
from corpus.statement import Stance

_LONGEST = 8
"""Words of the longest content that only points back."""

_REACH = 150
"""Characters between an echo and the end of what it points back to."""


def echoes(found: Sequence[Candidate], answering: Sequence[Claim]) -> list[Claim]:
    """Return the claims of statements that confirm or deny one of `answering` without repeating it."""
    used = {claim.candidate.statement.id for claim in answering}
    return [
        echo
        for candidate in found
        if candidate.statement.id not in used and _points_back(candidate)
        for echo in _echo(candidate, answering)
    ]


def _points_back(candidate: Candidate) -> bool:
    statement = candidate.statement
    words = statement.content.lower().split()
    words = words[1:] if words[:1] == ["that"] and len(words) > 1 else words
    settles = statement.stance in (Stance.DENIES, Stance.CONFIRMS)
    bare = len(words) <= _LONGEST and not any(word[:1].isdigit() for word in words)
    return settles and bare and bool(group("echoes", "nouns") & set(words))


def _echo(candidate: Candidate, answering: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the echo of the nearest claim before a statement, by another source of the same report."""
    here = candidate.statement.spans.quote[0]
    before = [
        claim
        for claim in answering
        if claim.candidate.article.id == candidate.article.id
        and -1 <= here - claim.candidate.statement.spans.quote[1] <= _REACH
        and claim.candidate.statement.source.name != candidate.statement.source.name
    ]
    if before:
        heard = max(before, key=lambda claim: claim.candidate.statement.spans.quote[0])
        denies = candidate.statement.stance is Stance.DENIES
        value = Rejection(heard.value) if denies else heard.value
        yield Claim(candidate, value, heard.relevance, heard.day, heard.is_dated)
