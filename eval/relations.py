"""Scoring extracted attribution relations against annotated ones.

Contents are compared as sets of words. Two relations match, one to one and best first, when
their contents overlap by a Jaccard index of 0.5 or more, or when their cues share a word and
that index is over 0.2.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from corpus.statement import Form, Span
from eval.attribution import Relation
from eval.bootstrap import Figure, share

_CONTENT = 0.5
_CONTENT_WITH_CUE = 0.2
_SOURCE = 0.5
_DIRECT, _MIXED = 0.8, 0.05  # shares of the content's words in quotation marks
_WORD = re.compile(r"\w+")

FORMS = (Form.DIRECT, Form.INDIRECT, Form.MIXED)


class _Pair(NamedTuple):
    """A gold and an extracted relation that share words; the order of the fields ranks pairs."""

    overlap: float
    same_cue: bool
    gold: int
    found: int

    @property
    def matches(self) -> bool:
        return self.overlap >= _CONTENT or (self.same_cue and self.overlap > _CONTENT_WITH_CUE)


@dataclass(frozen=True, slots=True)
class _Words:
    """A relation as the positions at which its words start."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over one article; a match is (gold form, right source, equal content)."""

    gold: tuple[Form, ...]
    found: int
    matches: tuple[tuple[Form, bool, bool], ...]


def tally(text: str, gold: Sequence[Relation], found: Sequence[Relation]) -> Tally:
    """Match the relations found in a text with the annotated ones and count."""
    forms = _forms(text, gold)
    annotated = [_words(text, relation) for relation in gold]
    extracted = [_words(text, relation) for relation in found]
    return Tally(
        gold=forms,
        found=len(found),
        matches=tuple(
            (
                forms[pair.gold],
                _jaccard(annotated[pair.gold].source, extracted[pair.found].source) >= _SOURCE,
                pair.overlap == 1,
            )
            for pair in _match(annotated, extracted)
        ),
    )


def matching(text: str, gold: Sequence[Relation], found: Sequence[Relation]) -> frozenset[int]:
    """Return the places, among the relations found in a text, of those that match annotated ones."""
    pairs = _match([_words(text, one) for one in gold], [_words(text, one) for one in found])
    return frozenset(pair.found for pair in pairs)


def score(tallies: Sequence[Tally]) -> dict[str, Figure]:
    """Return precision, recall, F1, recall by form of the gold, source and content accuracy.

    Intervals come from resampling articles.
    """
    return {
        "precision": share([(len(one.matches), one.found) for one in tallies]),
        "recall": share([(len(one.matches), len(one.gold)) for one in tallies]),
        "f1": share([(2 * len(one.matches), len(one.gold) + one.found) for one in tallies]),
        **{f"recall_{form.value}": share([_of_form(one, form) for one in tallies]) for form in FORMS},
        "source_accuracy": share([(sum(s for _, s, _ in one.matches), len(one.matches)) for one in tallies]),
        "content_exact": share([(sum(c for _, _, c in one.matches), len(one.matches)) for one in tallies]),
    }


def _of_form(one: Tally, form: Form) -> tuple[int, int]:
    return sum(matched is form for matched, _, _ in one.matches), one.gold.count(form)


def _match(gold: Sequence[_Words], found: Sequence[_Words]) -> list[_Pair]:
    """Return the one-to-one matches, those that share most taken first."""
    pairs = (
        _Pair(_jaccard(one.content, other.content), bool(one.cue & other.cue), i, j)
        for (i, one), (j, other) in product(enumerate(gold), enumerate(found))
        if one.content & other.content
    )
    taken: list[_Pair] = []
    for pair in sorted(filter(lambda pair: pair.matches, pairs), reverse=True):
        if all(pair.gold != other.gold and pair.found != other.found for other in taken):
            taken.append(pair)
    return taken


def _words(text: str, relation: Relation) -> _Words:
    return _Words(
        _starts(text, relation.source), _starts(text, relation.cue), _starts(text, relation.content)
    )


def _starts(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(start + word.start() for start, end in spans for word in _WORD.finditer(text[start:end]))


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _forms(text: str, relations: Iterable[Relation]) -> tuple[Form, ...]:
    quoted = _quoted(text)
    return tuple(_form(text, relation, quoted) for relation in relations)


def _form(text: str, relation: Relation, quoted: Sequence[bool]) -> Form:
    marks = [
        quoted[start + word.start()]
        for start, end in relation.content
        for word in _WORD.finditer(text[start:end])
    ]
    part = sum(marks) / len(marks) if marks else 0.0
    if part > _DIRECT:
        return Form.DIRECT
    return Form.MIXED if part > _MIXED else Form.INDIRECT


def _quoted(text: str) -> list[bool]:
    """Return for each character whether a quotation is open there; an empty line closes it."""
    is_open, before, states = False, "", []
    for character in text:
        if character == '"':
            is_open = not is_open
        elif character in "“”":
            is_open = character == "“"
        elif character == before == "\n":
            is_open = False
        states.append(is_open)
        before = character
    return states
