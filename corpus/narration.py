"""Sentences that nobody is quoted for: the outlet's own."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation

_FEWEST_WORDS = 4
_MOSTLY = 0.5


def narrated(paragraph: Paragraph, relations: Sequence[Relation]) -> Iterator[list[Token]]:
    """Yield the paragraph's sentences of which relations cover less than half."""
    covered = {token.i for r in relations for token in (*r.content, *r.cue, *r.source)}
    for sentence in paragraph.doc.sents:
        words = [token for token in sentence if token.is_alpha or token.like_num]
        if len(words) < _FEWEST_WORDS or not any(token.pos_ in ("VERB", "AUX") for token in words):
            continue
        if sum(token.i in covered for token in words) < _MOSTLY * len(words):
            yield list(sentence)
