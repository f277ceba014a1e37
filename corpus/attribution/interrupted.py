"""A quotation that its attribution interrupts: "“It is lost” said Lee “and we saw it fall.”"."""

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation

_LONGEST = 14
_FAMILIES = ("speech", "publication", "denial", "confirmation", "accusation", "prediction", "hedge")
_OPENERS = ("The", "A", "An", "He", "She", "It", "They")
_NO_SOURCE = ("SCONJ", "CCONJ", "ADP", "AUX", "PART", "ADV")


def interrupted(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of "“The city is lost” said Lee “and we saw it fall.”", both halves its content.

    The parser takes the speaker for the subject of the second half where commas are lost.
    """
    near = paragraph.beside(verb)
    if len(near) != len(("before", "after")) or not all(map(paragraph.is_long, near)):
        return None
    before, after = (paragraph.tokens_of(quotation) for quotation in near)
    between = [
        token for token in verb.doc[before[-1].i + 1 : after[0].i] if not token.is_space and token.text != ","
    ]
    if not 1 < len(between) <= _LONGEST or any(token.text in (".", "!", "?", ":") for token in between):
        return None
    if between[0].text in _OPENERS and any(token.text == "." for token in before[-2:]):
        return None  # 'It will be "lost." She added "…"': a sentence of its own
    source = _source(between, verb)
    if not source:
        return None
    inside = {token.i for token in source}
    head = next((token for token in source if token.head.i not in inside), source[-1])
    return Relation(paragraph, "quoted", (verb,), (*before, *after), tuple(source), head)


def _source(between: list[Token], verb: Token) -> list[Token]:
    """Return the words beside a verb of speech that stands between two quotations, if they name somebody."""
    cue = lexicon().verb(verb)
    words = [token for token in between if token != verb]
    if cue is None or cue.family not in _FAMILIES or verb not in (between[0], between[-1]):
        return []
    if not words or any(token.pos_ in ("VERB", "AUX") for token in words) or words[0].pos_ in _NO_SOURCE:
        return []
    return words
