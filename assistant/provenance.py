"""Provenance: which claims go back to one and the same source."""

from collections.abc import Sequence

from assistant.candidate import Candidate
from assistant.claim import Claim
from assistant.contrast import difference
from assistant.credit import cited, cited_media, is_hearsay, telling
from assistant.origin import speaks_for_a_body
from assistant.vocabulary import group, metonym
from corpus.source import SourceKind
from corpus.statement import Form, Stance

_COPIED = 0.5
"""Share of a quote's word triples in another from which one is taken to copy the other."""

_FEWEST_TRIPLES = 4

_UTTERANCE, _VERBATIM = 6, 0.8
"""Word triples from which a quotation is nobody else's, and the share of them that another must have."""

_ROLE_REACH = 5
"""Words between a role and the names of who has it and of the body."""


def origins(claims: Sequence[Claim]) -> list[str]:
    """Return a key for each claim, equal where they go back to one source.

    A body and who speaks for it are one, under any of its names. What nobody named is quoted for
    counts as the named source that the same report, or a copy of it, gives for it.
    """
    keys = _named(claims)
    known = [_known(place, claims) if _is_unnamed(claims[place]) else place for place in range(len(claims))]
    return [keys[_root(place, known)] for place in range(len(claims))]


def _root(place: int, known: Sequence[int]) -> int:
    """Return the claim that one goes back to in the end; each step leads to a better known or earlier one."""
    return place if known[place] == place else _root(known[place], known)


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
    if _is_one_utterance(first, second):
        return True
    if _is_introduced(claims[here], names[there]) or _is_introduced(claims[there], names[here]):
        return True
    return any(one <= other or other <= one for one in names[here] for other in names[there])


def _is_one_utterance(first: Candidate, second: Candidate) -> bool:
    """Tell whether two reports quote the same sentence, word for word or nearly, whoever they give it to."""
    forms = {first.statement.form, second.statement.form}
    here, there = _triples(first.content), _triples(second.content)
    least = min(len(here), len(there))
    if forms != {Form.DIRECT} or first.article.id == second.article.id or least < _UTTERANCE:
        return False
    return len(here & there) >= _VERBATIM * least


def _is_introduced(claim: Claim, bodies: Sequence[frozenset[str]]) -> bool:
    """Tell whether the text calls a person the voice of a body: "Ostren police chief Ida Moll"."""
    source = claim.candidate.statement.source
    if source.kind is not SourceKind.PERSON:
        return False
    words = telling(claim.candidate.quote)
    roles = [place for place, word in enumerate(words) if word in group("provenance", "speaking_for")]
    near = [frozenset(words[max(place - _ROLE_REACH, 0) : place + _ROLE_REACH + 1]) for place in roles]
    name = set(telling(source.name))
    return any(name & around and body <= around - name for around in near for body in bodies)


def _names(claim: Claim) -> list[frozenset[str]]:
    """Return the names that stand for a claim's source, each as its telling words."""
    source = claim.candidate.statement.source
    bodies = [source.organisation or "", source.role or ""] if speaks_for_a_body(source) else []
    found = [frozenset(telling(name)) - group("provenance", "empty") for name in (source.name, *bodies)]
    return [metonym(words) for words in found if words]


def _known(here: int, claims: Sequence[Claim]) -> int:
    """Return the place of the better known claim that an unnamed one goes back to, else its own."""
    ranked = sorted(range(len(claims)), key=lambda place: _anonymity(claims[place]))
    claim = claims[here]
    better = (place for place in ranked if _anonymity(claims[place]) < _anonymity(claim))
    alike = (place for place in range(here) if _anonymity(claims[place]) == _anonymity(claim))
    back = next((place for place in better if _goes_back(claim, claims[place])), None)
    if back is not None:
        return back
    return next((place for place in alike if _is_same_story(claim, claims[place])), here)


def _is_same_story(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims that nobody named is quoted for are copies, or cite the same name."""
    here, there = claim.candidate, other.candidate
    return _is_copy(claim, other) or not cited(here.quote).isdisjoint(cited(there.quote))


def _anonymity(claim: Claim) -> int:
    """Return 0 for a named source, 1 for an unnamed one, 2 where nobody is quoted."""
    return 2 if claim.candidate.statement.form is Form.NARRATION else int(_is_anonymous(claim))


def _goes_back(claim: Claim, known: Claim) -> bool:
    """Tell whether a claim is likely that of a better known source of another claim."""
    here, there = claim.candidate, known.candidate
    if difference(claim, known) is not None:
        return False  # one sentence may hold two who disagree
    if _mentions_source(claim, known) or _is_copy(claim, known) or _credits(claim, known):
        return True
    if here.statement.spans.quote == there.statement.spans.quote or not _is_vague(claim):
        return False
    told = _anonymity(claim) > 1 and is_hearsay(here.quote)
    return here.article.id == there.article.id or told


def _credits(claim: Claim, known: Claim) -> bool:
    """Tell whether the report of a claim credits, anywhere, the medium that another claim comes from."""
    media = cited_media(claim.candidate.article.text)
    return any(name <= medium for name in _names(known) for medium in media)


def _is_vague(claim: Claim) -> bool:
    """Tell whether a source may be one named elsewhere: "activists"; not "a doctor", nor who confirms."""
    statement = claim.candidate.statement
    if statement.form is Form.NARRATION:
        return True
    bodies = group("provenance", "bodies") & set(telling(statement.source.name))
    return bool(bodies) and statement.stance is not Stance.CONFIRMS


def _mentions_source(claim: Claim, known: Claim) -> bool:
    """Tell whether a claim says that somebody says it, and names a source, or a relay, of another claim."""
    here, there = claim.candidate, known.candidate
    if not is_hearsay(here.quote):
        return False
    names = [*_names(known), *(frozenset(telling(name)) for name in there.statement.via)]
    texts = [frozenset(telling(text)) for text in (here.quote, " ".join(here.statement.via))]
    return any(name <= text for name in names for text in texts)


def _is_copy(claim: Claim, other: Claim) -> bool:
    if claim.candidate.statement.spans.quote == other.candidate.statement.spans.quote:
        return False
    here, there = _triples(claim.candidate.quote), _triples(other.candidate.quote)
    least = min(len(here), len(there))
    return least >= _FEWEST_TRIPLES and len(here & there) >= _COPIED * least


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = telling(text)
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _is_anonymous(claim: Claim) -> bool:
    return claim.candidate.statement.source.kind is SourceKind.ANONYMOUS


def _is_unnamed(claim: Claim) -> bool:
    return _is_anonymous(claim) or claim.candidate.statement.form is Form.NARRATION
