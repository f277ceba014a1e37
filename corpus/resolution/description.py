"""The description: what one noun phrase says about whom it names."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.tree import children
from corpus.resolution.capitals import is_capital, run_end, split
from corpus.resolution.matching import is_acronym
from corpus.resolution.phrase import core, defining, tail
from corpus.resolution.titles import holds_body, is_person_name, titles_and_name
from corpus.resolution.vocabulary import bodies, is_human, is_known, people, singular, words

_ARTICLES = (
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "its",
    "his",
    "her",
    "their",
    "our",
    "my",
    "which",
    "what",
    "whose",
)
_OUTSIDE = (*_ARTICLES, "earlier", "later", "meanwhile")
_DEFINITE = ("the", "this", "that", "these", "those")
_PLURAL = ("NNS", "NNPS")
_POSSESSIVE = "POS"
_SIDED = ("led", "backed", "based", "run", "held", "controlled", "affiliated", "linked", "aligned", "born")


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase taken apart; every text is a slice of the article's.

    `name` is empty for a phrase without a proper name. `phrase` is the whole without its article,
    `label` the same with its tail ("source at the ministry"). `role` are the words before a name or
    after it that say what it is (`titled` where before), `noun` the singular of the noun that does.
    `marks` are the lower-cased capitalised words outside the name: they tell "the Kurdish group" from
    another.
    """

    head: Token
    name: str
    phrase: str
    label: str
    role: str
    titled: bool
    noun: str
    plural: bool
    definite: bool
    marks: frozenset[str]
    name_tokens: tuple[Token, ...]

    @property
    def pronoun(self) -> str:
        """Return the lower-cased pronoun that the phrase is, or an empty string."""
        acronym = is_acronym(self.head.text)  # "the WHO"
        said = self.head.pos_ == "PRON" and self.head.lower_ not in people() and not acronym
        return self.head.lower_ if said else ""


def describe(paragraph: Paragraph, head: Token) -> Description:
    """Take the noun phrase of `head`, a token of `paragraph`, apart."""
    words_ = core(head)
    bare = _without_article(words_)
    before, name, after = _whole_name(*split(bare))
    if not _is_proper(name, after) or (before and before[-1].text == "-"):
        name, after, before = [], [], []
    title, name = titles_and_name(name)
    described = after or _role(_less_people([*before, *title], name)) if name else []
    label = bare if name else [*bare, *_tail(head, bare)]
    return Description(
        head=head,
        name=paragraph.words(name),
        phrase=paragraph.words(label if head.pos_ == "NUM" else bare),
        label=paragraph.words(label),
        role=paragraph.words(described),
        titled=bool(described) and not after,
        noun=_noun(described if name else [_counted(head)], name),
        plural=(head.tag_ in _PLURAL and head.lower_ != "media") or _is_several(head),
        definite=words_[0].lower_ in _DEFINITE,
        marks=frozenset(_marks(before if name else bare)),
        name_tokens=tuple(name),
    )


def _whole_name(
    before: list[Token], name: list[Token], after: list[Token]
) -> tuple[list[Token], list[Token], list[Token]]:
    """Add the small word that ends a long name: "Observatory for Human | rights"."""
    end = run_end(name[0]) if name else 0
    small = [token for token in after if token.i <= end]
    if name and not after and _is_numbered(name[-1]):
        small = [name[-1].nbor(1)]
        return before, [*name, *small], after
    return before, [*name, *small], after[len(small) :]


def _is_numbered(last: Token) -> bool:
    """Tell whether a number ends the name of a body: "Brigade 30 said"."""
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    return singular(last.lower_) in bodies() and following.is_digit and following.head == last


def _counted(number: Token) -> Token:
    """Return what a number counts: the guards of "one of the guards", the number itself where nothing."""
    if number.pos_ != "NUM":
        return number
    things = [thing for phrase in children(number, "prep") for thing in children(phrase, "pobj")]
    return things[0] if things and things[0].pos_ == "NOUN" else number


def _is_several(number: Token) -> bool:
    return number.pos_ == "NUM" and number.lower_ not in ("one", "1") and _counted(number) != number


def _tail(head: Token, bare: Sequence[Token]) -> list[Token]:
    """Return what must follow a common noun to tell whom it names."""
    found = tail(head, bare[-1])
    lone = len(bare) == 1 and singular(head.lower_) in words("anybody")
    return defining(head) if lone and not found else found


def _without_article(tokens: list[Token]) -> list[Token]:
    start = 0
    while start < len(tokens) - 1 and (tokens[start].lower_ in _OUTSIDE or tokens[start].is_punct):
        start += 1
    return tokens[start:]


def _is_proper(name: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether capitalised words name somebody, given the common nouns that follow them."""
    if not name:
        return False
    last = singular(name[-1].lower_)
    joined = last in _SIDED and name[-1].i > 0 and name[-1].nbor(-1).text == "-"
    if joined or last.endswith(tuple(f"-{side}" for side in _SIDED)):
        return False
    if len(name) == 1 and last in words("media") and not after:
        return False
    if len(name) == 1 and name[0].text.isupper() and last in words("category") | {"tv"}:
        return False  # "an NGO", "the state TV channel"
    human = is_human(last) and last in people() - words("both")
    if human and not is_person_name(name):
        return False
    return not after or _is_restated(name, after)


def _is_restated(name: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether common nouns only say what the name before them is: "Interfax | news agency"."""
    if (
        after[0].tag_ == _POSSESSIVE
        or after[0].text == "-"
        or (after[0].pos_ == "VERB" and after[0].lower_ not in words("category"))
    ):
        return False
    if after[-1].lower_ not in words("category"):
        return False
    if holds_body(name) or name[-1].lower_ in words("medium"):
        return True
    if all(token.ent_type_ in ("GPE", "LOC") for token in name):
        return len(after) > 1
    return not all(token.ent_type_ in ("NORP", "PERSON") for token in name)


def _role(tokens: list[Token]) -> list[Token]:
    """Return the words before a name if they describe it: they end in a noun or a title."""
    found = list(tokens)
    while found and (found[-1].is_punct and found[-1].text != "."):
        found.pop()
    while found and found[0].is_punct:
        found.pop(0)
    if not found or found[-1].tag_ == _POSSESSIVE:
        return []
    said = [
        place
        for place, token in enumerate(found)
        if token.text.islower() and is_human(singular(token.lower_))
    ]
    found = found[: said[-1] + 1] if said else found
    noun = singular(found[-1].lower_.rstrip("."))
    described = noun in people() | bodies() or is_human(noun) or found[-1].text == "."
    titled = found[-1].lower_ in words("honorific") and len(found) > 1
    while len(found) > 1 and found[-1].text.endswith(".") and _is_title(found[-2]):
        found = found[:-1]
    return found if described or titled or "of" in {token.lower_ for token in found} else []


def _less_people(tokens: list[Token], name: Sequence[Token]) -> list[Token]:
    """Return the words before a name, none where people run into an acronym: "or a hostage | HW said"."""
    people_ = bool(tokens) and tokens[-1].text.islower() and singular(tokens[-1].lower_) in people()
    return [] if people_ and len(name) == 1 and is_acronym(name[0].text) else tokens


def _is_title(token: Token) -> bool:
    return token.lower_ in words("honorific") or is_human(singular(token.lower_))


def _noun(tokens: Sequence[Token], name: Sequence[Token]) -> str:
    """Return the noun that says what a phrase names, from the description, else from the name itself."""
    if tokens and tokens[-1].text.endswith(".") and _is_title(tokens[-1]):
        return ""  # "Lissau state Gov.": the title is a person's, the state no source
    links = [place for place, token in enumerate(tokens) if token.lower_ == "of"]
    for token in reversed(tokens[: links[0]] if links else tokens):
        noun = singular(token.lower_)
        if noun != token.lower_ or is_known(noun):
            return noun
        if token.pos_ == "NOUN":
            return token.lemma_.lower()
    known = [singular(token.lower_) for token in name if singular(token.lower_) in bodies()]
    return known[-1] if known else ""


def _marks(tokens: Sequence[Token]) -> list[str]:
    """Return the capitalised words of a description, less those that only say where it is based."""
    return [
        token.lower_
        for token in tokens
        if is_capital(token) and not (token.i + 2 < len(token.doc) and token.nbor(2).lower_ == "based")
    ]
