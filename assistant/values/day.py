"""Days: when something happened."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from assistant.answer import Cause, Relation
from assistant.naming import MONTHS
from assistant.question import Question
from assistant.values.comparison import Difference
from assistant.vocabulary import family, stem, stemmed
from corpus.attribution.tree import children
from corpus.dates import named_days

_MONTH = re.compile(
    rf"\b(?:in|by|since|until|from|during|of|early|late|mid|next|last) (?:early |late |mid-?)?"
    rf"({'|'.join(MONTHS)})\b(?: (\d{{4}}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:in|by|since|until|from|during|of|early|late) (?:early |late |mid-?)?((?:19|20)\d\d)\b", re.I
)


_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:\d\d)?\d\d)(?![\d/])")
_CENTURY = 2000
_BESIDE = re.compile(r"\b(?:early |late |mid-?)?(next|this|last) (month|year)\b", re.I)
_AGO = re.compile(r"\b((?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? ago)\b", re.I)
_COUNTED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Day:
    """The day that a statement gives, or the first and last of a month or year."""

    label: str
    day: date
    last: date

    def differs(self, other: "Day") -> Difference | None:
        """Days differ where they are not the same, nor within one another."""
        if max(self.day, other.day) <= min(self.last, other.last):
            return None
        return Difference(Relation.CONTRADICTS, Cause.DATE)


def day(content: Doc, base: date | None, question: Question, *, loose: bool = True) -> Day | None:
    """Return the day that a text gives for what is asked, read against the day of its report.

    Days that the question names are no answer; of several the one nearest the deed counts. Where
    the text names no day it may be a month or a year. Unless `loose`, the day must hang on the deed.
    """
    text, deeds = content.text, _deeds(question)
    places = [token.idx for token in content if _is_of(token, deeds)]
    if not (loose or places):
        return None
    named = [Day(text[one.start : one.end], one.day, one.day) for one in named_days(text, base)]
    named += _in_figures(text)
    free = [one for one in named if one.day not in question.days]
    if not free:
        return _stretch(text, base)
    tied = [one for one in free if _is_tied(content, text.find(one.label), deeds)]
    if not (loose or tied):
        return None
    return min(tied or free, key=lambda one: _distance(text.find(one.label), places))


def day_of(words: Span, base: date | None, question: Question) -> Day | None:
    """Return the day that words of a text name, read as they stand in it: "will close on 30 September"."""
    text = words.doc.text
    inside = [
        Day(text[one.start : one.end].rstrip("."), one.day, one.day)
        for one in named_days(text, base)
        if one.start < words.end_char and one.end > words.start_char
    ]
    free = [one for one in (*inside, *_in_figures(words.text)) if one.day not in question.days]
    before = words.doc[max(words.start - 1, 0) : words.end].text
    return free[0] if free else None if inside else _stretch(before, base)


def _distance(start: int, places: list[int]) -> int:
    return min((abs(start - place) for place in places), default=0)


def _is_tied(content: Doc, start: int, deeds: frozenset[str]) -> bool:
    """Tell whether the nearest verb above a day, or a noun on the way or beside, is one of `deeds`."""
    span = content.char_span(start, start + 1, alignment_mode="expand")
    for part in (span.root, *span.root.ancestors) if span is not None else ():
        near = [part, *children(part, "nsubj", "nsubjpass", "dobj", "attr", "acomp", "prt")]
        if any(_is_of(word, deeds) for word in near):
            return True
        if part.pos_ == "VERB":
            return False
    return False


def _is_of(token: Token, deeds: frozenset[str]) -> bool:
    """Tell whether a word is one of the deeds, or made of it: "the shootings" of "shoot"."""
    return stem(token.lemma_.lower()) in stemmed(deeds)


def _in_figures(text: str) -> list[Day]:
    """Return the days that a text writes in figures, "08/11/14", the day before the month if it can be."""
    found = []
    for match in _FIGURES.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        number, month = (first, second) if second <= len(MONTHS) else (second, first)
        whole = year if year > _CENTURY else _CENTURY + year
        if 1 <= month <= len(MONTHS) and 1 <= number <= monthrange(whole, month)[1]:
            found.append(Day(match[0], date(whole, month, number), date(whole, month, number)))
    return found


def _deeds(question: Question) -> frozenset[str]:
    deeds = (question.deed,) if question.deed else question.terms[-1:]
    return frozenset().union(*map(family, deeds))


def _stretch(text: str, base: date | None) -> Day | None:
    """Return the month or year that a text names; a month without a year is the one nearest `base`."""
    month, year = _MONTH.search(text), _YEAR.search(text)
    if month and (month.group(2) or base):
        number = MONTHS.index(month.group(1).lower()) + 1
        which = int(month.group(2)) if month.group(2) else _nearest_year(number, base)
        first = date(which, number, 1)
        return Day(month.group(), first, first.replace(day=monthrange(which, number)[1]))
    if year:
        which = int(year.group(1))
        return Day(year.group(), date(which, 1, 1), date(which, 12, 31))
    return _beside(text, base) or _years_before(text, base) if base else None


def _beside(text: str, base: date) -> Day | None:
    """Return the month or year that a text names by its place beside the day of its report: "next year"."""
    found = _BESIDE.search(text)
    if found is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[found[1].lower()]
    if found[2].lower() == "year":
        return Day(found[0], date(base.year + step, 1, 1), date(base.year + step, 12, 31))
    months = 12 * base.year + base.month - 1 + step
    first = date(months // 12, months % 12 + 1, 1)
    return Day(found[0], first, first.replace(day=monthrange(first.year, first.month)[1]))


def _years_before(text: str, base: date) -> Day | None:
    """Return the year that a text counts back from the day of its report: "two years ago"."""
    found = _AGO.search(text)
    if found is None:
        return None
    word = found[1].lower().split()[0]
    years = int(word) if word.isdigit() else _COUNTED.index(word) if word in _COUNTED else 1
    return Day(found[1], date(base.year - years, 1, 1), date(base.year - years, 12, 31))


def _nearest_year(month: int, base: date | None) -> int:
    near = base or date(2000, month, 15)
    return min((near.year - 1, near.year, near.year + 1), key=lambda year: abs(date(year, month, 15) - near))
