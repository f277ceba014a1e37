"""Choices: which of the alternatives that a question names a statement supports."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.kind import Kind
from assistant.names import mentions
from assistant.question import Question
from assistant.values.comparison import Difference
from assistant.values.negation import Standing, standing
from assistant.vocabulary import family, group

_EITHER = re.compile(r"[^:;?]*\bor\b[^:;?]*", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_MOST_WORDS = 4
_ORDER = re.compile(r"\b(before|after) or (?:before|after)\b(.*)", re.IGNORECASE)
_BEFORE, _AFTER = (
    ("before", "prior", "ahead", "until"),
    ("after", "following", "since", "once", "when", "upon"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The alternatives, by their place in the question, that a statement supports."""

    label: str
    options: frozenset[int]

    def differs(self, other: "Choice") -> Difference | None:
        """Choices differ where no alternative is common to both."""
        return None if self.options & other.options else Difference(Relation.CONTRADICTS, Cause.OTHER)


def order(doc: Doc, question: Question) -> Choice | None:
    """Return whether it was before or after, by a text, where a question asks for that; else None.

    The word that leads to most of what the question names there counts: "months before he came to power".
    """
    asked = _ORDER.search(question.text)
    if asked is None:
        return None
    then = asked.group(2).lower()
    words = frozenset().union(*(family(term) for term in question.terms if term[:4] in then))
    marks = [token for token in doc if token.lower_ in _BEFORE + _AFTER]
    best = max(marks, key=lambda mark: _overlap(mark, words), default=None)
    if best is None or (best.lower_ == "when" and not _overlap(best, words)):
        return None
    first = asked.group(1).lower() == "before"
    label = doc[best.i : best.i + _MOST_WORDS + 2].text
    return Choice(label, frozenset([int((best.lower_ in _BEFORE) != first)]))


def _overlap(mark: Token, words: frozenset[str]) -> int:
    led = mark.head if mark.dep_ in ("mark", "advmod") else mark
    return sum(part.lemma_.lower() in words for part in led.subtree if part.i > mark.i)


def alternatives(question: Question) -> tuple[frozenset[str], ...]:
    """Return the words that tell each alternative of a question from the others; none where it has none.

    "Suicide bomber or planted device: how …?" → {suicide, bomber}, {planted, device}. Where yes or
    no is asked, each must name a thing: "Did it kill or wound them?" has none.
    """
    found = _EITHER.search(question.text)
    options = _options(found[0].strip()) if found is not None else ()
    things = [any(mentions(thing, word) for thing in question.things for word in words) for words in options]
    return options if question.kind is not Kind.WHETHER or all(things) else ()


def _options(text: str) -> tuple[frozenset[str], ...]:
    """Return the words of each part of a list with "or", less those that all have in common."""
    parts = re.split(r",\s*(?:or\s+)?|\s+or\s+", text)
    joint = next((place for place, part in enumerate(parts) if part == _last_before_or(text)), 0)
    options = [_edge(part, last=place <= joint) for place, part in enumerate(parts)]
    common = frozenset.intersection(*options) if options else frozenset()
    apart = tuple(option - common for option in options)
    named = tuple(option for option in apart if option)
    return named if len(named) > 1 else ()


def choice(doc: Doc, options: tuple[frozenset[str], ...]) -> Choice | None:
    """Return which of `options` a text supports, None where it supports none or all of them."""
    held = [any(_held(doc, word) for word in words) for words in options]
    chosen = frozenset(place for place, is_held in enumerate(held) if is_held)
    if not chosen or len(chosen) == len(options):
        return None
    named = [word for place in sorted(chosen) for word in sorted(options[place]) if _held(doc, word)]
    return Choice(" ".join(named), chosen)


def _last_before_or(text: str) -> str:
    return re.split(r",\s*", re.split(r",?\s+or\s+", text)[0])[-1]


def _edge(part: str, *, last: bool) -> frozenset[str]:
    """Return the content words of an alternative, on its side of "or", up to a word that ends it."""
    words = _WORD.findall(part)
    kept: list[str] = []
    for word in reversed(words) if last else words:
        if word.lower() in group("choices", "articles"):
            if kept:
                break
            continue
        if word.lower() in group("choices", "ends") or len(kept) == _MOST_WORDS:
            break
        kept.append(word.lower())
    return frozenset(kept)


def _held(doc: Doc, word: str) -> bool:
    alike = family(word)
    return any(
        (token.lemma_.lower() in alike or mentions(token.lower_, word)) and standing(token) is Standing.HOLDS
        for token in doc
        if token.is_alpha
    )
