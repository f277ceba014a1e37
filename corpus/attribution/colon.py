"""Attribution by a colon: "He resisted: …", and the speaker's name at the start of a line."""

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import grammatical_subject
from corpus.attribution.tree import verb_group

_LONGEST_NAME = 6
_FEWEST_WORDS = 3
_SHORTEST_NAME = 3
_NO_SPEAKERS = frozenset(
    "note update updated watch read related more see breaking video photo photos correction source sources"
    " exclusive opinion analysis date time where when who what why how editor warning contact subject"
    " from to".split()
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
    """Return the last verb before a colon that has a subject of its own and stands in no quotation."""
    sentence = colon.nbor(-1).sent
    root = sentence.root
    return root if root.i < colon.i and root.pos_ in ("VERB", "AUX") else None


def _introduction(paragraph: Paragraph, verb: Token, content: tuple[Token, ...]) -> Relation:
    who = grammatical_subject(verb)
    head, words = (None, ()) if who is None else (who.head, who.words)
    kept = tuple(token for token in content if token not in words)
    return Relation(paragraph, "introduced", tuple(verb_group(verb)), kept, words, head, confidence=0.8)


def transcript(paragraph: Paragraph) -> list[Relation]:
    """Return the relation of a line that begins with its speaker: "SMITH: We won."."""
    doc = paragraph.doc
    colon = next((token for token in doc[: _LONGEST_NAME + 1] if token.text == ":"), None)
    if colon is None or colon.i == 0:
        return []
    name = doc[: colon.i]
    if not all(token.pos_ == "PROPN" or token.text in (".", "-", "of") for token in name):
        return []
    content = tuple(token for token in doc[colon.i + 1 :] if not token.is_space)
    if name[0].lower_ in _NO_SPEAKERS or len(name.text) < _SHORTEST_NAME or not _is_sentence(content):
        return []
    return [Relation(paragraph, "transcript", (colon,), content, tuple(name), name[-1], confidence=0.7)]


def _is_sentence(content: tuple[Token, ...]) -> bool:
    words = sum(token.is_alpha for token in content)
    return words >= _FEWEST_WORDS and any(token.pos_ in ("VERB", "AUX") for token in content)
