"""Yes or no: whether a statement affirms what is asked."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.values.comparison import Difference
from assistant.vocabulary import family, opposites
from corpus.statement import Stance

_LONGEST_LABEL = 12
_NEGATIONS = ("no", "none", "nobody", "nothing", "never", "neither")
_PREDICATES = ("acomp", "attr", "xcomp", "dobj", "oprd")
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
    negated = any(_is_negated(token) for token in _anchors(doc, deed))
    negated |= any(token.lower_ in _NEGATIONS for token in doc[:6])
    negated |= any(token.lemma_.lower() in opposites(deed) for token in doc)
    return Polarity(shortened(doc.text), affirms=(stance is Stance.DENIES) == negated)


def _anchors(doc: Doc, deed: str) -> list[Token]:
    """Return the words for what is asked, else the main verb of the first sentence."""
    named = [token for token in doc if deed and token.lemma_.lower() in family(deed)]
    return named[:1] or [sentence.root for sentence in doc.sents][:1]


def _is_negated(anchor: Token) -> bool:
    """Tell whether a verb, or the one whose predicate a word is, is negated or denies."""
    verbs = [anchor, anchor.head] if anchor.dep_ in _PREDICATES else [anchor]
    denied = any(verb.lemma_ in _DENYING for verb in [*verbs, anchor.head])
    return denied or any(child.dep_ == "neg" for verb in verbs for child in verb.children)


def shortened(text: str) -> str:
    """Return the first words of a text, a dot run after them where there are more."""
    words = text.strip("\"'“”‘’ ,.").split()
    short = " ".join(words[:_LONGEST_LABEL])
    return short if len(words) <= _LONGEST_LABEL else f"{short} …"
