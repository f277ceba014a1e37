"""Places: where something happened."""

from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.answer import Cause, Relation
from assistant.names import mentions_any
from assistant.values.comparison import Difference
from assistant.vocabulary import family
from corpus.attribution.tree import children, governed

_PREPOSITIONS = ("in", "at", "on", "near", "from", "inside", "outside", "off", "under", "above", "between")
_TIMES = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Place:
    """The place that a statement gives; `words` are the lemmas of its phrase."""

    label: str
    words: frozenset[str]

    def differs(self, other: "Place") -> Difference | None:
        """Places differ where their names share no word."""
        return None if self.words & other.words else Difference(Relation.CONTRADICTS, Cause.PLACE)


def place(doc: Doc, terms: tuple[str, ...], names: tuple[str, ...]) -> Place | None:
    """Return where, by the text, happens what `terms` name; places the question names do not count."""
    deeds = frozenset().union(*(family(term) for term in terms)) if terms else frozenset()
    for verb in doc:
        if verb.lemma_.lower() not in deeds:
            continue
        for phrase in children(verb, "prep"):
            for noun in children(phrase, "pobj"):
                words = frozenset(
                    part.lemma_.lower() for part in governed(noun) if part.pos_ in ("NOUN", "PROPN")
                )
                timed = noun.ent_type_ in _TIMES or not words
                if phrase.lower_ in _PREPOSITIONS and not timed and not mentions_any(noun.text, names):
                    return Place(doc[phrase.i : noun.i + 1].text, words)
    return None
