"""Sentences that nobody is quoted for: the outlet's own."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation

_FEWEST_WORDS = 4
_MOSTLY = 0.5


def narrated(paragraph: Paragraph, relations: Sequence[Relation]) -> Iterator[list[Token]]:
    """Yield the paragraph's sentences of which relations with a source cover less than half."""
    covered = {token.i for r in relations if r.head is not None for token in _here(paragraph, r)}
    for sentence in paragraph.doc.sents:
        words = [token for token in sentence if token.is_alpha or token.like_num]
        if len(words) < _FEWEST_WORDS or not any(token.pos_ in ("VERB", "AUX") for token in words):
            continue
        if sum(token.i in covered for token in words) < _MOSTLY * len(words):
            yield list(sentence)


def _here(paragraph: Paragraph, relation: Relation) -> list[Token]:
    """Return a relation's tokens, less a source and cue that stand in an earlier paragraph."""
    beside = [*relation.cue, *relation.source] if relation.attribution is paragraph else []
    return [*relation.content, *beside]
