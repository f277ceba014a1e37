"""Who holds a place: "the army captured half of it", "it is still with the rebels"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.names import mentions_any
from assistant.values.agents import Agent, agent
from assistant.values.comparison import Difference
from assistant.vocabulary import group
from corpus.attribution.subjects import subject
from corpus.attribution.tree import children, governed, is_negated

_PART = re.compile(
    r"\b(?:half|part|parts|most|some|a third|quarter|portion|outskirts|edge|percent|per cent|into)\b", re.I
)
_HELD = ("held", "controlled", "run")
_WITH = ("with", "under", "in", "by")
_HOLDING = ("control", "hand", "charge")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds, or does not hold, the place asked about, or part of it.

    `phrase` is how the text puts it, where "held by" would not read well ("in rebel hands").
    """

    agent: Agent
    holds: bool = True
    partly: bool = False
    phrase: str = ""

    def differs(self, other: "Holder") -> Difference | None:
        """Holders differ where one actor is said to hold the place and another, or not that one."""
        both_hold = self.holds and other.holds and self.agent.is_other(other.agent)
        one_holds_not = self.holds != other.holds and self.agent.is_same(other.agent)
        if not (both_hold or one_holds_not):
            return None
        partly = self.partly or other.partly
        return Difference(Relation.PARTLY if partly else Relation.CONTRADICTS, Cause.STATE)

    @property
    def label(self) -> str:
        """Return who holds the place, or does not, in a few words."""
        degree = "not " if not self.holds else "partly " if self.partly else ""
        return f"{degree}{self.phrase or f'held by {self.agent.label}'}"


def holder(doc: Doc, places: tuple[str, ...]) -> Holder | None:
    """Return who holds one of `places` by the text, None where it does not say.

    The main clause counts before the clauses inside it.
    """
    found = [(_depth(verb), one) for verb, one in _holders(doc, places)]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _holders(doc: Doc, places: tuple[str, ...]) -> Iterator[tuple[Token, Holder]]:
    for token in doc:
        if token.lower_ in _HELD and token.i >= 2 and token.nbor(-1).text == "-":
            yield from _compound(token, places)
        elif token.pos_ in ("VERB", "AUX") and not _is_uncertain(token) and _is_about(token, places):
            one = _by_verb(token) or _by_state(token)
            if one is not None:
                yield token, one


def _compound(held: Token, places: tuple[str, ...]) -> Iterator[tuple[Token, Holder]]:
    """Read "rebel-held Ostren"."""
    words = frozenset({held.nbor(-2).lemma_.lower()})
    if mentions_any(held.doc[held.i + 1 : held.i + 5].text, places):
        agent = Agent(held.nbor(-2).text, words, frozenset())
        yield held, Holder(agent, phrase=f"{agent.label}-{held.text}")


def _by_verb(verb: Token) -> Holder | None:
    lemma = verb.lemma_.lower()
    into = any(phrase.lower_ in ("into", "on", "in", "inside") for phrase in children(verb, "prep"))
    if lemma in group("control", "gain") or (into and lemma in group("control", "into")):
        return _actor(verb, subject(verb), holds=True)
    if lemma in group("control", "loss"):
        return _actor(verb, subject(verb), holds=False)
    if lemma in group("control", "pass"):
        to = [
            noun
            for phrase in children(verb, "prep")
            if phrase.lower_ == "to"
            for noun in children(phrase, "pobj")
        ]
        return _actor(verb, to[0], holds=True) if to else None
    return None


def _by_state(verb: Token) -> Holder | None:
    """Read "it is with the rebels", "it remains under army control", "the army is in control of it"."""
    if verb.lemma_ not in ("be", "remain", "stay"):
        return None
    for phrase in children(verb, "prep"):
        for noun in children(phrase, "pobj"):
            if noun.lemma_ in _HOLDING:
                return _in_hands(verb, phrase, noun)
            if phrase.lower_ in _WITH:
                return _actor(verb, noun, holds=True)
    return None


def _in_hands(verb: Token, phrase: Token, noun: Token) -> Holder | None:
    """Read "in rebel hands", "under army control", "in the hands of the army", "in control"."""
    owner = _owner(noun)
    found = _actor(verb, owner or subject(verb), holds=True)
    if found is None or owner is None or owner.i > noun.i:
        return found
    return replace(found, phrase=f"{phrase.text} {owner.text} {noun.text}")


def _owner(noun: Token) -> Token | None:
    """Return who has it in "in rebel hands", "in the hands of the army", "under army control".

    In "the army is in control of the town" it is nobody: the subject has it.
    """
    before = [child for child in children(noun, "compound", "poss", "amod", "nmod") if agent(child)]
    if before:
        return before[0]
    inside = [owner for of in children(noun, "prep") for owner in children(of, "pobj")]
    return inside[0] if inside and noun.lemma_ == "hand" else None


def _actor(verb: Token, noun: Token | None, *, holds: bool) -> Holder | None:
    found = agent(noun)
    partly = _PART.search(verb.doc[verb.i : verb.i + 8].text) is not None
    return Holder(found, holds=holds != is_negated(verb), partly=partly) if found else None


def _is_about(verb: Token, places: tuple[str, ...]) -> bool:
    inner = [child for child in verb.children if child.dep_ in ("ccomp", "advcl", "conj")]
    own = " ".join(part.text for part in governed(verb, inner))
    antecedent = verb.head.text if verb.dep_ == "relcl" else ""
    return mentions_any(f"{antecedent} {own}", places)


def _is_uncertain(verb: Token) -> bool:
    uncertain = group("uncertain", "words")
    near = (
        [verb.head, *children(verb, "aux", "advmod", "mark")]
        if verb.dep_ in ("xcomp", "advcl")
        else children(verb, "aux", "mark")
    )
    return any(part.lemma_.lower() in uncertain for part in near)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
