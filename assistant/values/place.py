"""Places: where something happened."""

from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.answer import Cause, Relation
from assistant.names import mentions_any
from assistant.values.comparison import Difference
from assistant.vocabulary import family
from corpus.attribution.tree import children, governed

_PREPOSITIONS = ("in", "at", "on", "near", "inside", "outside", "off", "under", "above", "between")
_TIMES = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Place:
    """The place that a statement gives; `words` are the lemmas of its phrase."""

    label: str
    words: frozenset[str]

    def differs(self, other: "Place") -> Difference | None:
        """Places differ where their names share no word."""
        return None if self.words & other.words else Difference(Relation.CONTRADICTS, Cause.PLACE)


def place(doc: Doc, deeds: tuple[str, ...], names: tuple[str, ...]) -> Place | None:
    """Return where, by the text, happen `deeds` (lemmas); places the question names do not count."""
    words = frozenset().union(*(family(deed) for deed in deeds)) if deeds else frozenset()
    for verb in doc:
        if verb.lemma_.lower() not in words:
            continue
        for phrase in children(verb, "prep"):
            for noun in children(phrase, "pobj"):
                phrase_words = frozenset(
                    part.lemma_.lower() for part in governed(noun) if part.pos_ in ("NOUN", "PROPN")
                )
                timed = noun.ent_type_ in _TIMES or not phrase_words
                if phrase.lower_ in _PREPOSITIONS and not timed and not mentions_any(noun.text, names):
                    return Place(doc[phrase.i : noun.i + 1].text, phrase_words)
    return None
