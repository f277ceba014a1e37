"""Attribution by a colon, whatever the verb: "He resisted: …"."""

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quotations import Quotation
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import grammatical_subject
from corpus.attribution.tree import RELATIVES, children, place_before, verb_group

_FARTHEST = 12


def introduced(paragraph: Paragraph) -> list[Relation]:
    """Return relations of quotations after a colon, whatever the verb: "Kasich resisted: …"."""
    found = []
    for quotation in paragraph.quotations:
        tokens = paragraph.tokens_of(quotation)
        colon = place_before(tokens[0]) if tokens else -1
        if colon < 1 or paragraph.doc[colon].text != ":" or not _is_speech(paragraph, quotation):
            continue
        verb = _introducing_verb(paragraph.doc[colon])
        if verb is not None:
            found.append(_introduction(paragraph, verb, tuple(tokens)))
    return [relation for relation in found if relation.head is not None]


def _is_speech(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Tell whether a quotation is long, or ends as a sentence does: … had one message: "Go home."."""
    inner = paragraph.original[quotation.start : quotation.end].rstrip("\"'”’»“")
    return paragraph.is_long(quotation) or inner.endswith((".", "!", "?"))


def introduction(paragraph: Paragraph) -> Relation | None:
    """Return, without content, the attribution of a paragraph that ends in a colon, for the next one."""
    words = [token for token in paragraph.doc[-3:] if not token.is_space]
    if not words or words[-1].text != ":":
        return None
    verb = _introducing_verb(words[-1])
    return None if verb is None else _introduction(paragraph, verb, ())


def _introducing_verb(colon: Token) -> Token | None:
    """Return the main verb before a colon, or the last one with a subject where the parse runs over it."""
    if colon.i == 0:
        return None
    root = colon.nbor(-1).sent.root
    if root.i < colon.i:
        return root if root.pos_ in ("VERB", "AUX") else None
    near = reversed(list(colon.doc[max(colon.i - _FARTHEST, 0) : colon.i]))
    verbs = (token for token in near if token.pos_ in ("VERB", "AUX"))
    return next((verb for verb in verbs if any(map(_may_speak, children(verb, "nsubj")))), None)


def _may_speak(noun: Token) -> bool:
    return noun.tag_ not in RELATIVES and noun.lower_ not in ("it", "there", "this", "that")


def _introduction(paragraph: Paragraph, verb: Token, content: tuple[Token, ...]) -> Relation:
    who = grammatical_subject(verb)
    head, words = (None, ()) if who is None else (who.head, who.words)
    kept = tuple(token for token in content if token not in words)
    return Relation(paragraph, "introduced", tuple(verb_group(verb)), kept, words, head, confidence=0.8)
