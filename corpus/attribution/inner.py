"""Another's attribution at the end of what is said: "they found that it leaked | said its chief Ann Lee"."""

from spacy.tokens import Token

from corpus.attribution.offices import office_at_end
from corpus.attribution.relation import Relation
from corpus.attribution.touching import touching
from corpus.attribution.tree import children, governed, has_commas

_SAYING = ("say", "tell", "add")
_TENSES = ("VBD", "VBZ")
_AFTER = ("npadvmod", "advmod", "prep", "dobj", "dative", "punct")
_FEWEST_WORDS = 4


def less_inner(relation: Relation) -> Relation:
    """Return a relation of a sentence without commas, less another's attribution that ends it."""
    content = relation.content
    if not content or relation.cue[-1].i > content[0].i or relation.cue[-1].doc is not content[0].doc:
        return relation
    verb = next((token for token in reversed(content) if token.lemma_ in _SAYING), None)
    if verb is None or verb.tag_ not in _TENSES or has_commas(verb) or verb.dep_ in ("relcl", "advcl"):
        return relation
    if any(token.is_quote for token in content):
        return relation
    start = _start(relation, verb)
    kept = [token for token in content if token.i < start]
    if start == verb.i + 1 or sum(token.is_alpha for token in kept) < _FEWEST_WORDS:
        return relation
    return relation.with_content(kept[: len(kept) - len(office_at_end(kept))])


def _start(relation: Relation, verb: Token) -> int:
    """Return where the attribution of a verb begins, after the verb where it does not end the content."""
    subjects = children(verb, "nsubj")
    after = [token for token in relation.content if token.i > verb.i]
    if subjects and subjects[0].i > verb.i and subjects[0].left_edge.i == verb.i + 1:
        rest = {part.i for noun in subjects for part in governed(noun)}
        return verb.i if _are_beside(after, verb, rest) else verb.i + 1
    phrase = touching(verb)
    if not phrase or phrase[0].i <= relation.content[0].i or not _are_beside(after, verb, set()):
        return verb.i + 1
    before = phrase[0].nbor(-1)
    return verb.i + 1 if before.pos_ in ("SCONJ", "CCONJ", "ADP", "PRON") else phrase[0].i


def _are_beside(after: list[Token], verb: Token, subject: set[int]) -> bool:
    """Tell whether the words after a verb say only who spoke, when, where and to whom."""
    beside = {part.i for child in children(verb, *_AFTER) for part in governed(child)} | subject
    return all(token.i in beside for token in after)
