"""What a filter of relations goes by: the signs of one relation that the rules found."""

from math import log1p

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children, is_main, is_negated
from corpus.resolution.vocabulary import bodies, is_human, singular, words

Features = dict[str, str | float]
"""Categories as words, measures as numbers."""

_FUNCTION = ("SCONJ", "ADP", "PART", "PRON", "DET", "AUX", "CCONJ", "ADV", "PUNCT")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def features(relation: Relation) -> Features:
    """Return the signs by which a relation may be told right or wrong."""
    return {
        "rule": relation.rule,
        "stance": relation.stance.value,
        "confidence": relation.confidence,
        "relays": float(len(relation.relays)),
        "elsewhere": float(relation.cited is not None),
        **_of_cue(relation),
        **_of_source(relation),
        **_of_content(relation),
    }


def _of_cue(relation: Relation) -> Features:
    if not relation.cue:
        return {"cue": "none"}
    cue = next((token for token in reversed(relation.cue) if token.pos_ == "VERB"), relation.cue[0])
    known = lexicon().verb(cue) if cue.pos_ == "VERB" else None
    lemma = cue.lemma_.lower()
    family = known.family if known is not None else "none"
    listed = known is not None and known.governs(relation.rule, is_main(cue))
    return {
        "cue": lemma,
        "rule and cue": f"{relation.rule} {lemma}",
        "rule and family": f"{relation.rule} {family}",
        "listed": f"{relation.rule} {listed}",
        "cue tag": cue.tag_,
        "cue place": cue.dep_,
        "main": float(is_main(cue)),
        "negated": float(is_negated(cue)),
        "modal": float(any(word.tag_ == "MD" for word in children(cue, "aux"))),
        "quoted cue": float(relation.attribution.quotation_of(cue) is not None),
    }


def _of_source(relation: Relation) -> Features:
    head = relation.head
    if head is None:
        return {"source": "none"}
    return {
        "source": head.pos_,
        "source place": head.dep_,
        "source entity": head.ent_type_ or "none",
        "source kind": _kind(head),
        "source word": head.lower_ if head.pos_ in ("PRON", "DET") else "other",
        "source length": log1p(len(relation.source)),
        "source first": float(bool(relation.source and relation.cue) and head.i < relation.cue[0].i),
    }


def _kind(head: Token) -> str:
    noun = singular(head.lower_)
    if head.pos_ in ("PROPN", "PRON"):
        return head.pos_
    if is_human(noun):
        return "human"
    if noun in bodies():
        return "body"
    return "document" if noun in words("document") else "thing"


def _of_content(relation: Relation) -> Features:
    content, paragraph = relation.content, relation.paragraph
    letters = [token for token in content if token.is_alpha]
    quoted = sum(paragraph.quotation_of(token) is not None for token in letters)
    first = next(iter(letters), content[0])
    beside = relation.cited is None and bool(relation.cue)
    return {
        "length": log1p(len(letters)),
        "share quoted": quoted / max(len(letters), 1),
        "begins": first.lower_ if first.pos_ in _FUNCTION else first.pos_,
        "finite": float(any(token.tag_ in _FINITE for token in content)),
        "root": first.sent.root.pos_,
        "after cue": float(beside and content[0].i > relation.cue[-1].i),
        "distance": log1p(abs(content[0].i - relation.cue[-1].i)) if beside else 0.0,
    }
