"""The names in a question: runs of capitalised words with the numbers that belong to them."""

import re
from datetime import date

from spacy.tokens import Doc, Token

from corpus.dates import named_days
from corpus.resolution.vocabulary import bodies, words

MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PARTICLES = ("-", "al", "el", "bin", "de", "the")
_OF = ("of", "for", "the")
_LONGEST_NUMBER = 3
"""Digits of the longest number that belongs to the name before it; a longer one is a year."""


def name_runs(doc: Doc) -> list[list[Token]]:
    """Return the runs of tokens that form a name, less a leading question word and dates."""
    days = list(named_days(doc.text, date(2000, 1, 1)))
    runs: list[list[Token]] = []
    for token in doc:
        if not _is_part(token) or any(day.start <= token.idx < day.end for day in days):
            continue
        if runs and _joined(runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [run for run in runs if any(_is_capitalised(part) for part in run)]


def name_of(run: list[Token]) -> str:
    """Return the text of a run."""
    return str(run[0].doc[run[0].i : run[-1].i + 1].text)


def without_title(name: str) -> str:
    """Drop titles before a person's name: "Transport Minister Ilse Varnholt" → "Ilse Varnholt"."""
    parts = name.split()
    titles = [place for place, part in enumerate(parts[:-1]) if part.lower() in words("honorific")]
    return " ".join(parts[titles[-1] + 1 :]) if titles else name


def _is_part(token: Token) -> bool:
    if token.i == 0 and token.pos_ != "PROPN":
        return False
    if _is_of_a_date(token):
        return False
    following = token.doc[token.i + 1 : token.i + 2].text
    starts_name = token.text[:1].isdigit() and following[:1].isupper()
    unlikely = token.pos_ in ("PRON", "AUX", "SCONJ", "CCONJ")
    return starts_name or (_is_capitalised(token) and not unlikely) or _numbers_a_name(token)


def _is_capitalised(token: Token) -> bool:
    """Tell whether a word is written as a name: "Minian", "iPhone"."""
    return token.text[:1].isupper() or (token.is_alpha and token.text[1:2].isupper())


def _is_of_a_date(token: Token) -> bool:
    """Tell whether a word is a weekday, or a month beside a number or by the parser's word."""
    if token.lower_ in _WEEKDAYS:
        return True
    beside = token.doc[max(token.i - 1, 0) : token.i + 2]
    numbered = any(part.like_num and part.i != token.i for part in beside)
    return token.lower_ in MONTHS and (numbered or token.ent_type_ == "DATE")


def _numbers_a_name(token: Token) -> bool:
    """Tell whether a number ends a name: "Flight 9", "Route 40"."""
    if not token.text.isdigit() or len(token.text) > _LONGEST_NUMBER or token.i == 0:
        return False
    before = token.nbor(-1)
    return token.head.i <= before.i and _is_capitalised(before) and not _is_of_a_date(before)


def _joined(left: Token, right: Token) -> bool:
    """Tell whether two parts are of one name: "Deir al-Dorn", "Ministry of Fisheries"."""
    between = [token.lower_ for token in left.doc[left.i + 1 : right.i]]
    if all(word in _PARTICLES for word in between):
        return between != ["the"]
    of_a_body = re.sub(r"s$", "", left.lower_) in bodies()
    return of_a_body and all(word in _OF for word in between)
