"""Who did it: the actor of the deed that a question asks about."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.values.comparison import Difference
from assistant.vocabulary import family
from corpus.attribution.tree import children, governed, subject

_BLAMING = ("blame", "accuse", "charge", "fault")


@dataclass(frozen=True, slots=True)
class Actor:
    """The actor that a statement names; `words` are the lemmas of the phrase."""

    label: str
    words: frozenset[str]

    def differs(self, other: "Actor") -> Difference | None:
        """Actors differ where their names share no word."""
        return None if self.words & other.words else Difference(Relation.CONTRADICTS, Cause.ACTOR)


def actor(doc: Doc, terms: tuple[str, ...]) -> Actor | None:
    """Return who does, by the text, what one of `terms` names; None where it does not say."""
    deeds = frozenset().union(*(family(term) for term in terms)) if terms else frozenset()
    for noun in _actors(doc, deeds):
        phrase = governed(noun, [part for part in noun.subtree if part.dep_ in ("relcl", "acl", "appos")])
        words = frozenset(part.lemma_.lower() for part in phrase if part.pos_ in ("NOUN", "PROPN"))
        if words:
            return Actor(doc[phrase[0].i : phrase[-1].i + 1].text, words)
    return None


def _actors(doc: Doc, deeds: frozenset[str]) -> Iterator[Token]:
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if verb.lemma_ in _BLAMING:
            yield from children(verb, "dobj", "nsubjpass")
        elif verb.lemma_.lower() in deeds:
            found = subject(verb)
            if found is not None and found.pos_ != "PRON":
                yield found
