"""Attribution by a phrase: "according to the ministry", "in a poll by …"."""

from spacy.tokens import Token

from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children, governed, has_commas
from corpus.resolution.capitals import is_capital, part_before, run_end
from corpus.resolution.vocabulary import singular, words

_INNER = ("conj", "advcl", "acl", "pcomp", "xcomp", "relcl")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_COUNTS = ("tens", "dozens", "scores", "hundreds", "thousands")
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
    name = _name_before(preposition, head) or _name_after(preposition, head)
    if name:
        rest = tuple(token for token in word.sent if token.i > name[-1].i)
        speaker = name[0] if name[0].lower_ in words("medium") else name[-1]
        return Relation(paragraph, "according", (word, preposition), rest, tuple(name), speaker)
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
        described = root.head if root.dep_ in ("acl", "relcl") else root
        inside = described.dep_ in ("nsubj", "nsubjpass") and described.head.i > word.right_edge.i
        return described.head if inside else root
    while root.head != root and (root.dep_ in _INNER or root.pos_ in ("ADP", "NOUN")):
        root = root.head
    return root


def _name_before(preposition: Token, head: Token) -> list[Token]:
    """Return the name that a subject runs into: "According to the SOHR | tens of civilians were hurt"."""
    phrase = [token for token in head.doc[preposition.i + 1 : head.i + 1] if token.i >= head.left_edge.i]
    count = next((token for token in phrase if token.lower_ in _COUNTS or token.like_num), None)
    nation = next((token for token in phrase[1:] if _begins_subject(token, head)), None)
    medium = _after_medium(phrase, head)
    first = count or nation or medium
    if first is None or has_commas(head):
        return []
    name = list(head.doc[preposition.i + 1 : first.i])
    described = words("category") | {"the", "-", "news"}
    named = bool(nation or medium) or any(token.text.isupper() for token in name)
    named = named and all(token.text[:1].isupper() or token.lower_ in described for token in name)
    finite = any(token.tag_ in _FINITE for token in head.sent if token.i > head.i)
    if not named or not finite:
        return []
    part_before([first])
    return name


def _after_medium(phrase: list[Token], head: Token) -> Token | None:
    """Return where a medium ends whom others follow: "According to Interfax | crews fled"."""
    own = singular(head.lower_) in ("reporter", "journalist", "correspondent", "photographer", "source")
    if own or head.tag_ != "NNS" or not phrase or phrase[0].lower_ not in words("medium"):
        return None
    return next((token for token in phrase[1:] if token.lower_ not in words("category") | {"news"}), None)


def _begins_subject(token: Token, head: Token) -> bool:
    """Tell whether the people of a nation follow a name: "According to Interfax | Varnian sailors have …"."""
    nation = token.tag_ == "JJ" and is_capital(token) and head.tag_ == "NNS" and token.i + 1 == head.i
    before, following = token.nbor(-1), head.nbor(1) if head.i + 1 < len(head.doc) else head
    return nation and before.pos_ == "PROPN" and following.tag_ in _FINITE


def _name_after(preposition: Token, head: Token) -> list[Token]:
    """Return a group's noun and the name that it must have: "According to club Blue Caps | ten men …"."""
    phrase = list(head.doc[preposition.i + 1 : head.i + 1])
    following = head.nbor(1) if head.i + 1 < head.sent.end else head
    bare = (
        head.tag_ == "NN" and singular(head.lower_) in words("category") and not children(head, "det", "poss")
    )
    if not bare or following.pos_ != "PROPN" or not is_capital(following) or has_commas(head):
        return []
    end = run_end(following)
    after = head.doc[end + 1] if end + 1 < head.sent.end else head
    finite = after.tag_ in _FINITE or after.pos_ in ("AUX", "PUNCT") or after.dep_ == "compound"
    return [] if finite else [*phrase, *head.doc[following.i : end + 1]]


def _whole(content: list[Token], word: Token) -> list[Token]:
    """Return all that stands before a phrase that ends its sentence, where commas are lost."""
    ends = not any(token.is_alpha for token in word.sent if token.i > word.right_edge.i)
    quotes = any(token.is_quote for token in word.sent)
    if not ends or quotes or has_commas(word) or content[-1].i > word.i:
        return content
    return [token for token in word.sent if token.i < word.i]


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
