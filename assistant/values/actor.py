"""Who did it: the actor of the deed that a question asks about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.values.agents import Agent, agent, meant
from assistant.values.comparison import Difference
from assistant.values.doers import doers, nearest
from assistant.vocabulary import family, group, opposites

_SPEAKERS = ("we", "i", "us", "our")
_BODIES = ("it", "they", "its", "their")


@dataclass(frozen=True, slots=True)
class Actor:
    """The agent that a statement names as the doer, or, unless `did`, clears of it."""

    agent: Agent
    did: bool = True

    @property
    def label(self) -> str:
        """Return the phrase that names the actor."""
        return self.agent.label if self.did else f"not {self.agent.label}"

    def differs(self, other: "Actor") -> Difference | None:
        """Actors differ where they surely are not the same, or where one is cleared."""
        if self.did != other.did and self.agent.is_same(other.agent):
            return Difference(Relation.DISPUTES, Cause.DENIAL)
        if self.did and other.did and self.agent.is_other(other.agent):
            return Difference(Relation.CONTRADICTS, Cause.ACTOR)
        return None


@dataclass(frozen=True, slots=True)
class Asking:
    """What is known of who is asked for.

    `known` are names that the question itself gives and that are no answer, `deed` its verb; the
    one asked for is who does it or, where `undergoes`, whom it befalls. `speaker` is who makes the
    statement, and `denies` tells that it is a denial; `beside` is the name that stands beside the noun
    picked from ("which website"), and who must be `named` has a name of its own; `befalls` are words of the
    name it is done to. Where `owning`, who claims responsibility is asked for; where `loose`, whoever stands
    nearest the words of the question will do.
    """

    known: tuple[str, ...] = ()
    deed: str = ""
    undergoes: bool = False
    speaker: Agent | None = None
    denies: bool = False
    beside: Agent | None = None
    named: bool = False
    befalls: tuple[str, ...] = ()
    owning: bool = False
    loose: bool = False


def actor(doc: Doc, deeds: tuple[str, ...], asking: Asking | None = None) -> Actor | None:
    """Return who does, by the text, one of `deeds` (lemmas); None where it does not say."""
    asked = asking or Asking()
    words = frozenset().union(*(family(deed) for deed in deeds))
    contrary = opposites(asked.deed) if asked.deed else frozenset()
    tied = list(
        doers(doc, words, contrary, undergoes=asked.undergoes, befalls=asked.befalls, owning=asked.owning)
    )
    for noun, did in tied:
        found = _resolved(noun, asked)
        if found is not None:
            return Actor(found, did != asked.denies)
    if asking is None:
        return None
    if asked.beside is not None:
        return Actor(asked.beside)
    if asked.denies:
        about = words | group("deeds", "guilt")
        denied = any(token.lemma_.lower() in about for token in doc)
        return Actor(asked.speaker, did=False) if denied and asked.speaker else None
    found = next(_free(nearest(doc, words), asked), None) if asked.loose else None
    return Actor(found) if found else None


def _resolved(noun: Token, asked: Asking) -> Agent | None:
    """Return the agent of a noun, the speaker for "we", "it"."""
    if noun.lower_ in _SPEAKERS or (noun.lower_ in _BODIES and asked.speaker is not None):
        return meant(noun, asked.speaker)
    return next(_free([noun], asked), None)


def _free(nouns: Iterable[Token], asked: Asking) -> Iterator[Agent]:
    """Yield the agents among nouns, less those that the question names."""
    for noun in nouns:
        found = agent(noun)
        known = any(noun.text in name.split() for name in asked.known)
        if found is not None and not known and (found.names or not asked.named) and noun.lemma_ != asked.deed:
            yield found
