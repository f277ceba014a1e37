"""Provenance: which claims go back to one and the same source."""

import re
from collections.abc import Sequence

from assistant.claim import Claim
from assistant.vocabulary import group, metonym
from corpus.source import SourceKind
from corpus.statement import Form, Stance

_COPIED = 0.5
"""Share of a quote's word triples in another from which one is taken to copy the other."""

_FEWEST_TRIPLES = 4
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|according to|(?:been|was|were) told|told (?:\w+ )?\w+ that|they told"
    r"|reported|quot(?:ed|ing)|say|says|said|claim(?:s|ed)?|accus\w+|blam\w+|estimat\w+)\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?:[Qq]uoted by|[Qq]uoting|[Aa]ccording to|[Cc]iting)(?: \w+){0,3}? (?P<after>[A-Z]\w+)"
    r"|\b(?P<before>[A-Z]\w+)(?: (?:news agency|television|newspaper))? (?:reported|said|says|reports)\b"
)


def origins(claims: Sequence[Claim]) -> list[str]:
    """Return a key for each claim, equal where they go back to one source.

    A body and who speaks for it are one, under any of its names. What nobody named is quoted for
    counts as the named source that the same report, or a copy of it, gives for it.
    """
    keys = _named(claims)
    return [
        _borrowed(claim, keys[place], claims, keys) if _is_unnamed(claim) else keys[place]
        for place, claim in enumerate(claims)
    ]


def _named(claims: Sequence[Claim]) -> list[str]:
    """Return the key of each claim's source, that of the first claim by the same one."""
    names = [_names(claim) for claim in claims]
    keys: list[str] = []
    for place, claim in enumerate(claims):
        earlier = range(place)
        same = next((other for other in earlier if _is_one(claims, names, place, other)), None)
        keys.append(claim.candidate.speaker if same is None else keys[same])
    return keys


def _is_one(claims: Sequence[Claim], names: Sequence[list[frozenset[str]]], here: int, there: int) -> bool:
    first, second = claims[here].candidate, claims[there].candidate
    if first.speaker == second.speaker and not _is_anonymous(claims[here]):
        return True
    if _is_unnamed(claims[here]) or _is_unnamed(claims[there]):
        same_report = first.article.id == second.article.id
        return same_report and first.speaker == second.speaker
    return any(one <= other or other <= one for one in names[here] for other in names[there])


def _names(claim: Claim) -> list[frozenset[str]]:
    """Return the names that stand for a claim's source, each as its telling words."""
    source = claim.candidate.statement.source
    role = set(_words(source.role or ""))
    speaks = bool(role & group("provenance", "speaking_for"))
    bodies = [source.organisation or "", source.role or ""] if speaks else []
    found = [frozenset(_words(name)) - group("provenance", "empty") for name in (source.name, *bodies)]
    return [metonym(words) for words in found if words]


def _borrowed(claim: Claim, own: str, claims: Sequence[Claim], keys: Sequence[str]) -> str:
    """Return the key of the better known source that an unnamed one goes back to, else its own."""
    ranked = sorted(range(len(claims)), key=lambda place: _anonymity(claims[place]))
    for place in ranked:
        better = _anonymity(claims[place]) < _anonymity(claim)
        if better and _goes_back(claim, claims[place]):
            return keys[place]
    for place, other in enumerate(claims):
        if other is claim:
            break
        if _is_copy(claim, other) or _cites_same(claim, other):
            return keys[place]
    return own


def _anonymity(claim: Claim) -> int:
    """Return 0 for a named source, 1 for an unnamed one, 2 where nobody is quoted."""
    return 2 if claim.candidate.statement.form is Form.NARRATION else int(_is_anonymous(claim))


def _goes_back(claim: Claim, known: Claim) -> bool:
    """Tell whether a claim is likely that of a better known source of another claim."""
    here, there = claim.candidate, known.candidate
    if _mentions_source(claim, known) or _is_copy(claim, known):
        return True
    if here.statement.spans.quote == there.statement.spans.quote or not _is_vague(claim):
        return False
    told = _anonymity(claim) > 1 and _HEARSAY.search(here.quote) is not None
    return here.article.id == there.article.id or told


def _is_vague(claim: Claim) -> bool:
    """Tell whether a source may be one named elsewhere: "activists"; not "a doctor", nor who confirms."""
    statement = claim.candidate.statement
    if statement.form is Form.NARRATION:
        return True
    bodies = group("provenance", "bodies") & set(_words(statement.source.name))
    return bool(bodies) and statement.stance is not Stance.CONFIRMS


def _cites_same(claim: Claim, other: Claim) -> bool:
    """Tell whether two reports cite the same name for what they say."""
    return bool(_cited(claim) & _cited(other)) and min(_anonymity(claim), _anonymity(other)) > 0


def _cited(claim: Claim) -> frozenset[str]:
    return frozenset(match["after"] or match["before"] for match in _CITED.finditer(claim.candidate.quote))


def _mentions_source(claim: Claim, named: Claim) -> bool:
    text = frozenset(_words(claim.candidate.quote))
    relays = frozenset(_words(" ".join(claim.candidate.statement.via)))
    return _HEARSAY.search(claim.candidate.quote) is not None and any(
        words <= text or words <= relays for words in _names(named)
    )


def _is_copy(claim: Claim, other: Claim) -> bool:
    if claim.candidate.statement.spans.quote == other.candidate.statement.spans.quote:
        return False
    here, there = _triples(claim.candidate.quote), _triples(other.candidate.quote)
    least = min(len(here), len(there))
    return least >= _FEWEST_TRIPLES and len(here & there) >= _COPIED * least


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = _words(text)
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _is_anonymous(claim: Claim) -> bool:
    return claim.candidate.statement.source.kind is SourceKind.ANONYMOUS


def _is_unnamed(claim: Claim) -> bool:
    return _is_anonymous(claim) or claim.candidate.statement.form is Form.NARRATION


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"[’']s\b", "", text.lower()))
