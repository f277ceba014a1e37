"""The words that name a source beside its verb."""

from spacy.tokens import Token

from corpus.attribution.tree import governed

_OUTSIDE = ("advcl", "ccomp", "dep", "parataxis")
_PLACES = ("in", "on", "at", "during", "after", "before", "while", "since", "by")
_FOCUSING = ("even", "also", "still", "then", "now", "once", "so")
_DASHES = ("—", "–", "--", "―")
_EDGES = (",", "-", ";", ":", '"', "''", *_DASHES)
STRUCK = ("injured", "wounded", "killed", "dead", "damaged", "destroyed", "missing", "trapped")
_LONG_CLAUSE = 20
_SHORT_CLAUSE = 12


def mention(head: Token, verb: Token) -> tuple[Token, ...]:
    """Return the words that name a source beside its verb: its noun phrase, clauses included.

    Where the verb stands inside the phrase ("a letter saying …"), what hangs on the verb is left out.
    """
    outside = [part for part in head.children if part.dep_ in _OUTSIDE or _is_aside(part)]
    within = [part for part in (*outside, verb) if head.is_ancestor(part)]
    words = governed(head, within)
    if head.is_ancestor(verb):
        words = [token for token in words if token.i < verb.i]
    return tuple(_trimmed(_after_bracket(_after_dateline(words))))


def _is_aside(part: Token) -> bool:
    """Tell whether a part of a noun phrase says where, when or how long: "Smith, in Kentucky, said"."""
    if part.dep_ == "advmod" and part.i < part.head.i:
        return part.lower_ in _FOCUSING
    first = part.left_edge
    if part.i < part.head.i or first.i == 0 or first.nbor(-1).text not in (",", *_DASHES):
        return False
    if part.dep_ == "prep":
        return part.lower_ in _PLACES
    if part.dep_ == "acl":
        return part.tag_ == "VBG"
    longest = _LONG_CLAUSE if part.i > part.head.head.i else _SHORT_CLAUSE
    return part.dep_ == "relcl" and part.right_edge.i - first.i >= longest


def _after_bracket(words: list[Token]) -> list[Token]:
    """Drop an agency's name glued before a source: "(Reuters) Officials said"."""
    texts = [token.text for token in words]
    if ")" in texts and "(" not in texts[: texts.index(")")]:
        return words[texts.index(")") + 1 :]
    return words


def _after_dateline(words: list[Token]) -> list[Token]:
    dashes = [place for place, token in enumerate(words) if token.text in _DASHES]
    if (
        dashes
        and words[0].is_sent_start
        and all(t.is_upper or not t.is_alpha for t in words[: dashes[0]][:2])
    ):
        return words[dashes[0] + 1 :]
    return words


def _trimmed(words: list[Token]) -> list[Token]:
    start, end = 0, len(words)
    while end - start > 1 and words[start].lower_ in STRUCK and words[start + 1].text[:1].isupper():
        start += 1
    if end - start > 1 and words[start].tag_ == "WDT" and words[start].dep_ in ("det", "dobj"):
        start += 1
    while start < end and (words[start].is_punct or words[start].is_space or words[start].dep_ == "cc"):
        start += 1
    while end > start and (words[end - 1].is_space or words[end - 1].text in _EDGES):
        end -= 1
    return words[start:end]
