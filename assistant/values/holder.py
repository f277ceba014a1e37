"""Who holds a place: "the army captured half of it", "it is still with the rebels"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.names import mentions_any
from assistant.values.agents import Agent, agent, meant
from assistant.values.comparison import Difference
from assistant.vocabulary import group
from corpus.attribution.subjects import subject
from corpus.attribution.tree import children, governed, is_negated

_PART = re.compile(
    r"\b(?:half|part|parts|most|some|a third|quarter|portion|outskirts|edge|percent|per cent|into)\b", re.I
)
_HELD = ("held", "controlled", "run")
_WITH = ("with", "under", "by")
_FAILING = ("fail", "unable", "refuse", "struggle", "yet")
_INTO = ("into", "on", "in", "inside", "through")
_OWN = ("we", "it", "they", "us", "i")
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


def holder(doc: Doc, places: tuple[str, ...], speaker: Agent | None = None) -> Holder | None:
    """Return who holds one of `places` by the text, None where it does not say.

    The main clause counts before the clauses inside it. "It" and "we" are the `speaker`.
    """
    found = [(_depth(verb), one) for verb, one in _holders(doc, _Reading(places, speaker))]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _holders(doc: Doc, reading: "_Reading") -> Iterator[tuple[Token, Holder]]:
    places = reading.places
    for token in doc:
        if token.lower_ in _HELD and token.i >= 2 and token.nbor(-1).text == "-":
            yield from _compound(token, places)
        elif token.pos_ in ("VERB", "AUX") and not _is_uncertain(token) and _is_about(token, places):
            one = reading.by_verb(token) or reading.by_state(token)
            if one is not None:
                yield token, one
        elif token.lemma_.lower() in group("control", "capture") and mentions_any(_phrase(token), places):
            one = reading.by_noun(token)
            if one is not None and not any(map(is_unsettled, token.ancestors)):
                yield token, one


def _compound(held: Token, places: tuple[str, ...]) -> Iterator[tuple[Token, Holder]]:
    """Read "rebel-held Ostren"."""
    words = frozenset({held.nbor(-2).lemma_.lower()})
    if mentions_any(held.doc[held.i + 1 : held.i + 5].text, places):
        agent = Agent(held.nbor(-2).text, words, frozenset())
        yield held, Holder(agent, phrase=f"{agent.label}-{held.text}")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text is read for: who holds `places`, as `speaker` may say of himself."""

    places: tuple[str, ...]
    speaker: Agent | None

    def by_verb(self, verb: Token) -> Holder | None:
        """Read "the army took it", "the rebels lost it", "it fell to the rebels"."""
        lemma, preps = verb.lemma_.lower(), {phrase.lower_ for phrase in children(verb, "prep", "prt")}
        if lemma in group("control", "out") and preps & {"from", "of", "out"}:
            return self._driven_out(verb)
        into = not preps.isdisjoint(_INTO)
        if lemma in group("control", "gain") or (into and lemma in group("control", "into")):
            return self._actor(verb, subject(verb), holds=True)
        if lemma == "have" and any(
            mentions_any(_phrase(noun), self.places) for noun in children(verb, "dobj")
        ):
            return self._actor(verb, subject(verb), holds=True)
        if lemma in group("control", "loss"):
            return self._lost(verb)
        if lemma in group("control", "pass"):
            return self._actor(verb, _object(verb, "to"), holds=True)
        return None

    def _lost(self, verb: Token) -> Holder | None:
        """Read "the rebels lost it to the army", "it left rebel hands"."""
        hands = next((noun for noun in children(verb, "dobj") if noun.lemma_ == "hand"), None)
        if hands is not None:
            return self._out_of_hands(verb, hands)
        heir = self._actor(verb, _object(verb, "to"), holds=True)
        return heir or self._actor(verb, subject(verb), holds=False)

    def _out_of_hands(self, verb: Token, hands: Token) -> Holder | None:
        owner = _owner(hands)
        found = self._actor(verb, owner, holds=False)
        return replace(found, phrase=f"in {owner.text} {hands.text}") if found and owner else found

    def _driven_out(self, verb: Token) -> Holder | None:
        """Read "the army drove the rebels from it", "shelling forced them out", "they were driven out"."""
        patients = children(verb, "nsubjpass", "dobj")
        winner = self._actor(verb, subject(verb), holds=True) if patients else None
        return winner or self._actor(verb, patients[0] if patients else subject(verb), holds=False)

    def by_noun(self, noun: Token) -> Holder | None:
        """Read "the capture of it by the army", "the army's capture of it", "announced its capture"."""
        if noun.lemma_.lower() == "fall":
            return self._actor(noun, _object(noun, "to"), holds=True)
        inside = [child for child in children(noun, "poss", "compound", "amod") if agent(child)]
        by = [
            owner for phrase in children(noun, "prep") if phrase.lower_ == "by" for owner in phrase.children
        ]
        above = noun.head
        if not (by or inside) and above.lemma_.lower() in group("control", "announce"):
            found = subject(above)
            return self._actor(above, found, holds=True) if found or self.speaker is None else self._own()
        if by or inside:
            return self._actor(noun, (by or inside)[0], holds=True)
        return self._own() if above == noun else None

    def _own(self) -> Holder | None:
        fights = self.speaker is not None and self.speaker.sides
        return Holder(self.speaker) if self.speaker and fights else None

    def by_state(self, verb: Token) -> Holder | None:
        """Read "it is with the rebels", "it remains under army control", "the army is in control of it"."""
        if verb.lemma_ not in ("be", "remain", "stay"):
            return None
        for phrase in children(verb, "prep"):
            for noun in children(phrase, "pobj"):
                if noun.lemma_ in _HOLDING:
                    return self._in_hands(verb, phrase, noun)
                if phrase.lower_ in _WITH and agent(noun) and not mentions_any(noun.text, self.places):
                    return self._actor(verb, noun, holds=True)
        return None

    def _in_hands(self, verb: Token, phrase: Token, noun: Token) -> Holder | None:
        """Read "in rebel hands", "under army control", "in the hands of the army", "in control"."""
        owner = _owner(noun)
        found = self._actor(verb, owner or subject(verb), holds=True)
        if found is None or owner is None or owner.i > noun.i:
            return found
        return replace(found, phrase=f"{phrase.text} {owner.text} {noun.text}")

    def _actor(self, verb: Token, noun: Token | None, *, holds: bool) -> Holder | None:
        own = noun is not None and noun.lower_ in _OWN
        if noun is None or (not own and mentions_any(noun.text, self.places)):
            return None
        found = meant(noun, self.speaker) if own else agent(noun)
        partly = _PART.search(verb.doc[verb.i : verb.i + 8].text) is not None
        return Holder(found, holds=holds != _fails(verb), partly=partly) if found else None


def _fails(verb: Token) -> bool:
    """Tell whether a verb is negated: "did not take", "no longer holds", "failed to take"."""
    no_more = any(word.lower_ == "longer" for word in children(verb, "advmod"))
    return is_negated(verb) or no_more or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _FAILING)


def _object(verb: Token, preposition: str) -> Token | None:
    phrases = [phrase for phrase in children(verb, "prep", "dative") if phrase.lower_ == preposition]
    return next((noun for phrase in phrases for noun in children(phrase, "pobj")), None)


def _phrase(noun: Token) -> str:
    return " ".join(part.text for part in noun.subtree)


def _owner(noun: Token) -> Token | None:
    """Return who has it in "in rebel hands", "in the hands of the army", "under army control".

    In "the army is in control of the town" it is nobody: the subject has it.
    """
    before = [child for child in children(noun, "compound", "poss", "amod", "nmod") if agent(child)]
    if before:
        return before[0]
    inside = [owner for of in children(noun, "prep") for owner in children(of, "pobj")]
    return inside[0] if inside and noun.lemma_ == "hand" else None


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


def is_unsettled(above: Token) -> bool:
    """Tell whether what stands above a noun only plans or supposes it: "its capture would cut the road"."""
    words = [above, *children(above, "aux", "mark")]
    return any(word.lemma_.lower() in group("uncertain", "words") for word in words)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
