"""The description: what one noun phrase says about whom it names."""

from dataclasses import dataclass

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.tree import children
from corpus.resolution.vocabulary import words

_LEFT = ("compound", "amod", "nmod", "nummod", "poss", "quantmod", "punct", "flat", "det", "case")
_JOINING = ("for", "of", "and", "&")
_MOST_WORDS = 14
_ADDRESS = ("mr", "mrs", "ms", "miss", "dr", "the", "a", "an")


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase taken apart; every part is a slice of the text.

    `name` is empty for a phrase without a proper name, whose words are then in `phrase`. `noun` is
    the lemma of the common noun that says what it is ("group", "official"), if any.
    """

    head: Token
    phrase: str
    name: str
    role: str
    noun: str
    definite: bool

    @property
    def pronoun(self) -> str:
        """Return the lower-cased pronoun that the phrase is, or an empty string."""
        return self.head.lower_ if self.head.pos_ == "PRON" else ""


def describe(paragraph: Paragraph, head: Token) -> Description:
    """Take the noun phrase of `head`, a token of `paragraph`, apart."""
    core = _core(head)
    bare = [token for token in core if token.i != core[0].i or token.dep_ != "det"]
    bare = bare or core
    name = _name_part(bare)
    role = [token for token in bare if name and token.i < name[0].i]
    noun = _noun(head, role)
    return Description(
        head=head,
        phrase=paragraph.words(bare),
        name=paragraph.words(name),
        role=paragraph.words(_without_address(role)),
        noun=noun,
        definite=any(token.lower_ in ("the", "this", "that") for token in core[:1]),
    )


def _core(head: Token) -> list[Token]:
    """Return the contiguous words of a name or noun phrase, modifiers before and "for/of Names" after."""
    first = head.i
    for token in reversed(list(head.doc[max(head.i - _MOST_WORDS, 0) : head.i])):
        if not (head.is_ancestor(token) and _is_left_modifier(token, head)) or splits(token, head):
            break
        first = token.i
    last = head.i
    if head.pos_ == "PROPN" or head.text[:1].isupper():
        last = _name_tail(head)
    return list(head.doc[first : last + 1])


def splits(token: Token, head: Token) -> bool:
    """Tell whether "and" parts two sources taken for one: "the Observatory and local officials"."""
    return token.dep_ == "cc" and head.pos_ == "NOUN" and _is_capital(token.head) and token.head != head


def _is_left_modifier(token: Token, head: Token) -> bool:
    if token.text in (",", ";", ":", '"', "—", "(", ")"):
        return False
    return token.dep_ in _LEFT or token.head != head


def _name_tail(head: Token) -> int:
    """Return the index of the last word of "Observatory for Human Rights", else the head's own."""
    for phrase in children(head, "prep"):
        objects = children(phrase, "pobj")
        if phrase.i == head.i + 1 and phrase.lower_ in _JOINING and objects and objects[0].pos_ == "PROPN":
            return objects[0].i
    return head.i


def _name_part(tokens: list[Token]) -> list[Token]:
    """Return the capitalised end of a phrase: the name, less titles and descriptions before it."""
    if not tokens or not _is_capital(tokens[-1]):
        return []
    start = len(tokens) - 1
    while start > 0 and (_is_capital(tokens[start - 1]) or _joins(tokens, start - 1)):
        start -= 1
    name = tokens[start:]
    while len(name) > 1 and (
        not _is_capital(name[0])
        and name[0].lower_ not in ("al", "el", "bin", "ibn", "abu", "de", "van", "von")
    ):
        name = name[1:]
    titles = [place for place, token in enumerate(name[:-1]) if token.lower_ in words("honorific")]
    if titles and not any(token.lower_ in _JOINING for token in name):
        name = name[titles[-1] + 1 :]
    return name


def _joins(tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    return token.lower_ in words("particle") or (token.is_punct and token.text in ("-", ".", "'", "&"))


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() or (token.text[:1].isdigit() and token.pos_ == "PROPN")


def _noun(head: Token, role: list[Token]) -> str:
    if head.pos_ == "NOUN":
        return head.lemma_.lower()
    described = [token for token in role if token.pos_ in ("NOUN", "PROPN")]
    if described:
        return described[-1].lemma_.lower()
    parts = [token.lower_ for token in [*children(head, "compound"), head]]
    known = words("organisation") | words("media") | words("government")
    return next((part for part in reversed(parts) if part in known), "")


def _without_address(role: list[Token]) -> list[Token]:
    """Drop "Mr" and the like, and anything that is not a description, from the front of a name."""
    return [] if all(token.lower_.rstrip(".") in _ADDRESS or token.is_punct for token in role) else role
