"""Ends of a sentence that are not what its source says: whom else it cites, what the writer thinks of it."""

from spacy.tokens import Token

from corpus.attribution.relation import Relation
from corpus.attribution.tree import has_commas
from corpus.resolution.vocabulary import is_known, singular

_CITING = ("citing", "quoting")
_RELATIVES = ("which", "that", "what")
_MODALS = ("would", "could", "might", "may", "will")
_FEWEST_WORDS = 2
_FARTHEST = 6


def less_asides(relation: Relation) -> Relation:
    """Return a relation without what its sentence ends with on its own account.

    "The agency reported six deaths | citing a statement", "… a plan | which if successful would be a first".
    """
    for place, token in enumerate(relation.content):
        if place < _FEWEST_WORDS or token.i < relation.cue[-1].i or relation.paragraph.quotation_of(token):
            continue
        if _cites(token) or _weighs(token):
            kept = place - (relation.content[place - 1].pos_ in ("ADP", "PUNCT"))
            return relation.with_content(list(relation.content[:kept]))
    return relation


def _cites(word: Token) -> bool:
    """Tell whether a participle names another source, where no comma parts it from what is said."""
    if word.lower_ not in _CITING or has_commas(word):
        return False
    cited = word.doc[word.i + 1 : min(word.i + _FARTHEST, word.sent.end)]
    return any(is_known(singular(token.lower_)) or token.pos_ == "PROPN" for token in cited)


def _weighs(word: Token) -> bool:
    """Tell whether a clause is the writer's "which, if successful, would be …"."""
    following = word.doc[word.i + 1 : min(word.i + _FARTHEST + 2, word.sent.end)]
    rest = [token.lower_ for token in following if token.text != ","]
    if word.lower_ not in _RELATIVES or not rest:
        return False
    first = rest[1:2] if rest[0] in _MODALS else rest[:1]
    return first == ["if"] and any(modal in rest for modal in _MODALS)
