"""Content that syntax does not tie to its verb: quotations, and attribution trailing a sentence."""

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quotations import Quotation
from corpus.attribution.tree import children, governed

_TRAILING_VERBS = (
    "say",
    "add",
    "report",
    "state",
    "note",
    "announce",
    "tell",
    "explain",
    "claim",
    "warn",
    "confirm",
)
_TRAILERS = ("npadvmod", "advmod", "prep", "dobj", "dative", "prt", "punct", "aux", "neg")
_FEWEST_WORDS = 3


def quoted(paragraph: Paragraph, verb: Token) -> list[Token] | None:
    """Return the long quotation beside a verb: "…," she said; she told us: "…".

    Beside means that no other verb stands between them.
    """
    near = [
        (distance, quotation)
        for quotation in paragraph.quotations
        if paragraph.is_long(quotation)
        and (distance := _words_between(paragraph, quotation, verb)) is not None
    ]
    if not near:
        return None
    return paragraph.tokens_of(min(near, key=lambda pair: pair[0])[1])


def _words_between(paragraph: Paragraph, quotation: Quotation, verb: Token) -> int | None:
    """Count the words between verb and quotation, None where another verb or sentence intervenes."""
    tokens = paragraph.tokens_of(quotation)
    first, last = tokens[0].i, tokens[-1].i
    if verb.i < first:
        between = list(verb.doc[verb.i + 1 : first])
    elif verb.i > last:
        between = list(verb.doc[last + 1 : verb.i])
    else:
        return None
    if any(_is_break(token, verb) for token in between):
        return None
    return len(between)


def _is_break(token: Token, verb: Token) -> bool:
    return token.text in (".", "!", "?") or (
        token.pos_ == "VERB" and token.head != verb and token.dep_ != "acl"
    )


def trailing(verb: Token, head: Token | None) -> list[Token] | None:
    """Return the words before an attribution that ends its sentence: "… a monitor said"."""
    if head is None or head.i > verb.i or verb.lemma_ not in _TRAILING_VERBS or not _ends_sentence(verb):
        return None
    first = head.left_edge.i
    words = [token for token in verb.sent if token.i < first]
    has_verb = any(token.pos_ in ("VERB", "AUX") for token in words)
    return words if has_verb and sum(token.is_alpha for token in words) >= _FEWEST_WORDS else None


def _ends_sentence(verb: Token) -> bool:
    own = {part.i for child in children(verb, *_TRAILERS) for part in governed(child)}
    return all(token.i in own or token.is_punct for token in verb.sent if token.i > verb.i)
