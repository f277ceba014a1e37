"""Quotations whose lead the parser has misread: He stepped in to say: "…"; Lee agreed. "…"."""

from collections.abc import Sequence

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.speakers import speaking_subject
from corpus.attribution.tree import children, verb_group

_FAMILIES = ("speech", "publication")
_FARTHEST = 8
_MOSTLY = 0.5
_WRITINGS = ("statement", "letter", "email", "e-mail", "post", "message", "tweet", "interview")
_BYSTANDERS = ("you", "i", "we")
_TURNS = (
    "agree disagree concur interrupt interject reply respond continue explain elaborate recall joke counter"
    " cut object"
).split()
_LONGEST_TURN = 12
_READ = ("read", "post", "interject", "email", "sing", "chant", "shout", "joke")


def with_leads(paragraph: Paragraph, relations: Sequence[Relation]) -> list[Relation]:
    """Return a paragraph's relations with those of quotations that only the words before them attribute.

    Who speaks may stay unknown: "Added, “…”" has a cue and no source.
    """
    found = list(relations)
    covered = {token.i for relation in found for token in relation.content}
    used = {token.i for relation in found for token in relation.cue}
    for quotation in paragraph.quotations:
        tokens = paragraph.tokens_of(quotation)
        if not tokens or sum(token.i in covered for token in tokens) > _MOSTLY * len(tokens):
            continue
        is_long = paragraph.is_long(quotation)
        verb = _leading_verb(paragraph, tokens[0]) if is_long else _touching_verb(tokens[0])
        verb = verb or (_verb_of_sentence_before(tokens) if is_long else None)
        if verb is not None and verb.i not in used:
            found.append(_led(paragraph, verb, tokens))
    return found


def _leading_verb(paragraph: Paragraph, first: Token) -> Token | None:
    """Return the verb of speech shortly before a quotation, which a comma or a colon announces."""
    before = [token for token in first.doc[max(first.i - _FARTHEST - 2, 0) : first.i] if not token.is_space]
    if len(before) < 2 or not _announces(before[-1], before[-2]):
        return None
    for token in reversed(before[:-1]):
        if token.text in (".", "!", "?", ";", ":") or paragraph.quotation_of(token) is not None:
            return None
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN" and _is_speech(token):
            return token
    return None


def _touching_verb(first: Token) -> Token | None:
    """Return the verb of speech right before a short quotation: signs that read "No war"."""
    place = first.i - 1
    while place > 0 and first.doc[place].text in (",", ":"):
        place -= 1
    verb = first.doc[max(place, 0)]
    return verb if verb.pos_ == "VERB" and _is_speech(verb) else None


def _verb_of_sentence_before(tokens: Sequence[Token]) -> Token | None:
    """Return the verb of "Her husband agreed.", a short sentence before a quotation that fills its own."""
    first = tokens[0]
    if first.i == 0 or first.nbor(-1).text != "." or not first.is_sent_start:
        return None
    before = first.nbor(-1).sent
    verb = before.root
    inner = [token for token in tokens[-2:] if not token.is_quote]
    closed = bool(inner) and inner[-1].text in (".", "!", "?")
    says_more = children(verb, "ccomp", "xcomp", "advcl", "conj", "attr")
    if not closed or says_more or verb.lemma_ not in _TURNS or len(before) > _LONGEST_TURN:
        return None
    return verb


def _announces(mark: Token, word: Token) -> bool:
    return mark.text in (",", ":") or (mark.text == "." and word.lower_ in _WRITINGS)


def _is_speech(verb: Token) -> bool:
    """Tell whether a verb gives another's words; "and I quote" and "if you tell them" do not."""
    cue = lexicon().verb(verb)
    if any(word.lower_ in _BYSTANDERS for word in children(verb, "nsubj")):
        return False
    speech = cue is not None and cue.family in _FAMILIES and "clause" in cue.frames
    return speech or verb.lemma_ in _READ


def _led(paragraph: Paragraph, verb: Token, tokens: Sequence[Token]) -> Relation:
    who = speaking_subject(paragraph, verb)
    taken = {token.i for token in tokens} | {verb.i}
    words = () if who is None or any(token.i in taken for token in who.words) else who.words
    head = who.head if who is not None and words else None
    return Relation(paragraph, "led", tuple(verb_group(verb)), tuple(tokens), words, head, confidence=0.7)
