"""The reporter's own words at the end of what is said: "… but gave no toll", "… which the port denies"."""

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children

_TELLING = ("give", "have", "provide", "offer", "cite")
_DETAILS = ("toll", "detail", "figure", "number", "breakdown", "information", "evidence", "comment", "name")
_WITHHELD = ("elaborate", "specify", "identify", "comment", "explain", "say")
_NEGATING = ("no", "further", "few", "more")
_FEWEST_WORDS = 3


def less_comments(relation: Relation) -> Relation:
    """Return a relation without what its outlet, not its source, says at the end."""
    places = [place for place, token in enumerate(relation.content) if _is_comment(token, relation)]
    kept = list(relation.content[: places[-1]]) if places else []
    return relation.with_content(kept) if sum(token.is_alpha for token in kept) >= _FEWEST_WORDS else relation


def _is_comment(token: Token, relation: Relation) -> bool:
    if relation.cue[0].doc is not token.doc or token.i < relation.cue[-1].i:
        return False
    if relation.paragraph.in_speech(token):
        return False
    return _withholds(token) or _is_denied(token) or _sets_scene(token)


def _withholds(link: Token) -> bool:
    """Tell whether "but" begins what a source does not tell: "but had no toll", "but did not elaborate"."""
    verbs = [verb for verb in link.head.conjuncts if verb.i > link.i] if link.lower_ == "but" else []
    if link.dep_ != "cc" or not verbs or children(verbs[0], "nsubj", "nsubjpass"):
        return False
    verb = verbs[0]
    if verb.lemma_ in _WITHHELD:
        return bool(children(verb, "neg"))
    things = children(verb, "dobj") if verb.lemma_ in _TELLING else []
    denied = bool(children(verb, "neg")) or any(
        word.lower_ in _NEGATING for thing in things for word in thing.lefts
    )
    return denied and any(thing.lemma_.lower() in _DETAILS for thing in things)


def _sets_scene(link: Token) -> bool:
    """Tell whether a clause says where somebody spoke: "… while addressing the council"."""
    following = link.nbor(1) if link.i + 1 < len(link.doc) else link
    return link.lower_ == "while" and following.lower_ in ("speaking", "talking", "addressing")


def _is_denied(relative: Token) -> bool:
    """Tell whether a relative clause gives the denial of others: "… which the rebels deny"."""
    verb = relative.head
    cue = lexicon().verb(verb) if relative.lower_ == "which" and verb.pos_ == "VERB" else None
    others = [noun for noun in children(verb, "nsubj") if noun.pos_ in ("NOUN", "PROPN")]
    denies = cue is not None and cue.family == "denial" and bool(others) and relative.dep_ == "dobj"
    return denies and all(token.is_punct for token in verb.doc[verb.right_edge.i + 1 : verb.sent.end])
