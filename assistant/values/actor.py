"""Who did it: the actor of the deed that a question asks about."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.values.agents import Agent, agent
from assistant.values.comparison import Difference
from assistant.vocabulary import family
from corpus.attribution.subjects import subject
from corpus.attribution.tree import children

_BLAMING = ("blame", "accuse", "charge", "fault")


@dataclass(frozen=True, slots=True)
class Actor:
    """The agent that a statement names as the doer."""

    agent: Agent

    @property
    def label(self) -> str:
        """Return the phrase that names the actor."""
        return self.agent.label

    def differs(self, other: "Actor") -> Difference | None:
        """Actors differ where they surely are not the same."""
        if not self.agent.is_other(other.agent):
            return None
        return Difference(Relation.CONTRADICTS, Cause.ACTOR)


def actor(doc: Doc, deeds: tuple[str, ...]) -> Actor | None:
    """Return who does, by the text, one of `deeds` (lemmas); None where it does not say."""
    words = frozenset().union(*(family(deed) for deed in deeds)) if deeds else frozenset()
    found = (agent(noun) for noun in _doers(doc, words))
    return next((Actor(one) for one in found if one is not None), None)


def _doers(doc: Doc, deeds: frozenset[str]) -> Iterator[Token]:
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if verb.lemma_ in _BLAMING:
            yield from children(verb, "dobj", "nsubjpass")
        elif verb.lemma_.lower() in deeds:
            found = subject(verb)
            if found is not None:
                yield found
