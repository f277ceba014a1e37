"""Amounts: "at least 16 people", "dozens", "a woman and her child"."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from assistant.answer import Cause, Relation
from assistant.values.comparison import Difference
from assistant.values.figures import Figure, figures, is_person
from assistant.vocabulary import family, group

_CASUALTY = ("kill", "wound", "arrest", "displace", "missing", "rescue")
_NEAREST, _FADING, _STEPS = 1.0, 0.8, 5
_ASIDE = 0.4
"""What a word of the question counts that does not say what befell those counted."""

_EXACT, _PART, _VAGUE = 0.3, 0.5, 0.3
"""What naming just the sort of people asked for adds to a figure, and another sort takes away; what
being part of a greater one, and being a word such as "dozens", takes away."""

_LEAST_SUM = 1_000
"""The least number that may be a sum of money without naming any."""

_MANY_SENSES = frozenset(["leave", "hold", "seize", "capture", "pull", "save", "remain"])
"""Words that do not tell by themselves what befell people."""


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
    amount of a text that may count what is asked is taken even if no word ties it.
    """
    asked = _Asked(terms, unit)
    fitting = [(one, fit) for one in figures(doc) if (fit := asked.fit(one)) > 0]
    apart = [(one, fit) for one, fit in fitting if not one.is_whole] or fitting
    scored = [(asked.score(one, fit), one) for one, fit in apart]
    tied = [(score, one) for score, one in scored if score is not None]
    if tied:
        return _read(max(tied, key=lambda pair: pair[0])[1])
    return _alone(apart, asked) if lenient else None


def only_amount(doc: Doc, terms: tuple[str, ...], unit: str = "") -> Amount | None:
    """Return the amount of a text where just one may count what is asked for."""
    asked = _Asked(terms, unit)
    return _alone([(one, fit) for one in figures(doc) if (fit := asked.fit(one)) > 0], asked)


def fitting_amount(words: Span, terms: tuple[str, ...], unit: str) -> Amount | None:
    """Return the first amount among words of a text that may be in the unit asked for, and counts no others.

    What is counted may be named by any noun: the words are known to answer.
    """
    asked = _Asked(terms, unit)
    inside = (one for one in figures(words.doc) if words.start <= one.anchor.i < words.end)
    fitting = (one for one in inside if asked.may_count(one) and not asked.is_of_others(one.anchor))
    return next(map(_read, fitting), None)


def sum_of(words: Span) -> Amount | None:
    """Return the first sum of money among words of a text."""
    inside = (one for one in figures(words.doc) if words.start <= one.anchor.i < words.end)
    return next((_read(one) for one in inside if one.what == "money"), None)


def _alone(fitting: list[tuple[Figure, float]], asked: "_Asked") -> Amount | None:
    free = [(one, fit) for one, fit in fitting if not asked.is_of_others(one.anchor)]
    alone = [one for one, fit in free if fit == max(fit for _, fit in free)]
    return _read(alone[0]) if len(alone) == 1 else None


def _read(figure: Figure) -> Amount:
    return Amount(figure.label, figure.low, figure.high)


class _Asked:
    """What is asked for: words that tie a figure to it, words that tie it to something else."""

    def __init__(self, terms: tuple[str, ...], unit: str) -> None:
        self._unit = unit
        self._akin = family("turnout") - frozenset(terms) if "turnout" in terms else frozenset()
        words = frozenset().union(*(family(term) for term in terms)) if terms else frozenset()
        befell = [frozenset(family(name)) for name in _CASUALTY if not family(name).isdisjoint(terms)]
        self._core = frozenset().union(*befell) or words
        self._aside = words - family(unit) if befell else frozenset()
        self._others = frozenset().union(*(family(name) for name in _CASUALTY)) - words - self._core
        self._others -= _MANY_SENSES | (family(unit) if unit else frozenset())

    def fit(self, figure: Figure) -> float:
        """Return how well a figure's unit fits the one asked for: 2 the same, 1 it may be, 0 not."""
        if self._unit == "share" and figure.nouns & self._akin:
            return 0.0
        if self._unit in ("money", "share"):
            bare = self._unit == "money" and not figure.what and figure.low >= _LEAST_SUM
            return 2.0 if figure.what == self._unit else float(bare)
        if not self._unit:
            return 0.0 if figure.what == "measure" else 1.0
        if figure.nouns & family(self._unit):
            return 2.0
        if not is_person(self._unit):
            return 1.0 if not figure.what else 0.5 if figure.what == "thing" else 0.0
        return _fit_of_people(self._unit, figure)

    def may_count(self, figure: Figure) -> bool:
        """Tell whether a figure may count what is asked for, whatever noun it has; a sum, as a share too."""
        if self._unit in ("money", "share"):
            return figure.what not in ("people", "thing", "measure")
        return figure.what not in (("money", "share", "measure") if self._unit else ("measure",))

    def score(self, figure: Figure, fit: float) -> float | None:
        """Return how closely a figure is tied to what is asked, None where nothing ties it."""
        tie = _tie(figure.anchor, self._core, self._others)
        if tie <= 0 and not self.is_of_others(figure.anchor):
            named = fit > 1 and self._unit not in ("", "people", "money", "share")
            tie = _ASIDE * max(_tie(figure.anchor, self._aside, self._others), float(named))
        if tie <= 0:
            return None
        score = tie - _VAGUE * figure.is_vague
        if self._unit in ("", "people"):
            return score - _PART * figure.is_part
        return score + (_EXACT if fit > 1 else -_EXACT if figure.what else 0.0)

    def is_of_others(self, anchor: Token) -> bool:
        """Tell whether a figure counts what is not asked for, such as the wounded."""
        near = [anchor, *list(anchor.ancestors)[:_STEPS]]
        return any(_around(token) & self._others for token in near)


def _fit_of_people(unit: str, figure: Figure) -> float:
    """Return how well a figure counts people: any of them, or those of one sort."""
    if unit == "people" and figure.what == "people":
        return 2.0
    if not figure.what:
        return 1.0
    both = unit in group("people", "anyone") or figure.nouns & group("people", "nouns")
    return 1.0 if figure.what == "people" and both else 0.0


def _tie(token: Token, wanted: frozenset[str], others: frozenset[str]) -> float:
    """Return how closely a token is tied to what is asked: 1 beside it, less further off, 0 not at all."""
    current, score = token, _NEAREST
    for _ in range(_STEPS):
        lemma = current.lemma_.lower()
        if current != token and lemma in others and lemma not in wanted:
            return 0.0
        if _around(current) & wanted:
            return score
        if current.head == current:
            break
        current, score = current.head, score * _FADING
    return 0.0


def _around(token: Token) -> frozenset[str]:
    """Return the lemmas of a word, of what hangs on it, and of its prepositional phrases."""
    near = [child for child in token.children if child.dep_ != "conj"]
    objects = [noun for child in near if child.dep_ == "prep" for noun in child.children]
    return frozenset(word.lemma_.lower() for word in (token, *near, *objects))
