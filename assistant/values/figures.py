"""Figures: every amount that a text gives, with what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from assistant.values.numerals import Numeral, numeral
from assistant.vocabulary import bounds, family, group
from corpus.dates import named_days
from corpus.resolution.vocabulary import people, singular

_APPROXIMATELY = 0.15
"""How far, as a share, "around 50" may at most be from 50."""

_MOST = float("inf")
_PARTIAL = ("last", "another", "other", "further", "additional", "more", "remaining", "first")
_PART_BEFORE = re.compile(
    r"(?:\binclud(?:ing|ed|es?)|\bamong (?:them|whom)\b.{0,12}|\bof (?:them|whom|which)\b.{0,12})\s*$", re.I
)
_WHOLE_BEFORE = re.compile(
    r"\b(?:out of|\d of|(?:up|down|rose|fell|risen|fallen) from|compared (?:with|to)|instead of|not)\s*"
    r"(?:\w+ )?$",
    re.I,
)
_ARTICLE = re.compile(r"\b(?:an?|one)(?: \w+)?$", re.I)
_OF_THOSE = re.compile(r"^\s*of (?:them|whom|those|the)\b", re.I)
_BEFORE_NOUNS, _MARKS = ("ADJ", "DET", "ADV"), "-–'\""
_TIME = "second minute hour day night week month year decade time"
_LENGTH = "metre meter kilometre kilometer km mile foot inch yard hectare acre degree"
_MEASURE = frozenset(f"{_TIME} {_LENGTH}".split())
_NOT_COUNTED = re.compile(
    r"^\s*(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock|gmt|years? old|-\s*(?:year|day|month|hour)|:\d)", re.I
)
_OR_MORE = re.compile(r"^(?:people )?or more\b", re.I)
_PUTTING = ("put", "estimate", "reckon", "peg", "stand")
_TALLIES = frozenset(
    """number toll total count figure tally loss casualty dead death turnout share estimate damage""".split()
)
"""Verbs, and nouns beside them, after which "at" leads to an amount, not an hour."""

_TIMES = {"never": 0, "once": 1, "twice": 2, "thrice": 3}
_EACH_SIDE = re.compile(r"^.{0,30}\b(?:each|either) (?:side|of)\b", re.I)


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount between `low` and `high` that stands at `anchor`.

    `nouns` are the lemmas of what it counts; `what` is "people", "money", "share", "measure" or
    "thing", empty where the text names nothing counted. It `is_part` of a greater amount
    ("including five children"), or the greater one of which another is part or the earlier one that
    another replaces: `is_whole`. It `is_vague` where a word such as "dozens" gives it.
    """

    label: str
    low: float
    high: float
    anchor: Token
    what: str
    nouns: frozenset[str]
    is_part: bool = False
    is_whole: bool = False
    is_vague: bool = False


def figures(doc: Doc) -> list[Figure]:
    """Return the amounts of a text in its order, less dates, hours, ages and mere additions."""
    days = [(day.start, day.end) for day in named_days(doc.text, date(2000, 1, 1))]
    found: list[Figure] = []
    place = 0
    while place < len(doc):
        number = numeral(doc, place)
        if number is None:
            place += 1
            continue
        dated = any(start <= doc[place].idx < end for start, end in days)
        if not dated and _counts(doc, number):
            found.append(_figure(doc, number))
        place = number.end
    taken = {one.anchor.i for one in found}
    repeated = [] if any("time" in one.nouns for one in found) else _repeated(doc)
    return [*found, *(one for one in _listed(doc) if one.anchor.i not in taken), *repeated]


def _repeated(doc: Doc) -> Iterator[Figure]:
    """Yield how often something happened: "met twice"; not "at once", "not once", "once or twice"."""
    for token in doc:
        times = _TIMES.get(token.lower_)
        if times is None or token.dep_ not in ("advmod", "neg") or token.head.pos_ not in ("VERB", "AUX"):
            continue
        beside = {part.lower_ for part in token.head.children if part.dep_ == "neg" or part.lower_ in _TIMES}
        around = doc[max(token.i - 1, 0) : token.i + 2].text.lower().split()
        if beside == {token.lower_} and not {"at", "or", "not"} & set(around):
            phrase, bound = _bound(doc[max(token.i - 4, 0) : token.i].text.lower())
            low, high = _bounded(bound, phrase, times) if bound else (times, times)
            label = doc[token.i - len(phrase.split()) : token.i + 1].text
            yield Figure(label, low, high, token, "measure", frozenset({"time"}))


def bounded(doc: Doc, number: Numeral) -> tuple[float, float]:
    """Return the least and the most that a number may be by the words before it: "at least", "about"."""
    phrase, bound = _bound(doc[max(number.start - 4, 0) : number.start].text.lower())
    return (
        _bounded(bound, phrase, number.low)
        if bound and number.low == number.high
        else (number.low, number.high)
    )


def is_person(lemma: str) -> bool:
    """Tell whether a noun is for people, or for what is left of them."""
    sides = group("sides", "state") | group("sides", "opposition")
    return singular(lemma) in people() | sides or lemma in group("people", "nouns") | group(
        "people", "anyone"
    )


def _counts(doc: Doc, number: Numeral) -> bool:
    """Tell whether a number is an amount: no hour, year, age, part of a name, mere addition."""
    anchor = doc[number.anchor]
    before = doc[number.start - 1] if number.start else None
    after = doc[number.end :].text
    if _NOT_COUNTED.search(after) or _is_year(anchor, number) or _is_partial(anchor):
        return False
    if before is None:
        return True
    hour = before.lower_ in ("at", "before", "after", "by", "until", "since", "aged", "the")
    hour = hour and not _is_put(before)
    return not (_is_name_part(doc, number) or (hour and _is_bare(doc, number)))


def _is_put(at: Token) -> bool:
    """Tell whether "at" belongs to an estimate: "put the number of meetings at five"."""
    verbs = (token for token in at.ancestors if token.pos_ == "VERB")
    verb = next(verbs, None)
    if at.lower_ != "at" or verb is None or verb.lemma_ not in _PUTTING:
        return False
    return any(token.lemma_.lower() in _TALLIES for token in verb.subtree)


def _is_name_part(doc: Doc, number: Numeral) -> bool:
    """Tell whether a number belongs to the name before it: "F-16", "Flight 370", "ePad 6"."""
    before, anchor = doc[number.start - 1], doc[number.anchor]
    if before.text == "-":
        return before.i > 0 and not before.whitespace_ and doc[before.i - 1].text[-1:].isalpha()
    capital = before.text != before.lower_ and anchor.is_digit
    lone = not before.is_sent_start and not _nouns(doc, number)
    return capital and (lone or (before.pos_ == "NOUN" and not before.is_stop))


def _is_bare(doc: Doc, number: Numeral) -> bool:
    return number.low == number.high <= 24 and not _nouns(doc, number) and not number.unit


def _is_year(anchor: Token, number: Numeral) -> bool:
    spelt = anchor.text.isdigit() and len(anchor.text) == 4 and 1900 <= number.low < 2100
    return spelt and (anchor.dep_ != "nummod" or anchor.ent_type_ == "DATE" or anchor.head.pos_ == "PROPN")


def _is_partial(token: Token) -> bool:
    """Tell whether an amount is only a part or an addition: "the last five", "another 20"."""
    around = [part for part in (*token.children, *token.head.children) if 0 < token.i - part.i <= 3]
    return any(part.lower_ in _PARTIAL and part.nbor().lower_ != "than" for part in around)


def _figure(doc: Doc, number: Numeral) -> Figure:
    nouns = _nouns(doc, number)
    before, after = doc[max(number.start - 4, 0) : number.start].text, doc[number.end :].text
    low, high, start = number.low, number.high, number.start
    phrase, bound = _bound(before.lower())
    if bound and low == high:
        low, high = _bounded(bound, phrase, low)
        start -= len(phrase.split())
    elif bound in ("least", "most") and number.is_rounded:
        middle = (low + high) / 2  # "more than half": no room below it
        low, high = (middle, _MOST) if bound == "least" else (0, middle)
        start -= len(phrase.split())
    elif _OR_MORE.match(after) or _EACH_SIDE.match(after):
        high = _MOST
    last = max((noun.i for noun in nouns if noun.i - number.end < 4), default=number.end - 1)
    lead = doc[max(start - 4, 0) : start].text
    return Figure(
        label=doc[start : max(last + 1, number.end)].text,
        low=low,
        high=high,
        anchor=doc[number.anchor],
        what=_what(number, nouns),
        nouns=frozenset(noun.lemma_.lower() for noun in nouns),
        is_part=bool(_PART_BEFORE.search(lead) or _OF_THOSE.search(after)),
        is_whole=bool(_WHOLE_BEFORE.search(lead)),
        is_vague=number.is_vague,
    )


def _nouns(doc: Doc, number: Numeral) -> list[Token]:
    """Return the nouns counted: those just after the number, or after "of" there: "620 of the 2,100 jobs"."""
    place = number.end
    before: tuple[str, ...] = _BEFORE_NOUNS
    if doc[place : place + 1].text == "of":
        place, before = place + 1, (*_BEFORE_NOUNS, "NUM")
    found: list[Token] = []
    for token in doc[place : place + 6]:
        if token.pos_ in ("NOUN", "PROPN"):
            found.append(token)
        elif token.tag_ == "POS" and "NUM" in before:
            found = []  # "160 of the brigade's soldiers"
        elif found or not (token.pos_ in before or token.tag_ == "VBN" or token.text in _MARKS):
            break
    if not found and doc[number.anchor].dep_ == "nummod" and doc[number.anchor].head.i > number.anchor:
        return [doc[number.anchor].head]
    return found


def _what(number: Numeral, nouns: list[Token]) -> str:
    lemmas = [noun.lemma_.lower() for noun in nouns]
    if number.unit and not (number.unit == "share" and lemmas[:1] and lemmas[0] in _TIME.split()):
        return number.unit
    if any(lemma in group("money", "nouns") for lemma in lemmas):
        return "money"
    if any(is_person(lemma) or noun.ent_type_ == "NORP" for lemma, noun in zip(lemmas, nouns, strict=True)):
        return "people"
    if lemmas and lemmas[0] in _MEASURE:
        return "measure"
    return "thing" if lemmas else ""


def _bound(before: str) -> tuple[str, str]:
    """Return the longest bounding phrase that a text ends with, and its kind; empty for none."""
    found = [
        (phrase, bound)
        for bound, phrases in bounds().items()
        for phrase in phrases
        if f" {before}".endswith(f" {phrase}")
    ]
    return max(found, key=lambda pair: len(pair[0]), default=("", ""))


def _bounded(bound: str, phrase: str, number: float) -> tuple[float, float]:
    if bound == "least":
        return (number + 1 if phrase in ("more than", "over") and number >= 2 else number), _MOST
    if bound == "most":
        return 0, number
    room = min(number * _APPROXIMATELY, _last_unit(number))
    return (number - room, number) if bound == "nearly" else (number - room, number + room)


def _last_unit(number: float) -> float:
    """Return the place of the last digit that is not nought: 240 → 10, 49 → 1, 1400 → 100."""
    unit = 1.0
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit


def _listed(doc: Doc) -> Iterator[Figure]:
    """Yield the people that a text lists one by one: "a man, a woman and her child"."""
    run: list[Token] = []
    for token in doc:
        single = token.tag_ == "NN" and is_person(token.lemma_.lower())
        if single and (run or _ARTICLE.search(doc[max(token.i - 3, 0) : token.i].text)):
            run.append(token)
        elif run and not (token.pos_ in ("DET", "CCONJ", "ADJ", "PRON") or token.is_punct):
            yield from _sum(doc, run)
            run = []
    yield from _sum(doc, run)


def _sum(doc: Doc, run: list[Token]) -> Iterator[Figure]:
    if len(run) < 2:
        return
    lemmas = frozenset(token.lemma_.lower() for token in run) | family("person")
    label = doc[run[0].i - 1 : run[-1].i + 1].text
    yield Figure(label, len(run), len(run), run[0], "people", lemmas | {"people"})
