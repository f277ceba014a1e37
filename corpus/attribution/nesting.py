"""Attribution inside attribution: whoever passes a statement on becomes a relay of it."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children, has_commas

_REPORTING = ("clause", "parenthesis", "quoted", "trailing", "relayed", "according", "introduced")
_SPEECH = ("speech", "publication", "denial", "confirmation", "accusation", "hedge")
_CLAUSAL = ("ccomp", "xcomp", "pcomp", "aux", "auxpass", "neg")
_LINKS = ("as", "while")
_TIMING = ("after", "before", "since", "until", "because", "if", "once")
_ATTACHED = ("advcl", "conj", "parataxis", "ROOT")


def relayed_through(relations: Sequence[Relation]) -> list[Relation]:
    """Return one paragraph's relations, those inside another's content kept only where they report speech.

    "The agency said the ministry had confirmed that …" is the ministry's statement, relayed by the
    agency; "she said she hoped to win" is hers alone and says no more without the hope. What the
    parser merely attached ("the union said it was over, but the company denied it") stands apart.
    """
    holders = _holders(relations)
    kept: dict[int, Relation] = {}
    apart: dict[int, set[int]] = {}
    hollow: set[int] = set()
    for place, relation in enumerate(relations):
        chain = _chain(relations, holders, place)
        outers = [relations[holder] for holder in chain]
        if not outers:
            kept[place] = relation
        elif _is_attached(relation, outers[0]):
            kept[place] = relation
            for holder in chain:
                apart.setdefault(holder, set()).update(_apart(relation, relations[holder]))
        elif _fills(relation, outers[0]):
            kept[place] = relation
            hollow.add(chain[0])
        elif _reports(relation):
            kept[place] = replace(relation, relays=relation.relays + _relays(relation, outers))
    return [_without(kept[place], apart.get(place, set())) for place in kept if place not in hollow]


def _fills(inner: Relation, outer: Relation) -> bool:
    """Tell whether a relation says what the one around it only names: "issued a statement saying …"."""
    same = inner.head is not None and inner.head == outer.head
    return outer.rule == "object" and inner.rule in _REPORTING and same


def _places(relation: Relation) -> set[int]:
    shared = relation.source and relation.source[-1].head not in relation.cue  # "it had left and accused …"
    source = () if shared and relation.source[-1].dep_ == "nsubj" else relation.source
    return {token.i for token in (*relation.cue, *source, *relation.content)}


def _apart(relation: Relation, outer: Relation) -> set[int]:
    """Return the tokens of a second statement that are no part of the one around it."""
    if _is_linked(relation, outer):
        return {token.i for token in outer.content if token.i >= relation.source[0].i - 1}
    return _places(relation) | _rest(relation, outer)


def _rest(relation: Relation, outer: Relation) -> set[int]:
    """Return what else hangs on a second statement's verb: "while an activist in the town said …"."""
    verb = _verb(relation)
    if verb is None or any(verb.is_ancestor(token) for token in outer.cue):
        return set()
    return {token.i for token in verb.subtree}


def _without(relation: Relation, apart: set[int]) -> Relation:
    """Return a relation whose content lacks the tokens at `apart`, and what they leave dangling."""
    if not apart:
        return relation
    content = [token for token in relation.content if token.i not in apart]
    while content and (
        content[-1].dep_ in ("cc", "mark")
        or content[-1].lower_ in _LINKS
        or (content[-1].is_punct and not content[-1].is_quote)
    ):
        content.pop()
    if content and content[-1].is_quote and sum(token.is_quote for token in content) == 1:
        return _without(relation.with_content(content[:-1]), apart)
    return relation.with_content(content)


def _holders(relations: Sequence[Relation]) -> dict[int, int]:
    """Return, for tokens in some content, the place of the relation with the smallest such content."""
    holders: dict[int, int] = {}
    widest_first = sorted(range(len(relations)), key=lambda place: -len(relations[place].content))
    for place in widest_first:
        holders.update((token.i, place) for token in relations[place].content)
    return holders


def _chain(relations: Sequence[Relation], holders: dict[int, int], place: int) -> list[int]:
    """Return the places of the relations that a relation's cue lies within, the nearest first."""
    chain: list[int] = []
    seen = {place}
    current = relations[place]
    while current.cue and current.cited is None:
        holder = holders.get(current.cue[0].i)
        if holder is None or holder in seen:
            break
        seen.add(holder)
        current = relations[holder]
        chain.append(holder)
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
    while current.dep_ in _CLAUSAL and current.head != current:
        current = current.head
        if current in outer.cue:
            return True
    return outer.rule == "according" and current.dep_ == "ROOT"


def _is_attached(inner: Relation, outer: Relation) -> bool:
    """Tell whether a relation is a second statement beside another rather than part of what that says."""
    verb = _verb(inner)
    if _is_linked(inner, outer):
        return True
    if verb is None or inner.rule == "object" or verb.dep_ not in _ATTACHED or _governs(outer, inner):
        return False
    if _is_timed(verb) or (verb.dep_ == "advcl" and inner.cue[0].tag_ == "TO"):
        return False
    if not {token.i for token in inner.content} < {token.i for token in outer.content}:
        return False
    if outer.cue[0].i > inner.content[-1].i and not has_commas(outer.cue[0]):
        return False  # "she left and agreed to wait the mayor said": all of it is the mayor's
    cue = lexicon().verb(verb)
    return cue is not None and cue.family in _SPEECH


def _is_linked(inner: Relation, outer: Relation) -> bool:
    """Tell whether "as" or "while" parts a second speaker from the first, whatever the parser makes of it."""
    if not inner.source or outer.cue[-1].i > inner.cue[0].i:
        return False
    first = inner.source[0]
    link = first.nbor(-1) if first.i > first.sent.start else first
    again = inner.rule == "clause" and inner.cue[-1].lemma_ == outer.cue[-1].lemma_
    same = (again or link.lower_ == "while") and inner.cue[-1].tag_ == outer.cue[-1].tag_
    return link.lower_ in _LINKS and same and not has_commas(first)


def _is_timed(verb: Token) -> bool:
    """Tell whether a clause says when the one around it happens: "the boats left after the mayor said …"."""
    marks = [mark for mark in children(verb, "mark") if mark.lower_ in _TIMING]
    return verb.dep_ == "advcl" and any(mark.i and mark.nbor(-1).text != "," for mark in marks)


def _reports(relation: Relation) -> bool:
    """Tell whether a relation inside another is speech of its own rather than part of what is said."""
    if relation.rule not in _REPORTING:
        return False
    verb = _verb(relation)
    if verb is None:
        return True
    cue = lexicon().verb(verb)
    named = (
        relation.head is not None and relation.head.pos_ in ("NOUN", "PROPN") and relation.head.text != "%"
    )
    return named and cue is not None and cue.family in _SPEECH


def _verb(relation: Relation) -> Token | None:
    return next((token for token in reversed(relation.cue) if token.pos_ == "VERB"), None)
