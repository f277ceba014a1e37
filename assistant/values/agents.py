"""Agents: noun phrases that name someone who can act, and how two of them are told apart."""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from assistant.vocabulary import group, nation
from corpus.attribution.tree import governed
from corpus.resolution.vocabulary import bodies, is_human, singular
from corpus.source import Source

_CONTENT = ("NOUN", "PROPN", "ADJ")
_CLAUSES = ("relcl", "acl", "appos")
_LABELS = ("ORG", "NORP", "GPE", "PERSON")
_NOT_AGENTS = ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL")
_ANYONE = ("other", "others", "another")
_NATIONS = {"united states": "us", "united kingdom": "uk"}


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun phrase for someone who acts: its text, the lemmas of its words, those of its names."""

    label: str
    words: frozenset[str]
    names: frozenset[str]

    @property
    def sides(self) -> frozenset[str]:
        """Return the sides of a war that the words belong to; an army called free is no state's."""
        if "free" in self.names:
            return frozenset(["opposition"])
        words = self.words - (self.names & {"state"})
        return frozenset(side for side in ("state", "opposition") if words & group("sides", side))

    @property
    def nations(self) -> frozenset[str]:
        """Return the nations that the words name, each by one word."""
        named = frozenset(found for word in self.words if (found := nation(word)) is not None)
        return named | {short for long, short in _NATIONS.items() if long in self.label.lower()}

    def is_same(self, other: "Agent") -> bool:
        """Tell whether two phrases may name the same agent: side, nation, or a telling word in common."""
        if _apart(self.nations, other.nations) or _apart(self.sides, other.sides):
            return False
        shared = (self.words & other.words) - group("sides", "common")
        return bool(shared or self.sides & other.sides or self.nations & other.nations)

    def is_other(self, other: "Agent") -> bool:
        """Tell whether two phrases surely name different agents: both are known, and not the same.

        A nation's forces may be those of "the government".
        """
        known = (self.sides or self.names) and (other.sides or other.names)
        home = {"state"} in (self.sides, other.sides) and not (self.nations and other.nations)
        unsure = home and bool(self.nations or other.nations) and not (self.sides and other.sides)
        return bool(known) and not unsure and not self.is_same(other)


def agent(noun: Token | None) -> Agent | None:
    """Return the agent of a noun phrase's head, None for a pronoun, a deed or a thing."""
    if noun is None or noun.pos_ not in _CONTENT or noun.ent_type_ in _NOT_AGENTS:
        return None
    if noun.lower_ in _ANYONE:
        return None
    phrase = governed(noun, [part for part in noun.subtree if part != noun and _is_clause(part)])
    words = frozenset(part.lemma_.lower() for part in phrase if part.pos_ in _CONTENT)
    named = [part for part in phrase if part.pos_ == "PROPN" or part.ent_type_ == "NORP"]
    if not (noun.pos_ == "PROPN" or noun.ent_type_ in _LABELS or any(map(_can_act, words))):
        return None
    if any(part.tag_ in ("WDT", "WP", "WP$") for part in noun.children):
        return None
    names = frozenset(part.lemma_.lower() for part in named)
    return Agent(_label(phrase), words, names)


def _label(phrase: list[Token]) -> str:
    """Return the words of a phrase, less punctuation and possessive endings around it."""
    inner = [part for part in phrase if not (part.is_punct or part.tag_ == "POS")]
    return phrase[0].doc[inner[0].i : inner[-1].i + 1].text if inner else phrase[0].text


def meant(pronoun: Token, speaker: Agent | None) -> Agent | None:
    """Return whom a pronoun stands for: "they" the agents named last before it, else the speaker."""
    if pronoun.lower_ not in ("they", "their", "them"):
        return speaker
    before = (token for token in reversed(pronoun.doc[: pronoun.i]) if token.tag_ in ("NNS", "NNPS"))
    named = (agent(noun) for noun in before if noun.dep_ != "compound")
    return next((one for one in named if one is not None), speaker)


def agent_of(source: Source) -> Agent:
    """Return a source as an agent: named by the body that a person belongs to, if one is known."""
    told = named_agent(f"{source.name} {source.organisation or ''} {source.role or ''}".strip())
    return replace(told, label=source.organisation or source.name)


def named_agent(name: str) -> Agent:
    """Return the agent of a phrase that is not parsed: what begins with a capital is part of a name."""
    found = re.findall(r"[\w.'-]+", name)
    names = frozenset(word.lower() for word in found if word[:1].isupper())
    return Agent(name, frozenset(singular(word.lower()) for word in found), names)


def _is_clause(part: Token) -> bool:
    """Tell whether a part of a noun phrase tells of the noun rather than names it."""
    doing = part.dep_ == "prep" and any(child.dep_ == "pcomp" for child in part.children)
    return doing or part.dep_ in _CLAUSES


def _can_act(lemma: str) -> bool:
    known = (group("sides", name) for name in ("state", "opposition", "craft", "bands"))
    human = is_human(lemma) or singular(lemma) in bodies()
    return human or any(lemma in words for words in known) or nation(lemma) is not None


def _apart(these: frozenset[str], those: frozenset[str]) -> bool:
    return bool(these and those) and not these & those
