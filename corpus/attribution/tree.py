"""Walks over a dependency tree: subjects, what a word governs, what belongs to a verb."""

from collections.abc import Iterable

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLAUSES = ("ccomp", "xcomp", "advcl", "conj", "pcomp", "relcl", "acl")
RELATIVES = ("WP", "WDT")
_INHERITING = ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep")
_MAX_STEPS = 4


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children whose dependency label is one of `labels`, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def governed(token: Token, without: Iterable[Token] = ()) -> list[Token]:
    """Return the token's subtree in text order, less the subtrees of `without`."""
    dropped = {part.i for root in without for part in root.subtree}
    return [part for part in token.subtree if part.i not in dropped]


def verb_group(verb: Token) -> list[Token]:
    """Return the verb with its auxiliaries, negation and particles, in text order."""
    return sorted([verb, *children(verb, "aux", "auxpass", "neg", "prt")], key=lambda token: token.i)


def is_negated(verb: Token) -> bool:
    """Tell whether a verb is negated ("did not say")."""
    return bool(children(verb, "neg"))


def subject(verb: Token) -> Token | None:
    """Return the head of who does what the verb says, or None where the sentence names nobody.

    Subjects are inherited through coordination, infinitives and participles; a relative pronoun
    gives way to its antecedent, and the agent of a passive counts.
    """
    current, steps = verb, 0
    while steps < _MAX_STEPS:
        found = _own_subject(current)
        if found is not None:
            return _antecedent(found, current)
        if current.dep_ in ("acl", "relcl"):
            return current.head
        following = _inherits_from(current)
        if following is None:
            return None
        current, steps = following, steps + 1
    return None


def _own_subject(verb: Token) -> Token | None:
    active = children(verb, "nsubj")
    if active:
        return active[0]
    if children(verb, "auxpass"):
        agents = [noun for agent in children(verb, "agent") for noun in children(agent, "pobj")]
        return agents[0] if agents else None
    return None


def _inherits_from(verb: Token) -> Token | None:
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.dep_ == "ccomp" and verb.head.i < verb.i:
        return verb.head.head  # "she said the army had won, calling it a relief": she calls it so
    if children(verb, "auxpass", "nsubjpass") or verb.dep_ not in (*_INHERITING, "prep"):
        return None
    head = verb.head
    if head.pos_ == "ADP":
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") else None


def _antecedent(found: Token, verb: Token) -> Token:
    if found.tag_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return found


def mention(head: Token, verb: Token) -> list[Token]:
    """Return the words that name a source beside its verb.

    That is the noun phrase of `head` with its appositions, without relative clauses; of an
    antecedent ("the aide who said …") it is the relative pronoun.
    """
    pronouns = [child for child in children(verb, "nsubj") if child.tag_ in RELATIVES and child != head]
    if pronouns:
        return pronouns
    clauses = [part for part in head.subtree if part.dep_ in ("relcl", "advcl", "acl", "ccomp")]
    words = governed(head, [root for root in (verb, *clauses) if head.is_ancestor(root)])
    return _trimmed(words)


def _trimmed(words: list[Token]) -> list[Token]:
    start, end = 0, len(words)
    while start < end and (words[start].is_punct or words[start].is_space or words[start].dep_ == "cc"):
        start += 1
    while end > start and (words[end - 1].is_space or words[end - 1].text in (",", "—", "-", ";", ":", '"')):
        end -= 1
    return words[start:end]
