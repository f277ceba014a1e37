"""Attribution by a phrase: "according to the ministry", "in a poll by …"."""

from spacy.tokens import Token

from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children, governed, has_commas

_INNER = ("conj", "advcl", "acl", "pcomp", "xcomp", "relcl")
_SURVEYS = ("poll", "survey")


def according(paragraph: Paragraph, word: Token) -> Relation | None:
    """Return the relation of "according to the ministry": the rest of the sentence is its content."""
    if word.lower_ != "according":
        return None
    preposition = next((child for child in word.children if child.lower_ == "to"), None)
    sources = children(preposition, "pobj") if preposition is not None else []
    if preposition is None or not sources:
        return None
    head = sources[0]
    root = _host(word)
    content = [part for part in governed(root, [word]) if not (part.is_punct and part.i in _edges(word))]
    if not content:
        return None
    whole = _whole(content, word)
    return Relation(
        paragraph, "according", (word, preposition), tuple(whole), tuple(mention(head, word)), head
    )


def _host(word: Token) -> Token:
    """Return the head of what is according to somebody: all of the sentence where the phrase ends it."""
    root = word.head if word.head != word else word.sent.root
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.i > word.right_edge.i:
        return root.head
    if any(token.is_alpha for token in word.sent if token.i > word.right_edge.i):
        return root
    while root.head != root and (root.dep_ in _INNER or root.pos_ in ("ADP", "NOUN")):
        root = root.head
    return root


def _whole(content: list[Token], word: Token) -> list[Token]:
    """Return a content with what the parser left between it and the phrase: "nine | dead according …"."""
    if has_commas(word) or content[-1].i > word.i:
        return content
    between = list(word.doc[content[-1].i + 1 : word.i])
    return [*content, *between] if any(token.is_alpha for token in between) else content


def _edges(word: Token) -> tuple[int, int]:
    return word.left_edge.i - 1, word.right_edge.i + 1


def surveyed(paragraph: Paragraph, word: Token) -> Relation | None:
    """Return the relation of "In a June poll, 60 percent …", whose source is the poll."""
    objects = children(word, "pobj")
    if word.lower_ != "in" or word.dep_ != "prep" or not objects or objects[0].lemma_.lower() not in _SURVEYS:
        return None
    root = word.head
    if root.pos_ not in ("VERB", "AUX") or word.i > root.i:
        return None
    content = tuple(part for part in governed(root, [word]) if part.i > objects[0].right_edge.i)
    return Relation(paragraph, "surveyed", (word,), content, mention(objects[0], word), objects[0])
