"""The rest of what is said, where the parser has cut it for want of commas."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
_LINKS = ("while", "whilst", "as", "but", "and", "though", "although", "whereas")
_PARTING = ("while", "whilst", "although")
_APART = ("advcl", "conj", "cc", "mark")
_CLAUSAL = ("speech", "confirmation", "accusation", "hedge")
_EMBEDDED = ("say", "believe", "claim", "allege")
_LINKED = ("VBG", "VBN", "RB", "IN")
_TIMES = ("DATE", "TIME")
Owners = Mapping[int, Sequence[Relation]]
"""Relations by the places of tokens that are theirs."""

_OPEN = ("ADP", "PART", "DET", "CCONJ", "SCONJ")


def resumed(relations: Sequence[Relation]) -> list[Relation]:
    """Return one paragraph's relations, each with what it says to the end and no other's source."""
    owners: defaultdict[int, list[Relation]] = defaultdict(list)
    for relation in relations:
        aimed = relation.cue[0].tag_ == "TO" and relation.cue[-1].dep_ in ("relcl", "acl", "advcl")
        for token in () if aimed else (*relation.cue, *relation.source):
            owners[token.i].append(relation)
    whole = [_resumed(relation, owners) for relation in relations]
    nouns: defaultdict[int, list[Relation]] = defaultdict(list)
    for relation in whole:
        if relation.rule == "nominal":
            nouns[relation.cue[0].head.i].append(relation)
    kept = [relation for relation in whole if not _is_rest(relation, nouns)]
    following = {relation.cue[0].i: relation for relation in reversed(kept) if relation.source}
    return [_less_next_source(relation, following) for relation in kept]


def less_trailing(relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations without who says the whole sentence: "it was gas | the envoy said on Friday"."""
    ending = [relation for relation in relations if relation.rule == "trailing"]
    return [_less_link(_less_trailing(relation, ending)) for relation in relations]


def _less_link(relation: Relation) -> Relation:
    """Drop an "and" that a content ends with: the parser ties it to the clause before it."""
    content = list(relation.content)
    first = relation.source[0] if relation.source else relation.cue[0]
    touches = content[-1].lower_ == "or" and content[-1].i + 1 == first.i and content[-1].doc is first.doc
    while len(content) > 1 and content[-1].dep_ == "cc" and not touches and not has_commas(content[-1]):
        content.pop()
    place = next((n for n, token in enumerate(content) if n and token.lower_ in _PARTING), len(content))
    cut = not any(token.tag_.startswith("V") or token.tag_ == "MD" for token in content[place:])
    return relation.with_content(content[:place] if cut and not has_commas(content[-1]) else content)


def _resumed(relation: Relation, owners: Owners) -> Relation:
    last = relation.content[-1]
    if last.lower_ == "and" and len(relation.content) > 1 and relation.content[-2].i + 1 == last.i:
        last = relation.content[-2]
    rest = list(last.doc[last.i + 1 : last.sent.end])
    ours = [relation.cue[-1], *relation.source[-1:]]
    if not rest or has_commas(last) or any(token.i > last.i for token in ours):
        return relation
    if relation.paragraph.in_speech(last) or not _goes_on(relation, last, rest):
        return relation
    sure = rest[0].i if last.text == "-" else last.i  # a word that a hyphen cuts goes on
    joins = _joins_part(rest) or _lacks_verb(relation, last, rest[0])
    stops = (token.i for token in rest if token.i > sure and _stops(token, relation, owners, joins))
    stop = next(stops, rest[-1].i + 1)
    tokens = [token for token in rest if token.i < stop and not (token.is_punct and token == rest[-1])]
    while tokens and (tokens[-1].pos_ in _OPEN or tokens[-1].tag_ == "WDT"):
        tokens.pop()
    kept = [token for token in relation.content if token.i <= last.i]
    return relation.with_content([*kept, *tokens])


def _stops(token: Token, relation: Relation, owners: Owners, joins: bool) -> bool:
    aim = any(child.lower_ == "to" for child in token.children)
    apart = token.head in relation.cue and token.dep_ in _APART and not aim and not joins
    others = (owner for owner in owners.get(token.i, ()) if owner.head != relation.head)
    return any(others) or token.is_quote or apart


def _goes_on(relation: Relation, last: Token, rest: Sequence[Token]) -> bool:
    """Tell whether the words after a content can only be more of it."""
    first = rest[0]
    if last.tag_ in _DANGLING or "-" in (first.text, last.text) or _inside_name(last, first):
        return True
    embedded = last.tag_ in ("VBZ", "VBD", "VBP") and last.lemma_ in _EMBEDDED and first.tag_ in _FINITE
    joins = relation.rule in (*_CLAUSES, "infinitive") and _joins_part(rest)
    if embedded or joins or _lacks_verb(relation, last, first):
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


def _lacks_verb(relation: Relation, last: Token, first: Token) -> bool:
    """Tell whether what is wanted ends in a subject: "called on them to ensure help | could be sent"."""
    return relation.rule == "infinitive" and last.tag_ in _NOUNS and first.tag_ == "MD"


def _joins_part(rest: Sequence[Token]) -> bool:
    """Tell whether "and" joins words without a verb of their own: "six were lost | and others hurt"."""
    verbs = any(token.tag_ in _FINITE or token.tag_ == "VB" for token in rest)
    return rest[0].lower_ == "and" and len(rest) > 1 and rest[1].tag_ not in _LINKED and not verbs


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
    if first.tag_ in _FINITE and relation.rule == "object" and _takes_clause(relation):
        return True
    if first.lower_ == "to" and len(rest) > 1 and rest[1].tag_ == "VB":
        return True
    if first.lower_ in (_AIMED if relation.rule == "for" else ("by",)):
        return True
    calls = any(token.lemma_.lower() in ("call", "demand", "request") for token in relation.content[:3])
    if calls and any(word.lower_ == "to" and after.tag_ == "VB" for word, after in pairwise(rest)):
        return True
    return first.tag_ in _NOUNS and first.text.islower() and first.ent_type_ not in _TIMES


def _takes_clause(relation: Relation) -> bool:
    """Tell whether an object is the subject of what is said: "they claim the harbour | wants to grow"."""
    cue = lexicon().verb(relation.cue[-1])
    thing = relation.content[-1]
    clausal = cue is not None and cue.family in _CLAUSAL and "clause" in cue.frames
    return clausal and relation.cue[-1].i < relation.content[0].i and thing.tag_ in _NOUNS


def _is_rest(relation: Relation, nouns: Owners) -> bool:
    """Tell whether a verb says but the end of what its noun says: "expressed doubt that it would hold"."""
    others = (other for token in relation.cue for other in nouns.get(token.i, ()) if other is not relation)
    for inside in ({token.i for token in other.content} for other in others):
        if len(inside) > len(relation.content) and all(token.i in inside for token in relation.content[1:]):
            return True
    return False


def _less_next_source(relation: Relation, by_cue: Mapping[int, Relation]) -> Relation:
    """Cut off the speaker of the next verb: "… was lost | while an activist in Orlby said …"."""
    last = relation.content[-1]
    following = by_cue.get(last.i + 1)
    if following is None or following.source[-1] != last:
        following = by_cue.get(last.i)  # "… was lost | while Harbour Watch reported"
    if following is None or following is relation or following.source[-1].i not in (last.i, last.i - 1):
        return relation
    first = following.source[0].i
    kept = [token for token in relation.content if token.i < first]
    if not kept or kept[-1].lower_ not in _LINKS:
        return relation
    while kept and (kept[-1].lower_ in _LINKS or kept[-1].is_punct):
        kept.pop()
    return relation.with_content(kept) if kept else relation


def _less_trailing(relation: Relation, ending: Sequence[Relation]) -> Relation:
    first, last = relation.content[0].i, relation.content[-1].i
    outer = [other for other in ending if first <= other.cue[0].i <= last and other is not relation]
    places = {token.i for token in relation.content} if outer else set()
    around = next((o for o in outer if o.cue[0].i in places and relation.cue[0] in o.content), None)
    if around is None:
        return relation
    kept = [token for token in relation.content if token.i < around.source[0].i]
    return relation.with_content(kept) if kept else relation
