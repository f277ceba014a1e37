"""Yes or no: whether a statement affirms what is asked."""

from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.answer import Cause, Relation
from assistant.values.comparison import Difference
from assistant.vocabulary import opposites
from corpus.statement import Stance

_LONGEST_LABEL = 12
_DENYING = ("deny", "reject", "refute", "dispute", "dismiss")


@dataclass(frozen=True, slots=True)
class Polarity:
    """An affirmation or a denial, in the words of the statement."""

    label: str
    affirms: bool

    def differs(self, other: "Polarity") -> Difference | None:
        """An affirmation and a denial of the same differ."""
        return None if self.affirms == other.affirms else Difference(Relation.DISPUTES, Cause.DENIAL)


def polarity(doc: Doc, stance: Stance, deed: str = "") -> Polarity:
    """Return whether a statement affirms what is asked, the verb of which is `deed`.

    It does unless its source denies it, its main verb is negated, or it says the contrary.
    """
    roots = [sentence.root for sentence in doc.sents]
    negated = any(child.dep_ == "neg" for root in roots[:1] for child in root.children)
    negated |= any(token.lower_ in ("no", "none", "nobody", "neither") for token in doc[:6])
    negated |= any(root.lemma_ in _DENYING for root in roots[:1])
    negated |= any(token.lemma_.lower() in opposites(deed) for token in doc)
    return Polarity(shortened(doc.text), affirms=(stance is Stance.DENIES) == negated)


def shortened(text: str) -> str:
    """Return the first words of a text, a dot run after them where there are more."""
    words = text.strip("\"'“”‘’ ,.").split()
    short = " ".join(words[:_LONGEST_LABEL])
    return short if len(words) <= _LONGEST_LABEL else f"{short} …"
