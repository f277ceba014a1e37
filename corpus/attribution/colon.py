"""Attribution by a colon: "He resisted: …", and the speaker's name at the start of a line."""

from spacy.tokens import Span, Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import grammatical_subject
from corpus.attribution.tree import children, verb_group

_LONGEST_NAME = 6
_FEWEST_WORDS = 3
_FARTHEST = 12
_SHORTEST_NAME = 3
_LONGEST_SIGNATURE = 14
_DASHES = ("—", "–", "―", "--", "-")
_NO_SPEAKERS = frozenset(
    "note update updated watch read related more see breaking video photo photos correction source sources"
    " exclusive opinion analysis date time where when who what why how editor warning contact subject"
    " from to the boom bombshell".split()
)


def introduced(paragraph: Paragraph) -> list[Relation]:
    """Return relations of quotations after a colon, whatever the verb: "Kasich resisted: …"."""
    found = []
    for quotation in paragraph.quotations:
        tokens = paragraph.tokens_of(quotation)
        colon = tokens[0].i - 1 if tokens else -1
        if colon < 1 or paragraph.doc[colon].text != ":" or not paragraph.is_long(quotation):
            continue
        verb = _introducing_verb(paragraph.doc[colon])
        if verb is not None:
            found.append(_introduction(paragraph, verb, tuple(tokens)))
    return [relation for relation in found if relation.head is not None]


def introduction(paragraph: Paragraph) -> Relation | None:
    """Return, without content, the attribution of a paragraph that ends in a colon, for the next one."""
    words = [token for token in paragraph.doc[-3:] if not token.is_space]
    if not words or words[-1].text != ":":
        return None
    verb = _introducing_verb(words[-1])
    return None if verb is None else _introduction(paragraph, verb, ())


def _introducing_verb(colon: Token) -> Token | None:
    """Return the main verb before a colon, or the last one with a subject where the parse runs over it."""
    if colon.i == 0:
        return None
    root = colon.nbor(-1).sent.root
    if root.i < colon.i:
        return root if root.pos_ in ("VERB", "AUX") else None
    near = reversed(list(colon.doc[max(colon.i - _FARTHEST, 0) : colon.i]))
    return next((token for token in near if token.pos_ == "VERB" and children(token, "nsubj")), None)


def _introduction(paragraph: Paragraph, verb: Token, content: tuple[Token, ...]) -> Relation:
    who = grammatical_subject(verb)
    head, words = (None, ()) if who is None else (who.head, who.words)
    kept = tuple(token for token in content if token not in words)
    return Relation(paragraph, "introduced", tuple(verb_group(verb)), kept, words, head, confidence=0.8)


def transcript(paragraph: Paragraph) -> list[Relation]:
    """Return the relation of a line that begins with its speaker: "SMITH: We won."."""
    doc = paragraph.doc
    colon = next((token for token in doc[: _LONGEST_NAME + 1] if token.text == ":"), None)
    if colon is None or not _is_name(doc[: colon.i]):
        return []
    content = tuple(token for token in doc[colon.i + 1 :] if not token.is_space)
    return [_named(paragraph, doc[: colon.i], colon, content)] if _is_sentence(content) else []


def labelled(paragraph: Paragraph) -> list[Relation]:
    """Return relations of quotations between a name and a colon, or a dash and a name.

    "Ann Lee: “We won.”" and, under a letter or a reader's comment, "“We won.” — Ann Lee, 25".
    """
    found = []
    for quotation in paragraph.quotations:
        tokens = tuple(paragraph.tokens_of(quotation))
        if not tokens or not paragraph.is_long(quotation):
            continue
        relation = _after_label(paragraph, tokens) or _signed(paragraph, tokens)
        if relation is not None:
            found.append(relation)
    return found


def _after_label(paragraph: Paragraph, tokens: tuple[Token, ...]) -> Relation | None:
    colon = tokens[0].i - 1
    if colon < 1 or paragraph.doc[colon].text != ":":
        return None
    start = colon
    while start > max(colon - _LONGEST_NAME, 0) and paragraph.doc[start - 1].pos_ == "PROPN":
        start -= 1
    name = paragraph.doc[start:colon]
    opens = start == 0 or paragraph.doc[start - 1].is_punct
    return _named(paragraph, name, paragraph.doc[colon], tokens) if opens and _is_name(name) else None


def _signed(paragraph: Paragraph, tokens: tuple[Token, ...]) -> Relation | None:
    rest = paragraph.doc[tokens[-1].i + 1 :]
    if not 1 < len(rest) <= _LONGEST_SIGNATURE or rest[0].text not in _DASHES:
        return None
    name = [token for token in rest[1:] if not token.is_space]
    while name and name[-1].text in (".", ","):
        name.pop()
    if not name or not name[0].text[:1].isupper() or any(token.pos_ in ("VERB", "AUX") for token in name):
        return None
    return _named(paragraph, paragraph.doc[name[0].i : name[-1].i + 1], rest[0], tokens)


def _is_name(name: Span) -> bool:
    """Tell whether words are a speaker's name: capitals, and no heading such as "Watch"."""
    if len(name.text) < _SHORTEST_NAME or name[0].lower_ in _NO_SPEAKERS:
        return False
    return all(token.pos_ == "PROPN" or token.is_upper or token.text in (".", "-", "of") for token in name)


def _named(paragraph: Paragraph, name: Span, mark: Token, content: tuple[Token, ...]) -> Relation:
    return Relation(paragraph, "transcript", (mark,), content, tuple(name), name.root, confidence=0.7)


def _is_sentence(content: tuple[Token, ...]) -> bool:
    words = sum(token.is_alpha for token in content)
    return words >= _FEWEST_WORDS and any(token.pos_ in ("VERB", "AUX") for token in content)
