"""Negation: whether what a word says holds by the text, does not, or is left open."""

from enum import StrEnum

from spacy.tokens import Doc, Token

from assistant.vocabulary import group
from corpus.attribution.tree import children

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_COMPLEMENTS = ("ccomp", "csubj", "csubjpass")
_ASIDES = ("relcl", "appos", "parataxis")
_MOST_SENTENCES = 4
_RAISING = ("be", "happen", "believe", "think", "bring", "let", "allow")
"""Verbs whose negation is one of what they lead to: "could not bring himself to leave"."""


class Standing(StrEnum):
    """What a text says of something."""

    HOLDS = "holds"
    NOT = "not"
    OPEN = "open"


def standing(token: Token) -> Standing:
    """Return whether what `token` says holds, by the words that govern it.

    Each negation, "no", word of failing ("failed to") or of falsehood ("a hoax that") on the way up
    to the main verb turns it over; a word of doubt ("unclear whether") leaves it open.
    """
    negated = is_negated(token)
    current = token
    while current.head != current and current.dep_ not in _ASIDES:
        head = current.head
        if _is_unreached(current) or _is_given_up(current, head):
            return Standing.NOT
        if _leaves_open(current, head):
            return Standing.OPEN
        negated ^= _turns_over(current, head)
        if _passes_negation(current, head):
            negated ^= is_negated(head, without=current)
        current = head
    return Standing.NOT if negated else Standing.HOLDS


def falsehood(doc: Doc) -> Standing | None:
    """Return whether the text calls what was said false ("a hoax", "not true") or true; None for neither."""
    for sentence in list(doc.sents)[:_MOST_SENTENCES]:
        for token in sentence:
            lemma = token.lemma_.lower()
            if lemma in group("truth", "false") and _is_said_of(token):
                return standing_of_opposite(token)
            if lemma in group("truth", "signs") and _is_missing(token):
                return Standing.NOT
            if lemma in group("truth", "true") and token.dep_ in ("acomp", "ROOT"):
                return standing(token)
    return None


def is_open(doc: Doc) -> bool:
    """Tell whether the main clause says that something is not known: "it was not clear what"."""
    roots = [sentence.root for sentence in doc.sents]
    said = [part for root in roots for part in (root, *children(root, "acomp", "attr"))]
    return any(
        part.lemma_.lower() in group("truth", "doubting")
        or (_knows(part) and standing(part) is Standing.NOT and not _never(part))
        or (part.lemma_.lower() == "unable" and any(_knows(inner) for inner in children(part, "xcomp")))
        for part in said
    )


def _knows(token: Token) -> bool:
    return token.lemma_.lower() in group("truth", "knowing")


def _never(verb: Token) -> bool:
    """Tell whether something never was: "he never mentioned it" is no word that is still awaited."""
    return any(child.lower_ == "never" for child in verb.children)


def standing_of_opposite(token: Token) -> Standing:
    """Return the standing of the contrary of what `token` says."""
    found = standing(token)
    return {Standing.HOLDS: Standing.NOT, Standing.NOT: Standing.HOLDS}.get(found, found)


def standing_of_object(noun: Token) -> Standing:
    """Return the standing of the verb of an object: NOT for the sum in "did not earn 20 crowns"."""
    current, is_subject = noun, False
    while current.head != current and current.pos_ not in ("VERB", "AUX"):
        is_subject |= current.dep_ in _SUBJECTS
        current = current.head
    if current.pos_ not in ("VERB", "AUX"):
        return Standing.HOLDS
    negated = any(child.dep_ == "neg" for child in current.children) and not is_subject
    if standing(current) is Standing.OPEN or (negated and _knows(current)):
        return Standing.OPEN
    return Standing.NOT if negated else Standing.HOLDS


def is_negated(token: Token, without: Token | None = None) -> bool:
    """Tell whether a word carries a negation: "not", "never", "no", or a subject such as "nobody".

    A negation inside the child `without` does not count.
    """
    none = group("truth", "none")
    own = any(child.dep_ == "neg" or child.lower_ in none for child in token.children if child != without)
    own |= token.doc[max(token.i - 2, 0) : token.i].text.lower() == "non-"
    if token.pos_ in ("VERB", "AUX"):
        subjects = [noun for noun in children(token, *_SUBJECTS) if noun != without]
        own |= any(part.lower_ in none for noun in subjects for part in noun.children)
    return own or token.lower_ in none


def phrase(token: Token) -> str:
    """Return the lemma of a word, with its particle where it has one: "rule-out", "talk-out"."""
    particles = [part for part in token.children if part.dep_ == "prt" or part.lower_ == "out"]
    return "-".join([token.lemma_.lower(), *(part.lower_ for part in particles)])


def _is_said_of(token: Token) -> bool:
    """Tell whether a word of falsehood is what the sentence says, not said beside: "a false door"."""
    if token.dep_ in ("acomp", "attr", "oprd", "ROOT", "xcomp", "ccomp"):
        return True
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        return True
    if token.dep_ == "amod":
        return token.head.lemma_.lower() in group("echoes", "nouns") | group("truth", "reports")
    return token.dep_ == "pobj" and token.head.lower_ == "as"


def _is_missing(noun: Token) -> bool:
    """Tell whether there is no sign that something is so, or no truth in it."""
    told = children(noun, "acl", "ccomp", "relcl") or noun.lemma_.lower() == "truth"
    return bool(told) and any(child.lower_ == "no" for child in noun.children)


def _is_unreached(current: Token) -> bool:
    """Tell whether a clause is one of "before": "destroyed before it reached the gate", or "without"."""
    marks = [child.lower_ for child in children(current, "mark")]
    after = current.head.lower_ if current.dep_ == "pcomp" else ""
    stopped = current.head.head if after else current.head
    before = "before" in (*marks, after) and stopped.lemma_.lower() in group("truth", "stopping")
    return before or after == "without"


def _is_given_up(current: Token, head: Token) -> bool:
    """Tell whether what was tried or offered came to nothing: "offered to leave but was talked out of it"."""
    clause = head.head if head.dep_ == "acomp" else head
    broken = any(part.lower_ in ("but", "however") for part in clause.children)
    return broken and current.dep_ in ("xcomp", "dobj") and head.lemma_.lower() in group("truth", "offering")


def _turns_over(current: Token, head: Token) -> bool:
    lemma = phrase(head)
    if lemma in group("truth", "voiding"):
        return current.dep_ not in _SUBJECTS or any(c.dep_ == "auxpass" for c in head.children)
    return lemma in group("truth", "false") and current.dep_ in (*_COMPLEMENTS, "acl", "xcomp", "prep")


def _leaves_open(current: Token, head: Token) -> bool:
    if current.dep_ in ("xcomp", "advcl") and current.lemma_.lower() in group("truth", "settling"):
        return head.lemma_.lower() in group("truth", "working")
    if current.dep_ not in (*_COMPLEMENTS, "acl", "advcl", "prep", "dobj", "pobj", "pcomp"):
        return False
    lemma = head.lemma_.lower()
    unsure = lemma in group("truth", "doubting") or any(part.lower_ == "whether" for part in current.children)
    denied = is_negated(head) or (head.dep_ == "acomp" and is_negated(head.head))
    return unsure or (_knows(head) and denied and not _never(head))


def _passes_negation(current: Token, head: Token) -> bool:
    """Tell whether a negation at `head` reaches down to `current`."""
    if _knows(head) and not _never(head):
        return False
    if current.dep_ == "advcl" and current.tag_ == "VB" and head.lemma_ in _RAISING:
        return True
    if current.dep_ in ("conj", "advcl", "dep"):
        return False
    if current.dep_ in _COMPLEMENTS:
        return head.pos_ in ("NOUN", "ADJ", "AUX") or head.lemma_ in _RAISING
    return True
