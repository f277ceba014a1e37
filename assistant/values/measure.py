"""Measures: how old, long, far or heavy something is, or at what time of day it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.names import mentions_any
from assistant.question import Question
from assistant.values.comparison import Difference
from assistant.values.figures import bounded
from assistant.values.numerals import Numeral, numeral
from assistant.vocabulary import family, group, units

_ROUNDING = 0.02
"""How far, as a share, a measure may be off by being converted or rounded."""

_OLDEST = 130
_NEAR_CLOCK = 10
"""Minutes that "around noon" may be off."""

_ASKED = (
    ("age", r"\bhow old\b|\bhow much (?:old|young)er\b|\bages?\b"),
    ("clock", r"\b(?:what|which)(?:['’]s)? (?:[\w'’-]+ )?time\b(?! (?:capsule|bomb|frame|span|limit)s?\b)"),
    ("weight", r"\bhow heavy\b|\bheavier\b|\blighter\b|\bweigh|\bweights?\b"),
    ("speed", r"\bhow fast\b|\bhow much (?:fast|slow)er\b|\bspeeds?\b"),
    (
        "length",
        r"\bhow (?:much )?(?:tall|far|deep|wide?|thick|short)(?:er)?\b"
        r"|\b(?:height|length|distance|depth|width)s?\b",
    ),
    (
        "length",
        r"\bhow long (?:is|are|was|were) (?:the|an?|its|this|that|his|her)\b(?! .*\b(?:said|kept|held)\b)",
    ),
    ("duration", r"\bhow long\b|\bdurations?\b"),
)
_CLOCK = re.compile(
    r"\b(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])\.?m\b\.?|(?P<h24>\d{1,2}):(?P<m24>\d\d)"
    r"|(?P<word>noon|midday|midnight))",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|shortly (?:before|after)|just (?:before|after)|nearly)\s*$", re.IGNORECASE
)
_SEXES = ("male", "female")
_AGED = ("aged", "age")
_DECADE = re.compile(
    r"\bin (?:his|her|their|its) (?P<part>(?:early|mid|late|to|-| )+ ?)?"
    r"(?P<tens>[2-9]0['’]?s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    re.IGNORECASE,
)
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_PER = ("per", "an", "a", "/")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure between `low` and `high`, both inclusive, in the first unit of its dimension."""

    label: str
    low: float
    high: float

    def differs(self, other: "Measure") -> Difference | None:
        """Measures differ where their ranges share no number."""
        if max(self.low, other.low) <= min(self.high, other.high):
            return None
        return Difference(Relation.CONTRADICTS, Cause.NUMBER)


def measure(doc: Doc, question: Question, *, loose: bool = False) -> Measure | None:
    """Return the measure of the kind asked for that stands nearest to a word of the question.

    None where there is none, or, unless `loose`, where no word of the question is met.
    """
    asked = dimension(question.text)
    found = list(_clock_times(doc) if asked == "clock" else _measures(doc, asked)) if asked else []
    if asked == "age":
        found += _decades(doc)
    found = [one for one in found if not _is_of_others(doc[one[0]], question)]
    words = frozenset().union(*(family(term) for term in question.terms))
    met = [t.i for t in doc if t.lemma_.lower() in words or (t.is_alpha and _is_named(t, question))]
    if not found or not (met or loose):
        return None
    return min(found, key=lambda one: min((abs(one[0] - place) for place in met), default=0))[1]


def _is_of_others(number: Token, question: Question) -> bool:
    """Tell whether a measure is that of another sex than asked about: "an 82-year-old woman"."""
    asked = {sex for thing in question.things for sex in _SEXES if thing in group("people", sex)}
    told = {sex for part in number.ancestors for sex in _SEXES if part.lemma_.lower() in group("people", sex)}
    return bool(asked and told) and asked.isdisjoint(told)


def dimension(question: str) -> str:
    """Return what a question asks to be measured: "age", "length", "clock" …; empty for nothing."""
    found = (name for name, pattern in _ASKED if re.search(pattern, question, re.IGNORECASE))
    return next(found, "")


def _is_named(token: Token, question: Question) -> bool:
    return token.text[:1].isupper() and mentions_any(token.text, " ".join(question.names).split())


def _measures(doc: Doc, asked: str) -> Iterator[tuple[int, Measure]]:
    """Yield the measures of a text, each with its place; "6 feet 2 inches" is one."""
    place = 0
    while place < len(doc):
        number = numeral(doc, place) or _article(doc, place)
        worth = _worth(doc, number, asked) if number is not None else None
        if number is None or worth is None:
            place += 1
            continue
        end, low, high = number.end + worth[1], *_range(doc, number, worth[0], asked)
        more = numeral(doc, end) if end < len(doc) else None
        rest = _worth(doc, more, asked) if more is not None else None
        if more is not None and rest is not None and rest[0] < worth[0]:
            low, high = low + more.low * rest[0], high + more.high * rest[0]
            end = more.end + rest[1]
        yield number.anchor, Measure(doc[number.start : end].text, low, high)
        place = max(end, place + 1)


def _article(doc: Doc, place: int) -> Numeral | None:
    """Return the one that an article stands for before a unit: "a week"."""
    return Numeral(1, 1, place, place + 1, place) if doc[place].lower_ in ("a", "an", "one") else None


def _range(doc: Doc, number: Numeral, worth: float, asked: str) -> tuple[float, float]:
    low, high = bounded(doc, number)
    room = 0.0 if asked == "age" and worth == 1 else _ROUNDING
    return low * worth * (1 - room), high * worth * (1 + room)


def _worth(doc: Doc, number: Numeral, asked: str) -> tuple[float, int] | None:
    """Return what the unit after a number is worth, and how many tokens it takes; None without one."""
    after = doc[number.end : number.end + 4]
    words = [token for token in after if token.text not in "-–"]
    skipped = 1 if after and after[0].text in "-–" else 0
    unit = units(asked).get(words[0].lemma_.lower()) or units(asked).get(words[0].lower_) if words else None
    following = words[1].lower_ if len(words) > 1 else ""
    if asked == "age":
        return _age(doc, number, unit, following, skipped)
    if unit is None or following in ("old", "ago"):
        return None
    if asked == "speed" and words[0].lower_ not in ("mph", "kmh", "kph") and following not in _PER:
        return None if words[0].lemma_ != "knot" else (unit, 1 + skipped)
    return unit, 1 + skipped


def _age(
    doc: Doc, number: Numeral, unit: float | None, following: str, skipped: int
) -> tuple[float, int] | None:
    """Read "57 years old", "a 57-year-old", "aged 57", "at the age of 57", "Orla Venn, 57, …"."""
    if unit is not None and (following == "old" or doc[number.end : number.end + 4].text.endswith("old")):
        return unit, 2 + 2 * skipped
    before = [token.lower_ for token in doc[max(number.start - 2, 0) : number.start]]
    aged = before[-1:] and (before[-1] in _AGED or before == ["age", "of"])
    between = before[-1:] == [","] and number.start >= 2 and doc[number.start - 2].ent_type_ == "PERSON"
    closed = doc[number.end : number.end + 1].text in (",", ".", ")", "")
    return (1.0, 0) if unit is None and number.high <= _OLDEST and (aged or (between and closed)) else None


def _clock_times(doc: Doc) -> Iterator[tuple[int, Measure]]:
    """Yield the times of day of a text, in minutes after midnight."""
    for found in _CLOCK.finditer(doc.text):
        minutes = _minutes(found)
        room = _NEAR_CLOCK if _ABOUT.search(doc.text[: found.start()]) else 0
        token = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if token is not None:
            yield token.start, Measure(found.group(), minutes - room, minutes + room)


def _decades(doc: Doc) -> Iterator[tuple[int, Measure]]:
    """Yield the ages that a text gives by their decade: "in her thirties", "in his mid-50s"."""
    for found in _DECADE.finditer(doc.text):
        word, part = found["tens"].lower(), (found["part"] or "").lower()
        first = int(word[:2]) if word[0].isdigit() else 20 + 10 * _TENS.index(word)
        years = [year for name, span in _PARTS.items() if name in part for year in span] or [0, 9]
        token = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if token is not None:
            yield token.start, Measure(found.group(), first + min(years), first + max(years))


def _minutes(found: re.Match[str]) -> int:
    if word := found["word"]:
        return 0 if word.lower() == "midnight" else 12 * 60
    if found["h24"]:
        return int(found["h24"]) * 60 + int(found["m24"])
    return (int(found["hour"]) % 12 + 12 * (found["half"].lower() == "p")) * 60 + int(found["minute"] or 0)
