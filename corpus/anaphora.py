"""What "the village" and "it" stand for: names that a statement means and does not spell out."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.tree import children
from corpus.resolution.description import describe

_LINKS = ("of",)


class Antecedents:
    """The names that common nouns of an article have been given: "village" → "Minian"."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[int, str]] = {}

    def read(self, paragraph: Paragraph) -> None:
        """Take note of a paragraph's names that come with a common noun: the village of X, X, a village."""
        for token in paragraph.doc:
            if token.pos_ == "NOUN":
                name = _name_of(paragraph, token)
                if name:
                    self._names[token.lemma_.lower()] = (paragraph.start + token.idx, name)

    def referents(self, paragraph: Paragraph, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Return the names that bare definite nouns among `tokens` stand for, each once."""
        found = dict.fromkeys(
            self._names[token.lemma_.lower()][1]
            for token in tokens
            if _is_bare_definite(token)
            and token.lemma_.lower() in self._names
            and self._names[token.lemma_.lower()][0] < paragraph.start + token.idx
        )
        return tuple(found)


def _name_of(paragraph: Paragraph, noun: Token) -> str:
    for phrase in children(noun, "prep"):
        if phrase.lower_ in _LINKS:
            for thing in children(phrase, "pobj"):
                if thing.pos_ == "PROPN":
                    return describe(paragraph, thing).name
    parts = [token for token in children(noun, "nummod", "compound", "appos") if _is_named(token)]
    if any(token.pos_ != "NUM" for token in parts) and noun.i - parts[-1].i == 1:
        return _compound_name(paragraph, parts)
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return describe(paragraph, noun.head).name
    return describe(paragraph, parts[-1]).name if parts else ""


def _is_named(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.like_num


def _compound_name(paragraph: Paragraph, parts: Sequence[Token]) -> str:
    return paragraph.words(parts)


def _is_bare_definite(token: Token) -> bool:
    if token.pos_ != "NOUN":
        return False
    left = [child for child in token.children if child.i < token.i]
    return len(left) == 1 and left[0].lower_ in ("the", "this", "that")
