"""A second speaker after "while" or "but", in a sentence whose commas are lost."""

from spacy.tokens import Token

from corpus.attribution.tree import children, has_commas
from corpus.resolution.vocabulary import bodies, is_human, singular

_LINKS = ("while", "but", "whereas", "although")
_PHRASE = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PUNCT")
_LONGEST = 16


def after_link(verb: Token) -> list[Token]:
    """Return the phrase between "while" or "but" and a verb that the parser gave another's subject.

    "The mayor said it held while a medic in the town of Varn | said it fell": a medic speaks.
    """
    if verb.dep_ != "conj" or children(verb, "nsubj", "nsubjpass", "aux") or has_commas(verb):
        return []
    phrase: list[Token] = []
    for token in reversed(list(verb.doc[max(verb.i - _LONGEST, verb.sent.start) : verb.i])):
        if token.lower_ in _LINKS:
            return phrase if phrase and _speaks(phrase) else []
        if token.pos_ not in _PHRASE and token.lower_ != "and":
            return []
        phrase.insert(0, token)
    return []


def _speaks(phrase: list[Token]) -> bool:
    """Tell whether a phrase names somebody before its first preposition."""
    end = next((place for place, token in enumerate(phrase) if token.pos_ == "ADP"), len(phrase))
    nouns = [singular(token.lower_) for token in phrase[:end] if token.pos_ in ("NOUN", "PROPN")]
    return any(is_human(noun) or noun in bodies() for noun in nouns)
