"""Walks over a dependency tree: what a word governs, what belongs to a verb."""

from collections.abc import Iterable

from spacy.tokens import Token

_ABLE = ("able", "possible", "ready", "willing")
_UNABLE = ("unable", "impossible", "unwilling")
_UNWILLING = ("fail", "refuse", "decline")
RELATIVES = ("WP", "WDT")


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children whose dependency label is one of `labels`, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def governed(token: Token, without: Iterable[Token] = ()) -> list[Token]:
    """Return the token's subtree in text order, less the subtrees of `without`."""
    dropped = {part.i for root in without for part in root.subtree}
    parts = [part for part in token.subtree if part.i not in dropped]
    return sorted(parts, key=lambda part: part.i)  # where arcs cross, a subtree comes out of order


def place_before(token: Token) -> int:
    """Return the place of the word or mark before a token, -1 where there is none."""
    place = token.i - 1
    while place >= 0 and token.doc[place].is_space:
        place -= 1
    return place


def verb_group(verb: Token) -> list[Token]:
    """Return the verb with its auxiliaries, negation and particles, in text order."""
    return sorted([verb, *children(verb, "aux", "auxpass", "neg", "prt")], key=lambda token: token.i)


def has_commas(token: Token) -> bool:
    """Tell whether a token's sentence has commas of its own, not only ones put back for the parser."""
    return any(word.text == "," and word.whitespace_ for word in token.sent)


def is_negated(verb: Token) -> bool:
    """Tell whether a verb is negated ("did not say")."""
    return bool(children(verb, "neg"))


def inability(verb: Token) -> list[Token]:
    """Return the words that say that somebody cannot or will not: "was | not able | to confirm", "unable"."""
    able = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "acl") or not any(word.tag_ == "TO" for word in verb.lefts):
        return []
    if able.lower_ in _UNABLE or able.lemma_ in _UNWILLING:
        return [able]
    denied = children(able.head, "neg") if able.lower_ in _ABLE else []
    return [*denied, able] if denied else []


def lasting(verb: Token, end: int) -> list[Token]:
    """Return the "since" of an object, which no simple past has: "acknowledged ten losses since 2014"."""
    phrases = [
        child for child in children(verb, "prep") if child.lower_ == "since" and child.left_edge.i == end + 1
    ]
    return phrases if verb.tag_ == "VBD" and not children(verb, "aux") else []


def is_main(verb: Token) -> bool:
    """Tell whether a verb is the main one of its sentence, or a participle or conjunct of that."""
    if verb.tag_ == "VB" or any(word.tag_ == "MD" for word in children(verb, "aux")):
        return False
    if verb.dep_ == "ROOT":
        return True
    if verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
        return verb.head.dep_ == "ROOT"
    return False


def less(content: list[Token], cue: list[Token], head: Token | None) -> tuple[Token, ...]:
    """Return content in text order, less the cue and the source of `head` beside it."""
    dropped = {token.i for token in cue}
    if head is not None:
        dropped |= {token.i for token in governed(head, cue)}
    kept = {token.i: token for token in content if token.i not in dropped}
    return tuple(kept[place] for place in sorted(kept))
