"""Agents: noun phrases that name someone who can act, and how two of them are told apart."""

from dataclasses import dataclass

from spacy.tokens import Token

from assistant.vocabulary import group
from corpus.attribution.tree import governed
from corpus.resolution.vocabulary import words as nouns

_CONTENT = ("NOUN", "PROPN", "ADJ")
_CLAUSES = ("relcl", "acl", "appos")
_LABELS = ("ORG", "NORP", "GPE", "PERSON")


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun phrase for someone who acts: its text, the lemmas of its words, those of its names."""

    label: str
    words: frozenset[str]
    names: frozenset[str]

    @property
    def sides(self) -> frozenset[str]:
        """Return the sides of a war that the words belong to."""
        return frozenset(side for side in ("state", "opposition") if self.words & group("sides", side))

    def is_same(self, other: "Agent") -> bool:
        """Tell whether two phrases may name the same agent: same side, or a word in common."""
        return bool(self.sides & other.sides or self.words & other.words)

    def is_other(self, other: "Agent") -> bool:
        """Tell whether two phrases surely name different agents: both are known, and not the same."""
        known = (self.sides or self.names) and (other.sides or other.names)
        return bool(known) and not self.is_same(other)


def agent(noun: Token | None) -> Agent | None:
    """Return the agent of a noun phrase's head, None for a pronoun, a deed or a thing."""
    if noun is None or noun.pos_ == "PRON":
        return None
    phrase = governed(noun, [part for part in noun.subtree if part.dep_ in _CLAUSES])
    words = frozenset(part.lemma_.lower() for part in phrase if part.pos_ in _CONTENT)
    names = frozenset(part.lower_ for part in phrase if part.pos_ == "PROPN")
    sides = group("sides", "state") | group("sides", "opposition")
    able = words & (sides | nouns("organisation") | nouns("person")) or noun.ent_type_ in _LABELS
    if not able:
        return None
    return Agent(noun.doc[phrase[0].i : phrase[-1].i + 1].text, words, names)
