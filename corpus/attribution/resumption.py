"""The rest of what is said, where the parser has cut it for want of commas."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.relation import Relation
from corpus.attribution.tree import has_commas

_FINITE = ("MD", "VBD", "VBZ", "VBP")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_DANGLING = ("DT", "IN", "PRP$", "EX")
_AIMED = ("by", "at", "outside", "from", "against", "to")
_CLAUSES = ("clause", "nominal", "according")
_PHRASES = ("object", "for")
_LINKS = ("while", "as", "but", "and", "though", "although", "whereas")
_APART = ("advcl", "conj", "cc", "mark")
_TIMES = ("DATE", "TIME")
_OPEN = ("ADP", "PART", "DET", "CCONJ", "SCONJ")


def resumed(relations: Sequence[Relation]) -> list[Relation]:
    """Return one paragraph's relations, each with what it says to the end and no other's source."""
    whole = [_resumed(relation, _others(relation, relations)) for relation in relations]
    kept = [relation for relation in whole if not any(_is_rest_of(relation, other) for other in whole)]
    return [_less_next_source(relation, kept) for relation in kept]


def less_trailing(relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations without who says the whole sentence: "it was gas | the envoy said on Friday"."""
    return [_less_link(_less_trailing(relation, relations)) for relation in relations]


def _less_link(relation: Relation) -> Relation:
    """Drop an "and" that a content ends with: the parser ties it to the clause before it."""
    content = list(relation.content)
    while len(content) > 1 and content[-1].dep_ == "cc" and not has_commas(content[-1]):
        content.pop()
    return relation.with_content(content)


def _others(relation: Relation, relations: Sequence[Relation]) -> set[int]:
    """Return the places of the cues and sources of other relations than this source's."""
    return {
        token.i
        for other in relations
        if other is not relation and other.head != relation.head
        for token in (*other.cue, *other.source)
    }


def _resumed(relation: Relation, others: set[int]) -> Relation:
    last = relation.content[-1]
    rest = list(last.doc[last.i + 1 : last.sent.end])
    ours = [relation.cue[-1], *relation.source[-1:]]
    if not rest or has_commas(last) or any(token.i > last.i for token in ours):
        return relation
    if relation.paragraph.in_speech(last) or not _goes_on(relation, last, rest):
        return relation
    stop = next((token.i for token in rest if _stops(token, relation, others)), rest[-1].i + 1)
    tokens = [token for token in rest if token.i < stop and not (token.is_punct and token == rest[-1])]
    while tokens and (tokens[-1].pos_ in _OPEN or tokens[-1].tag_ == "WDT"):
        tokens.pop()
    return relation.with_content([*relation.content, *tokens])


def _stops(token: Token, relation: Relation, others: set[int]) -> bool:
    aim = any(child.lower_ == "to" for child in token.children)
    apart = token.head in relation.cue and token.dep_ in _APART and not aim
    return token.i in others or token.is_quote or apart


def _goes_on(relation: Relation, last: Token, rest: Sequence[Token]) -> bool:
    """Tell whether the words after a content can only be more of it."""
    first = rest[0]
    if last.tag_ in _DANGLING or first.text == "-" or _inside_name(last, first):
        return True
    if relation.rule in _CLAUSES:
        return _goes_on_as_clause(relation, last, rest)
    if relation.rule in _PHRASES:
        return _goes_on_as_phrase(relation, rest)
    return False


def _inside_name(last: Token, first: Token) -> bool:
    """Tell whether a cut goes through a name: "as chief and Abu Lasen | Tarin as …"."""
    return (
        last.pos_ == first.pos_ == "PROPN" and first.text[:1].isupper() and last.ent_type_ == first.ent_type_
    )


def _goes_on_as_clause(relation: Relation, last: Token, rest: Sequence[Token]) -> bool:
    """Tell whether a predicate is missing: "that trucks stuck on the border | would reach the city"."""
    first = rest[0]
    participle = first if first.pos_ != "ADV" or len(rest) == 1 else rest[1]
    if first.tag_ in _FINITE:
        if relation.rule == "nominal" and relation.cue[0].dep_ != "dobj":
            return False
        return lexicon().verb(first) is None
    return last.tag_ in _NOUNS and participle.tag_ == "VBN" and lexicon().verb(participle) is None


def _goes_on_as_phrase(relation: Relation, rest: Sequence[Token]) -> bool:
    """Tell whether a noun or its "to" is missing: "called for the men | to leave", "… Assads | ouster"."""
    first = rest[0]
    if first.lower_ == "to" and len(rest) > 1 and rest[1].tag_ == "VB":
        return True
    if first.lower_ in (_AIMED if relation.rule == "for" else ("by",)):
        return True
    calls = any(token.lemma_.lower() in ("call", "demand", "request") for token in relation.content[:3])
    if calls and any(word.lower_ == "to" and after.tag_ == "VB" for word, after in pairwise(rest)):
        return True
    return first.tag_ in _NOUNS and first.text.islower() and first.ent_type_ not in _TIMES


def _is_rest_of(relation: Relation, other: Relation) -> bool:
    """Tell whether a verb says but the end of what its noun says: "expressed doubt that it would hold"."""
    if relation is other or other.rule != "nominal" or other.cue[0].head not in relation.cue:
        return False
    inside = {token.i for token in other.content}
    return len(inside) > len(relation.content) and all(token.i in inside for token in relation.content[1:])


def _less_next_source(relation: Relation, relations: Sequence[Relation]) -> Relation:
    """Cut off the speaker of the next verb: "… was lost | while an activist in Orlby said …"."""
    last = relation.content[-1]
    following = next((o for o in relations if o.source and o.cue[0].i == last.i + 1), None)
    if following is None or following is relation or following.source[-1] != last:
        return relation
    first = following.source[0].i
    kept = [token for token in relation.content if token.i < first]
    if not kept or kept[-1].lower_ not in _LINKS:
        return relation
    while kept and (kept[-1].lower_ in _LINKS or kept[-1].is_punct):
        kept.pop()
    return relation.with_content(kept) if kept else relation


def _less_trailing(relation: Relation, relations: Sequence[Relation]) -> Relation:
    places = {token.i for token in relation.content}
    outer = (other for other in relations if other.rule == "trailing" and other is not relation)
    around = next((o for o in outer if o.cue[0].i in places and relation.cue[0] in o.content), None)
    if around is None:
        return relation
    kept = [token for token in relation.content if token.i < around.source[0].i]
    return relation.with_content(kept) if kept else relation
