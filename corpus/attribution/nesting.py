"""Attribution inside attribution: whoever passes a statement on becomes a relay of it."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.relation import Relation

_REPORTING = ("clause", "parenthesis", "quoted", "trailing", "relayed", "according", "introduced")
_SPEECH = ("speech", "publication", "denial", "confirmation", "accusation", "hedge")
_CLAUSAL = ("ccomp", "xcomp", "pcomp", "aux", "auxpass", "neg")
_ATTACHED = ("advcl", "conj", "parataxis", "ROOT")


def relayed_through(relations: Sequence[Relation]) -> list[Relation]:
    """Return one paragraph's relations, those inside another's content kept only where they report speech.

    "The agency said the ministry had confirmed that …" is the ministry's statement, relayed by the
    agency; "she said she hoped to win" is hers alone and says no more without the hope.
    """
    holders = _holders(relations)
    kept = []
    for place, relation in enumerate(relations):
        chain = _chain(relations, holders, place)
        if not chain:
            kept.append(relation)
        elif _reports(relation):
            kept.append(replace(relation, relays=relation.relays + _relays(relation, chain)))
    return kept


def _holders(relations: Sequence[Relation]) -> dict[int, int]:
    """Return, for tokens in some content, the place of the relation with the smallest such content."""
    holders: dict[int, int] = {}
    widest_first = sorted(range(len(relations)), key=lambda place: -len(relations[place].content))
    for place in widest_first:
        holders.update((token.i, place) for token in relations[place].content)
    return holders


def _chain(relations: Sequence[Relation], holders: dict[int, int], place: int) -> list[Relation]:
    """Return the relations that a relation's cue lies within, the nearest first."""
    chain: list[Relation] = []
    seen = {place}
    current = relations[place]
    while current.cue and current.cited is None:
        holder = holders.get(current.cue[0].i)
        if holder is None or holder in seen:
            break
        seen.add(holder)
        current = relations[holder]
        chain.append(current)
    return chain


def _relays(relation: Relation, chain: Sequence[Relation]) -> tuple[Token, ...]:
    """Return the heads of those in whose clause the relation stands, the nearest first.

    A verb the parser merely attached there ("the mayor said it was over, adding …") has none.
    """
    heads: list[Token] = []
    inner = relation
    for outer in chain:
        if not _governs(outer, inner):
            break
        if outer.head is not None and outer.head != relation.head:
            heads.append(outer.head)
        heads += outer.relays
        inner = outer
    return tuple(heads)


def _governs(outer: Relation, inner: Relation) -> bool:
    current = inner.cue[-1]
    while current.dep_ in _CLAUSAL:
        current = current.head
        if current in outer.cue:
            return True
    return outer.rule == "according" and current.dep_ == "ROOT"


def _reports(relation: Relation) -> bool:
    """Tell whether a relation inside another is speech of its own rather than part of what is said."""
    if relation.rule not in _REPORTING:
        return False
    verbs = [token for token in relation.cue if token.pos_ == "VERB"]
    if not verbs:
        return True
    cue = lexicon().verb(verbs[-1])
    if cue is None or cue.family not in _SPEECH:
        return False
    named = (
        relation.head is not None and relation.head.pos_ in ("NOUN", "PROPN") and relation.head.text != "%"
    )
    return named or verbs[-1].dep_ in _ATTACHED
