"""Attribution by a noun: "the minister's claim that …"."""

from spacy.tokens import Token

from corpus.attribution.frames import PREPOSITIONS
from corpus.attribution.lexicon import Cue, lexicon
from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import subject
from corpus.attribution.tree import children, governed

_MAKING = frozenset(
    "make have express voice repeat offer hold raise issue deliver give launch share take file announce"
    " release draft reiterate restate push advance present outline unveil float".split()
)


def nominal(paragraph: Paragraph, noun: Token) -> Relation | None:
    """Return the relation of "the minister's claim that …", "a denial of …"."""
    cue = lexicon().nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    content = _noun_content(noun, cue) if cue is not None else None
    if cue is None or content is None:
        return None
    head = _owner(noun)
    if head is None:
        return None
    words = mention(head, noun)
    kept = tuple(token for token in content if token not in words)
    return Relation(paragraph, "nominal", (noun,), kept, words, head, stance=cue.stance, confidence=0.8)


def _noun_content(noun: Token, cue: Cue) -> list[Token] | None:
    clauses = children(noun, "acl", "ccomp", "relcl")
    for root in clauses:
        if "that" in cue.frames and any(mark.lower_ == "that" for mark in children(root, "mark")):
            return governed(root)
        if "to" in cue.frames and any(mark.lower_ == "to" for mark in children(root, "aux")):
            return governed(root)
    for phrase in children(noun, "prep"):
        if phrase.lower_ in cue.frames and phrase.lower_ in PREPOSITIONS:
            return governed(phrase)
    return None


def _owner(noun: Token) -> Token | None:
    owners = children(noun, "poss")
    if owners and owners[0].pos_ == "PRON" and (maker := _maker(noun)) is not None:
        return maker
    for phrase in children(noun, "prep", "agent"):
        if phrase.lower_ in ("by", "from"):
            owners += children(phrase, "pobj")
    if owners:
        return owners[0]
    return _maker(noun)


def _maker(noun: Token) -> Token | None:
    """Return who makes "a promise to …": the subject of the verb that holds it, or of "with", "in"."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in _MAKING:
        return subject(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "in") and noun.head.head.pos_ == "VERB":
        return subject(noun.head.head)
    return None
