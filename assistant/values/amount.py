"""Amounts: "at least 16 people", "dozens", "a woman and her child"."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from text_to_num import text2num

from assistant.answer import Cause, Relation
from assistant.values.comparison import Difference
from assistant.vocabulary import bounds, family, vague_amounts
from corpus.attribution.tree import children
from corpus.resolution.vocabulary import words

_APPROXIMATELY = 0.15
"""How far, as a share, "around 50" may be from 50."""

_PARTIAL = ("last", "another", "other", "further", "additional", "more", "remaining", "first")
_MOST = float("inf")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_CASUALTY = ("kill", "wound", "arrest", "displace", "missing", "rescue")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount between `low` and `high`, both inclusive, in the unit asked for."""

    label: str
    low: float
    high: float

    def differs(self, other: "Amount") -> Difference | None:
        """Amounts differ where their ranges share no number."""
        if max(self.low, other.low) <= min(self.high, other.high):
            return None
        return Difference(Relation.CONTRADICTS, Cause.NUMBER)


def amount(doc: Doc, terms: tuple[str, ...], unit: str = "", *, lenient: bool = False) -> Amount | None:
    """Return the amount of what `terms` ask for, in `unit` where one is asked for, None where there is none.

    Of several amounts the one tied most closely to a word of the question counts; an amount of
    something else ("wounded", where the dead are asked for) does not. Where `lenient`, the only
    amount of a text counts even if no word ties it.
    """
    wanted = frozenset().union(*(family(term) for term in terms)) if terms else frozenset()
    others = frozenset().union(*(family(name) for name in _CASUALTY if name not in wanted)) - wanted
    counted = _units(unit)
    amounts = [(token, one) for token in doc if (one := _amount_at(token)) is not None]
    amounts = [(token, one) for token, one in amounts if not counted or _counts(token, counted)]
    tied = [(score, one) for token, one in amounts if (score := _tie(token, wanted, others)) > 0]
    if tied:
        return max(tied, key=lambda pair: pair[0])[1]
    alone = lenient and len(amounts) == 1 and not any(token.lemma_.lower() in others for token in doc)
    return amounts[0][1] if alone else None


def _units(unit: str) -> frozenset[str]:
    """Return the nouns that an amount may count: of a kind of people, "people" as well."""
    if not unit:
        return frozenset()
    people = {"people", "person"} if family(unit) & words("person") else set()
    return family(unit) | people


def _counts(token: Token, counted: frozenset[str]) -> bool:
    """Tell whether an amount is of the unit asked for: "40 prisoners", "40 of the prisoners"."""
    near = [token.head, *token.children, *(noun for of in children(token, "prep") for noun in of.children)]
    return any(part.lemma_.lower() in counted for part in near)


def _amount_at(token: Token) -> Amount | None:
    number = _number(token)
    if number is None or _is_partial(token) or _is_hour(token):
        return None
    low, high, first = number
    before = token.doc[max(first - 4, 0) : first].text.lower()
    label_start = first
    if low == high:
        phrase, bound = _bound(before)
        if bound:
            low, high = _bounded(bound, phrase, low)
            label_start = first - len(phrase.split())
    noun = token.head if token.dep_ == "nummod" and token.head.i > token.i else token
    return Amount(token.doc[label_start : noun.i + 1].text, low, high)


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
        return (number + 1 if phrase in ("more than", "over") else number), _MOST
    if bound == "most":
        return 0, number
    return number * (1 - _APPROXIMATELY), number * (1 + _APPROXIMATELY)


def _number(token: Token) -> tuple[float, float, int] | None:
    """Return lowest and highest reading and the index of the first word, None where there is none."""
    word = token.lower_
    if word in vague_amounts():
        low, high = vague_amounts()[word]
        return low, high, token.i
    if not token.like_num or token.ent_type_ in ("DATE", "TIME", "ORDINAL") or _is_date_part(token):
        return None
    if token.dep_ == "compound" and token.head.like_num:
        return None
    parts = [child for child in token.children if child.dep_ in ("compound", "quantmod") and child.like_num]
    value = _value([*(part.text for part in parts), token.text])
    return None if value is None else (value, value, min([token, *parts], key=lambda part: part.i).i)


def _is_partial(token: Token) -> bool:
    """Tell whether an amount is only a part or an addition: "the last five", "another 20"."""
    around = [part for part in (*token.children, *token.head.children) if 0 < token.i - part.i <= 3]
    return any(part.lower_ in _PARTIAL and part.nbor().lower_ != "than" for part in around)


def _is_hour(token: Token) -> bool:
    before = token.doc[max(token.i - 1, 0) : token.i].text.lower()
    after = token.doc[token.i + 1 : token.i + 2].text.lower()
    pronoun = before == "the" and token.dep_ != "nummod"
    alone = pronoun or (token.dep_ == "pobj" and before in ("at", "before", "after", "by", "until", "since"))
    return alone or after in ("a.m.", "p.m.", "am", "pm", "o'clock", "gmt")


def _is_date_part(token: Token) -> bool:
    return token.head.ent_type_ == "DATE" or (
        token.text.isdigit() and len(token.text) == 4 and token.dep_ != "nummod"
    )


def _value(words: list[str]) -> float | None:
    total = 1.0
    spoken: list[str] = []
    for word in words:
        plain = word.lower().replace(",", "").rstrip("+")
        if plain in _SCALES and not spoken:
            total *= _SCALES[plain]
        elif plain.replace(".", "", 1).isdigit():
            total *= float(plain)
        else:
            spoken.append(plain)
    if not spoken:
        return total
    try:
        return total * float(text2num(" ".join(spoken), "en"))
    except ValueError:
        return None


def _tie(token: Token, wanted: frozenset[str], others: frozenset[str]) -> float:
    """Return how closely an amount is tied to what is asked: 1 beside it, less further off, 0 not at all."""
    current, score = token, 1.0
    for _ in range(5):
        lemmas = _around(current)
        if current != token and current.lemma_.lower() in others and current.lemma_.lower() not in wanted:
            return 0.0
        if lemmas & wanted:
            return score
        if current.head == current:
            break
        current, score = current.head, score * 0.8
    return 0.0


def _around(token: Token) -> frozenset[str]:
    """Return the lemmas of a word, of what hangs on it, and of its prepositional phrases."""
    near = [child for child in token.children if child.dep_ != "conj"]
    objects = [noun for child in near if child.dep_ == "prep" for noun in child.children]
    return frozenset(word.lemma_.lower() for word in (token, *near, *objects))
