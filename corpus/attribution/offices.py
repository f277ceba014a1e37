"""An office right before the name of who holds it: "… on Monday | Lumo Envoy for Varnia | Ann Lee"."""

from collections.abc import Sequence

from spacy.tokens import Token

from corpus.attribution.subjects import is_day
from corpus.resolution.capitals import MOMENTS
from corpus.resolution.vocabulary import is_human, singular

_LINKS = ("for", "of", "to")
_FARTHEST = 7
_MONTHS = ("DATE", "TIME")


def office_at_end(content: Sequence[Token]) -> tuple[Token, ...]:
    """Return the capitalised office that a content ends with, none where it ends otherwise."""
    for place in range(len(content) - 2, max(len(content) - _FARTHEST, 0), -1):
        token = content[place]
        if token.lower_ in _LINKS and _is_office(content[place - 1]) and _is_named(content[place + 1 :]):
            return tuple(content[_start(content, place - 1) :])
    return ()


def _is_office(token: Token) -> bool:
    return token.text.istitle() and is_human(singular(token.lower_))


def _is_named(rest: Sequence[Token]) -> bool:
    return all(token.text[:1].isupper() or token.lower_ in ("the", "and") for token in rest)


def _start(content: Sequence[Token], place: int) -> int:
    """Return where the capitals before an office begin, a day or a date not being one of them."""
    while place > 1 and content[place - 1].text[:1].isupper() and not _is_time(content[place - 1]):
        place -= 1
    return place


def _is_time(token: Token) -> bool:
    return is_day(token) or token.text in MOMENTS or token.ent_type_ in _MONTHS
