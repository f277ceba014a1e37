"""Proper names on the surface of a text: runs of capitalised words and what joins them.

The parser often attaches "for Human Rights" to a verb, so names are read from the words alone.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from corpus.resolution.vocabulary import bodies, is_known, singular, words

_NOT_NAMES = ("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY")
_HYPHENS = ("-", "–")
_INSIDE_COMPOUND = ("compound", "nmod", "amod")
_FARTHEST = 12
_SMALL, _FEWEST_IN_HEADING, _MOSTLY_CAPITAL = 3, 6, 0.9
MOMENTS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday GMT UTC EST EDT BST CET AM PM".split()
)
"""Capitalised words that say when, never who."""

_BEGINNINGS = "corpus.resolution.beginnings"
_JOINED = "corpus.resolution.joined"


def part_before(beginnings: Iterable[Token]) -> None:
    """Keep names from running over these tokens, each the first of a name of its own."""
    for token in beginnings:
        token.doc.user_data.setdefault(_BEGINNINGS, set()).add(token.i)


def join(word: Token) -> None:
    """Keep the names on both sides of a small word together: the movement "Varnia | is | Rising Again"."""
    word.doc.user_data.setdefault(_JOINED, set()).add(word.i)


def is_joined(word: Token) -> bool:
    """Tell whether a small word was marked as a part of a name."""
    return word.i in word.doc.user_data.get(_JOINED, ())


def begins_name(token: Token) -> bool:
    """Tell whether a token was marked as the first of a name that others may not run into."""
    return token.i in token.doc.user_data.get(_BEGINNINGS, ())


def is_capital(token: Token) -> bool:
    """Tell whether a word is capitalised as part of a name, not only to begin a sentence."""
    if token.text[:1].isdigit():
        return bool(token.pos_ == "PROPN")
    if token.text in MOMENTS or token.text.removesuffix("s") in MOMENTS:
        return False  # "Wednesdays reports" has lost its apostrophe
    return token.text[:1].isupper() and token.tag_ != "PRP" and not _only_begins(token)


def _only_begins(token: Token) -> bool:
    if not begins_sentence(token) or (token.text.isupper() and len(token) > 1):
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.is_stop or token.pos_ in ("DET", "NUM", "ADV", "VERB", "ADP", "SCONJ", "CCONJ"):
        return True
    if following is not None and following.text[:1].isupper():
        return False
    return is_known(token.lower_) or (token.pos_ != "PROPN" and not token.ent_type_)


def begins_sentence(token: Token) -> bool:
    """Tell whether a token is the first of its sentence, or of what a quotation mark or colon opens."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    return before.is_quote or before.text in (":", ".", "!", "?", "—")


def is_heading(sentence: Span) -> bool:
    """Tell whether a sentence is written as headings are: "Storm Shuts Last Bridge in Northern Varnia"."""
    long_words = [token for token in sentence if token.is_alpha and len(token) > _SMALL]
    capital = sum(token.text[:1].isupper() for token in long_words)
    return len(long_words) >= _FEWEST_IN_HEADING and capital >= _MOSTLY_CAPITAL * len(long_words)


def run_end(first: Token) -> int:
    """Return the index of the last word of the name that goes on from a capitalised word."""
    doc, last = first.doc, first.i
    limit = min(len(doc), first.i + _FARTHEST)
    while last + 1 < limit:
        place = last + 1
        while place < limit and not doc[place].text[:1].isupper() and _may_join(doc[place]):
            place += 1
        parted = any(begins_name(token) for token in doc[last + 1 : place + 1])
        if place >= limit or parted or not is_capital(doc[place]) or doc[place].ent_type_ in _NOT_NAMES:
            break
        joiners = doc[last + 1 : place]
        is_inside = last > first.i and joiners.text == "of" and first.lower_ in bodies()
        if joiners.text and not is_inside and not _joins(doc[last], list(joiners), doc[place]):
            break
        if not joiners.text and not _goes_on(doc[last], doc[place]):
            break
        last = place
    return last + 1 if last > first.i and _ends_small(doc, first.i, last) else last


def _ends_small(doc: Doc, first: int, last: int) -> bool:
    """Tell whether a long name ends in a small word: "Organisation for … of Chemical weapons"."""
    if last + 1 >= len(doc) or not any(token.lower_ in ("for", "of") for token in doc[first:last]):
        return False
    following = doc[last + 1]
    described = following.lower_ in words("category") | {"news"} or is_known(singular(following.lower_))
    return doc[last].head == following and following.tag_ == "NNS" and not described


def _goes_on(word: Token, following: Token) -> bool:
    if following.ent_iob_ == "I" or word.head == following or following.head == word:
        return True
    return following.dep_ == "compound" and following.head.lower_ in words("category")


def _may_join(token: Token) -> bool:
    return (
        is_joined(token) or token.lower_ in words("particle") or token.text in _HYPHENS or token.text == "&"
    )


def _joins(before: Token, joiners: Sequence[Token], after: Token) -> bool:
    """Tell whether words such as "for", "of the", "and", "al-" join two parts of one name."""
    first = joiners[0].lower_
    if is_joined(joiners[0]):
        return True
    if first == "for":
        return before.ent_type_ != "PERSON" or before.lower_ in bodies()
    if first == "of":
        return before.lower_ in bodies() | words("office") or before.ent_type_ == after.ent_type_ == "ORG"
    if first == "the":
        return False
    if first in ("and", "&"):
        return _and_joins(before, joiners[0], after)
    return True


def _and_joins(before: Token, word: Token, after: Token) -> bool:
    if word.text == "&":
        return True
    if after.lower_ in words("medium"):
        return False
    inside = before.dep_ in _INSIDE_COMPOUND and before.head.i >= after.i
    listed = before.dep_ == "pobj" and after in before.conjuncts and before.head.lower_ in ("of", "for")
    return inside or (listed and before.head.i > 0 and before.head.nbor(-1).lower_ in bodies())


def split(tokens: Sequence[Token]) -> tuple[list[Token], list[Token], list[Token]]:
    """Cut a noun phrase into what stands before its last proper name, the name, and what follows it."""
    capital = [place for place, token in enumerate(tokens) if is_capital(token)]
    if not capital:
        return list(tokens), [], []
    end = start = capital[-1]
    for place in reversed(capital[:-1]):
        if any(begins_name(token) for token in tokens[place + 1 : start + 1]) or is_owner(tokens[start]):
            break
        joiners = list(tokens[place + 1 : start])
        if joiners and not (
            all(_may_join(token) for token in joiners) and _joins(tokens[place], joiners, tokens[start])
        ):
            break
        start = place
    while start > 0 and _leads(tokens, start - 1) and not begins_name(tokens[start]):
        start -= 1
    return list(tokens[:start]), list(tokens[start : end + 1]), list(tokens[end + 1 :])


def is_owner(token: Token) -> bool:
    """Tell whether a country with a lost apostrophe owns what follows: "… in Varnia | Chinas ministry"."""
    plain = token.lower_[:-1].replace(" ", "-")
    return token.lower_.endswith("s") and plain in words("country") and token.lower_ not in words("country")


def _leads(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a small word begins a name: the "al", "-" of "al-Nusra"."""
    token = tokens[place]
    if token.text in _HYPHENS:
        return place > 0 and tokens[place - 1].lower_ in words("prefix")
    return token.lower_ in words("prefix")
