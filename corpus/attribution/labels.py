"""Speakers named beside their words without a verb: "SMITH: …", "“…” — Ann Lee, 25", "“…” [AFP.]"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span, Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.tree import place_before

_LONGEST_NAME = 6
_LONGEST_LABEL = 14
_LONGEST_SIGNATURE = 14
_SHORTEST_NAME = 3
_FEWEST_WORDS = 3
_DASHES = ("—", "–", "―", "--", "-")
_BOUNDARIES = (".", "!", "?", ":", ";", '"', "''", "]", *_DASHES)
_LEADING = ("more", "from", "by", "here", "'s", "via")
_NAMING = ("PROPN", "NOUN", "DET", "ADJ")
_NO_SPEAKERS = frozenset(
    "note update updated watch read related see breaking video photo photos correction source sources"
    " exclusive opinion analysis date time where when who what why how editor warning contact subject"
    " to the boom bombshell".split()
)


def transcript(paragraph: Paragraph) -> list[Relation]:
    """Return the relations of a line that begins with its speaker, turn by turn: "SMITH: We won."."""
    named = [(colon, name) for colon in paragraph.doc if (name := _name_before(colon)) is not None]
    if not named or any(not token.is_quote for token in paragraph.doc[: named[0][1].start]):
        return []
    ends = [*(name.start for _, name in named[1:]), len(paragraph.doc)]
    found = []
    for (colon, name), end in zip(named, ends, strict=True):
        content = tuple(token for token in paragraph.doc[colon.i + 1 : end] if not token.is_space)
        if _is_sentence(content):
            found.append(_labelled(paragraph, list(name), colon, content))
    return found


def _name_before(colon: Token) -> Span | None:
    """Return the name that a colon follows: at the start of a line, or in capitals at a sentence's."""
    start = colon.i if colon.text == ":" else 0
    while start > 0 and colon.i - start < _LONGEST_NAME and _may_name(colon.doc[start - 1]):
        start -= 1
    name = colon.doc[start : colon.i]
    if colon.text != ":" or len(name.text) < _SHORTEST_NAME or name[0].lower_ in _NO_SPEAKERS:
        return None
    opens = start == 0 or (start == 1 and colon.doc[0].is_quote)
    capitals = all(token.is_upper for token in name) and colon.doc[start - 1].text in _BOUNDARIES
    return name if opens or capitals else None


def _may_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.is_upper and token.is_alpha) or token.lower_ == "of"


def _is_sentence(content: Sequence[Token]) -> bool:
    words = sum(token.is_alpha for token in content)
    return words >= _FEWEST_WORDS and any(token.pos_ in ("VERB", "AUX") for token in content)


def labelled(paragraph: Paragraph) -> list[Relation]:
    """Return relations of quotations between a label and a colon, or a dash and a name.

    "Ann Lee, the mayor: “We won.”" and, under a letter or a reader's comment, "“We won.” — Ann Lee, 25".
    """
    found = []
    for quotation in paragraph.quotations:
        tokens = tuple(paragraph.tokens_of(quotation))
        if not tokens or not any(token.is_alpha for token in tokens):
            continue
        relation = _after_label(paragraph, tokens) or _signed(paragraph, tokens)
        if relation is not None and (paragraph.is_long(quotation) or _opens_with_name(relation)):
            found.append(relation)
    return found


def _opens_with_name(relation: Relation) -> bool:
    """Tell whether a line begins with a person's name: Ann Lee: "Never."."""
    name = relation.source
    return name[0].i == 0 and all(token.pos_ == "PROPN" for token in name) and name[-1].ent_type_ == "PERSON"


def _after_label(paragraph: Paragraph, tokens: tuple[Token, ...]) -> Relation | None:
    colon = place_before(tokens[0])
    if colon < 1 or paragraph.doc[colon].text != ":":
        return None
    start = colon
    while start > 0 and paragraph.doc[start - 1].text not in _BOUNDARIES:
        start -= 1
    label = [token for token in paragraph.doc[start:colon] if not token.is_space]
    while label and (label[0].lower_ in _LEADING or label[0].is_quote):
        label = label[1:]
    if not 0 < len(label) <= _LONGEST_LABEL or label[0].lower_ in _NO_SPEAKERS - {"the"}:
        return None
    verbs = any(token.pos_ in ("VERB", "AUX") for token in label)
    named = label[0].pos_ in _NAMING or label[0].text.startswith("@")
    if verbs or not named or label[-1].pos_ not in (*_NAMING, "PUNCT", "NUM"):
        return None
    return _labelled(paragraph, label, paragraph.doc[colon], tokens)


def _signed(paragraph: Paragraph, tokens: tuple[Token, ...]) -> Relation | None:
    name = signature(paragraph, tokens[-1].i + 1)
    return None if not name else _labelled(paragraph, name, name[0].nbor(-1), tokens)


def signature(paragraph: Paragraph, start: int) -> list[Token]:
    """Return the name behind a dash, or in square brackets, from token `start` to a paragraph's end."""
    words = (
        token for place in range(start, len(paragraph.doc)) if not (token := paragraph.doc[place]).is_space
    )
    rest = list(islice(words, _LONGEST_SIGNATURE + 1))
    if not 1 < len(rest) <= _LONGEST_SIGNATURE:
        return []
    bracketed = rest[0].text == "[" and rest.pop().text == "]"
    if not bracketed and rest[0].text not in _DASHES:
        return []
    name = rest[1:]
    while name and name[-1].text in (".", ","):
        name.pop()
    if not name or not (name[0].text[:1].isupper() or name[0].text.startswith("@")):
        return []
    clauses = any(token.dep_ == "nsubj" and token.tag_ not in ("WP", "WDT") for token in name)
    return [] if (clauses and not bracketed) or name[0].pos_ == "PRON" else name


def signed_next(paragraph: Paragraph, following: Paragraph, found: Sequence[Relation]) -> Relation | None:
    """Return the relation of a paragraph that is one quotation, signed by the paragraph after it."""
    name = signature(following, 0)
    if not name or len(paragraph.quotations) != 1 or found:
        return None
    content = tuple(paragraph.tokens_of(paragraph.quotations[0]))
    outside = len(paragraph.doc) - len(content)
    if outside > 1 or not paragraph.is_long(paragraph.quotations[0]):
        return None
    relation = _labelled(following, name, name[0].nbor(-1), content)
    return replace(relation, paragraph=paragraph, cited=following)


def _labelled(
    paragraph: Paragraph, name: Sequence[Token], mark: Token, content: tuple[Token, ...]
) -> Relation:
    inside = {token.i for token in name}
    head = next((token for token in name if token.head.i not in inside), name[-1])
    return Relation(paragraph, "transcript", (mark,), content, tuple(name), head, confidence=0.7)
