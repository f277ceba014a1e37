"""Numerals: numbers in figures or words, ranges, shares, sums of money, vague words for amounts."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc
from text_to_num import text2num

from assistant.vocabulary import group, vague_amounts
from corpus.resolution.vocabulary import people, singular

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9}
_SMALL = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
)
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_RANGES = ("to", "-", "–", "—", "and")
_MOST_PARTS = 10
"""The greatest whole of a ratio: "nine in ten"."""

_NEAR_SHARE = 5
"""Percentage points that "half", "a third" or "one in three" may be off."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number between `low` and `high` at tokens `start` to `end`; `anchor` is its syntactic head.

    `unit` is "share" (in percent) or "money" where the numeral itself says so, else empty. It `is_rounded`
    where it is told as a fraction, which leaves room on either side.
    """

    low: float
    high: float
    start: int
    end: int
    anchor: int
    unit: str = ""
    is_vague: bool = False
    is_rounded: bool = False


def numeral(doc: Doc, place: int) -> Numeral | None:
    """Return the numeral that begins at token `place`, None where none does."""
    first = (
        _ratio(doc, place)
        or _fraction(doc, place)
        or _none(doc, place)
        or _vague(doc, place)
        or _number(doc, place)
    )
    if first is None:
        return None
    return _with_unit(doc, _ranged(doc, first))


def _ranged(doc: Doc, first: Numeral) -> Numeral:
    """Read on over "12 to 30", "between 12 and 30"; "from 12 to 30" comes to 30."""
    mark = doc[first.end : first.end + 1].text.lower()
    between = doc[first.start - 1].lower_ == "between" if first.start else False
    if mark not in _RANGES or (mark == "and") != between:
        return first
    second = _number(doc, first.end + 1) if first.end + 1 < len(doc) else None
    if second is None or second.high < first.low:
        return first
    if first.start and doc[first.start - 1].lower_ == "from":
        return replace(second, start=first.start)
    start = first.start - 1 if between else first.start
    return replace(second, low=first.low, start=start)


def _with_unit(doc: Doc, found: Numeral) -> Numeral:
    after = doc[found.end : found.end + 2].text.lower()
    before = doc[found.start - 1].text if found.start else ""
    percent = next((mark for mark in ("per cent", "percent", "%") if after.startswith(mark)), "")
    if percent:
        return replace(found, end=found.end + len(percent.split()), unit="share")
    if before[-1:] in tuple("$€£¥"):
        return replace(found, start=found.start - 1, unit="money")
    return found


def _number(doc: Doc, place: int) -> Numeral | None:
    """Read "16", "1,429", "1.4 billion", "300m", "twenty-one", "two hundred and six"."""
    token = doc[place]
    plain = token.lower_.replace(",", "").rstrip("+")
    if plain.replace(".", "", 1).isdigit():
        value, end = float(plain), place + 1
    elif token.lower_ in _SMALL or (token.lower_ in ("a", "an") and _is_scale(doc, place + 1)):
        spelt = _spelt(doc, place)
        if spelt is None:
            return None
        value, end = spelt
    else:
        return None
    while end < len(doc) and (scale := _scale(doc, end)):
        value *= scale
        end += 1
    return Numeral(value, value, place, end, end - 1)


def _scale(doc: Doc, place: int) -> float:
    """Return what a word after a number multiplies it by, 0 for none: "million", the m of "300m"."""
    word = doc[place].lower_
    if word in _SHORT:
        return 0.0 if doc[place - 1].whitespace_ else _SHORT[word]
    return _SCALES.get(word.removesuffix("s"), 0.0)


def _is_scale(doc: Doc, place: int) -> bool:
    return doc[place : place + 1].text.lower() in _SCALES


def _spelt(doc: Doc, place: int) -> tuple[float, int] | None:
    """Return the number that words spell from a place on, and where it ends."""
    end, words = place, list[str]()
    while end < len(doc):
        word = doc[end].lower_
        joined = word in ("-", "and") and words and _goes_on(doc, end)
        if not (word in _SMALL or word in _SCALES or joined or (end == place and word in ("a", "an"))):
            break
        words.append("one" if word in ("a", "an") else word)
        end += 1
    try:
        return float(text2num(" ".join(word for word in words if word != "-"), "en")), end
    except ValueError:
        return (float(text2num(words[0], "en")), place + 1) if words[0] in _SMALL else None


def _goes_on(doc: Doc, place: int) -> bool:
    """Tell whether a hyphen or "and" stands inside a number: "two hundred and six", "twenty-one"."""
    following = doc[place + 1 : place + 2].text.lower()
    if doc[place].text == "-":
        return following in _SMALL
    return following in _SMALL and doc[place - 1].lower_ in _SCALES


def _vague(doc: Doc, place: int) -> Numeral | None:
    """Read "dozens", "a dozen", "tens of thousands"."""
    for length in range(min(3, len(doc) - place), 0, -1):
        words = doc[place : place + length].text.lower()
        if words in vague_amounts():
            low, high = vague_amounts()[words]
            return Numeral(low, high, place, place + length, place + length - 1, is_vague=True)
    return None


def _none(doc: Doc, place: int) -> Numeral | None:
    """Read "no one", "nobody", "no casualties"."""
    word, following = doc[place].lower_, doc[place + 1 : place + 2]
    if word in ("nobody", "none"):
        return Numeral(0, 0, place, place + 1, place)
    if word == "no" and following.text.lower() in ("one", "body"):
        return Numeral(0, 0, place, place + 2, place + 1)
    if word == "no" and following and following[0].lemma_.lower() in group("people", "nouns"):
        return Numeral(0, 0, place, place + 1, place + 1)
    return None


def _fraction(doc: Doc, place: int) -> Numeral | None:
    """Read "half", "a third", "two thirds", as a share in percent."""
    for length in (1, 2, 3):
        last = place + length - 1
        if last >= len(doc) or doc[last].lemma_.lower() not in _FRACTIONS:
            continue
        head = [token.lower_ for token in doc[place:last] if token.text != "-"]
        times = 1 if head in ([], ["a"], ["one"]) else _small(head)
        if times is None or (length == 1 and doc[place].lower_ != "half"):
            continue
        share = 100 * times * _FRACTIONS[doc[last].lemma_.lower()]
        return _rounded(share, place, last + 1, last)
    return None


def _ratio(doc: Doc, place: int) -> Numeral | None:
    """Read "one in five", "nine in ten of them", "two in three voters", as a share in percent."""
    parts = _number(doc, place)
    if parts is None or doc[parts.end : parts.end + 1].text.lower() != "in" or parts.end + 1 == len(doc):
        return None
    whole = _number(doc, parts.end + 1)
    if whole is None or not 0 < parts.low < whole.low <= _MOST_PARTS or not _is_of_people(doc, whole):
        return None
    share = 100 * parts.low / whole.low
    return _rounded(share, place, whole.end, place)


def _rounded(share: float, start: int, end: int, anchor: int) -> Numeral:
    low, high = share - _NEAR_SHARE, share + _NEAR_SHARE
    return Numeral(low, high, start, end, anchor, "share", is_rounded=True)


def _is_of_people(doc: Doc, whole: Numeral) -> bool:
    """Tell whether a number counts people or nothing that is named: no "two in three raids"."""
    counted = doc[whole.anchor].head
    if doc[whole.anchor].dep_ == "nummod" and counted.i > whole.anchor:
        noun = counted.lemma_.lower()
        known = group("people", "nouns") | group("people", "anyone")
        return counted.ent_type_ == "NORP" or singular(noun) in people() or noun in known
    return doc[whole.end : whole.end + 1].text.lower() in (
        "",
        "of",
        ".",
        ",",
        ";",
        "is",
        "are",
        "was",
        "were",
    )


def _small(words: list[str]) -> int | None:
    return int(text2num(words[0], "en")) if len(words) == 1 and words[0] in _SMALL else None
