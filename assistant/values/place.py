"""Places: where something happened."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.names import mentions_any
from assistant.question import Question
from assistant.values.comparison import Difference
from assistant.vocabulary import family, group
from corpus.attribution.tree import children, governed

_PREPOSITIONS = frozenset(
    "in at on near inside outside off under above between beside by to behind opposite around over".split()
)
_WEAKER = ("from", "into", "through", "along", "across", "of")
_REACHING = ("cross", "reach", "enter", "hit", "strike", "leave", "target", "visit")
_NOT_PLACES = ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY")
_NAMED_PLACES = ("GPE", "LOC", "FAC")
_TO_THINGS = ("by", "to", "of")
_TO_PEOPLE = ("by", "to", "of", "from", "behind")
_CLAUSES = ("relcl", "acl")
_GENERIC = frozenset(
    ["place", "area", "part", "side", "way", "case", "addition", "time", "north", "south", "al", "el"]
)


@dataclass(frozen=True, slots=True)
class Place:
    """The place that a statement gives; `words` are the lemmas of its phrase."""

    label: str
    words: frozenset[str]

    def differs(self, other: "Place") -> Difference | None:
        """Places differ where their names share no word."""
        return None if self.words & other.words else Difference(Relation.CONTRADICTS, Cause.PLACE)


def place(doc: Doc, question: Question, *, loose: bool = True) -> Place | None:
    """Return where, by the text, that happens which a question asks about.

    It is a place phrase that the question does not itself contain: one that holds the noun picked
    from ("which mosque") before one that hangs on the verb asked about, before, where `loose`, any other.
    """
    deeds = frozenset().union(*(family(deed) for deed in (question.deed or "happen", *question.things)))
    known = " ".join(question.names).split()
    found = [one for one in _phrases(doc) if not mentions_any(one[1].text, known)]
    picked = [
        one for one in found if question.unit in _words(one[1]) and not _is_beside(one[1], question.unit)
    ]
    found = picked if question.unit else found
    if not found:
        return None
    phrase, noun = max(found, key=lambda one: _rank(one[0], deeds))
    if not (loose or picked or _rank(phrase, deeds)[0]):
        return None
    if question.unit:
        words = _words(noun, before=True) - {question.unit} or _words(noun) - {question.unit}
        if not words:
            return None  # "at a hospital" does not tell which
    else:
        words = frozenset().union(*(_words(other) for _, other in found if other.sent == noun.sent))
    return Place(doc[phrase.i : noun.i + 1].text, words or _words(noun))


def _is_beside(noun: Token, unit: str) -> bool:
    """Tell whether the noun picked from only stands before another: the school in "a school trip"."""
    common = noun.pos_ == "NOUN" and noun.lemma_.lower() != unit
    return common and any(part.lemma_.lower() == unit for part in children(noun, "compound", "amod"))


def _phrases(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield place phrases: where each begins, and the noun that heads it."""
    for token in doc:
        if token.dep_ == "prep" and token.lower_ in _PREPOSITIONS.union(_WEAKER):
            yield from ((token, noun) for noun in _ends(token) if _is_place(noun))
        elif token.lemma_.lower() in _REACHING:
            yield from ((noun, noun) for noun in children(token, "dobj") if _is_place(noun))


def _ends(preposition: Token) -> list[Token]:
    """Return the nouns of a preposition: "next to the mill", "in front of the hall"."""
    nouns = children(preposition, "pobj")
    inner = [noun for prep in children(preposition, "prep") for noun in children(prep, "pobj")]
    return nouns or inner


def _is_place(noun: Token) -> bool:
    if (
        noun.lemma_ == "name"
        or noun.ent_type_ in _NOT_PLACES
        or noun.pos_ not in ("NOUN", "PROPN")
        or not _words(noun)
    ):
        return False
    sites = group("places", "sites") | group("places", "nouns")
    if noun.head.lower_ in _TO_PEOPLE and noun.ent_type_ in ("PERSON", "NORP"):
        return False
    if noun.pos_ == "PROPN":
        return noun.head.lower_ != "of" or noun.ent_type_ in _NAMED_PLACES
    pointed = noun.left_edge.i < noun.i or noun.tag_ == "NNS"  # not "in agony", "in combat"
    return bool(_words(noun) & sites) or (pointed and noun.head.lower_ not in _TO_THINGS)


def _words(noun: Token, *, before: bool = False) -> frozenset[str]:
    """Return the lemmas of a place phrase, or only those up to its head."""
    phrase = governed(noun, [part for part in noun.subtree if part != noun and part.dep_ in _CLAUSES])
    named = (part for part in phrase if part.pos_ in ("NOUN", "PROPN") and not (before and part.i > noun.i))
    return frozenset(part.lemma_.lower() for part in named) - _GENERIC


def _rank(phrase: Token, deeds: frozenset[str]) -> tuple[bool, bool, int]:
    """Rank phrases: those that hang on the deed, then those that tell where rather than whence, lead."""
    tied = any(part.lemma_.lower() in deeds for part in list(phrase.ancestors)[:3])
    return tied, phrase.lower_ in _PREPOSITIONS, -phrase.i
