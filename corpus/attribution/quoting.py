"""One who is quoted by another: "the agency quoted an official as saying …"."""

from spacy.tokens import Token

from corpus.attribution.frames import clause
from corpus.attribution.lexicon import lexicon
from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.speech import quoted
from corpus.attribution.subjects import grammatical_subject
from corpus.attribution.touching import touching
from corpus.attribution.tree import children, governed, less, verb_group


def quoted_as_saying(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of "the agency quoted an official as saying …": the official speaks.

    Whoever quotes, also in "was quoted by the agency as saying", relays it.
    """
    speakers = children(verb, "dobj", "nsubjpass")
    for phrase in children(verb, "prep"):
        for saying in children(phrase, "pcomp"):
            inner = lexicon().verb(saying)
            content = _content(paragraph, verb, phrase, saying)
            if phrase.lower_ != "as" or inner is None or not speakers or not content:
                continue
            relay = grammatical_subject(verb)
            return Relation(
                paragraph,
                "relayed",
                (*verb_group(verb), phrase, saying),
                less(content, [saying], speakers[0]),
                mention(speakers[0], verb),
                speakers[0],
                () if relay is None else (relay.head,),
                inner.stance,
            )
    return None


def _content(paragraph: Paragraph, verb: Token, phrase: Token, saying: Token) -> list[Token]:
    said = clause(saying)
    if said:
        return said
    dropped = {token.i for token in governed(phrase)}
    before = _before(verb, phrase)
    if before:
        return before
    return [token for token in clause(verb) or quoted(paragraph, verb) or [] if token.i not in dropped]


def _before(verb: Token, phrase: Token) -> list[Token]:
    """Return what stands before "the agency quoted a medic as saying" where that ends the sentence."""
    relay = grammatical_subject(verb)
    ends = not any(token.is_alpha for token in verb.sent if token.i > phrase.right_edge.i)
    if relay is None or not ends or relay.head.i > verb.i:
        return []
    close = touching(verb)
    start = close[0].i if close else relay.head.left_edge.i
    before = [token for token in verb.sent if token.i < start]
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in before)
    opens = bool(before) and before[-1].pos_ in ("ADP", "SCONJ", "CCONJ")
    return before if finite and not opens and not any(token.is_quote for token in before) else []
