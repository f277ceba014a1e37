"""Marked words: the value that the words marked as the answer give."""

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span, Token

from assistant.kind import Kind
from assistant.question import Question
from assistant.values.actor import Actor
from assistant.values.agents import Agent, agent, meant, named_agent
from assistant.values.amount import Amount, fitting_amount, sum_of
from assistant.values.day import Day, day_of
from assistant.values.designation import Designation
from assistant.values.holder import Holder, is_unsettled
from assistant.values.measure import Measure, measure
from assistant.values.negation import Standing, falsehood, standing
from assistant.values.place import Place
from assistant.values.rejection import Rejection

Marked = Actor | Amount | Day | Designation | Holder | Measure | Place | Rejection

_PRONOUNS = ("PRP", "PRP$", "WP", "DT")


@dataclass(frozen=True, slots=True)
class Heard:
    """The day of a statement's report, against which days are read; who makes it; whether to deny it."""

    published: date | None
    speaker: Agent
    denies: bool = False


def marked(question: Question, words: Span, heard: Heard) -> Marked | None:
    """Return the value of the kind asked for that marked words of a statement give, None for none.

    An actor of whom the text says no ("it was not the army") is cleared, as is one of whom a
    statement says so to deny it, and a figure that is denied is rejected. Whatever else the text negates or
    leaves open is no answer, nor is who would hold a place.
    """
    told = falsehood(words.doc) or standing(_verb(words))
    if told is Standing.OPEN or (told is Standing.NOT and (heard.denies or _is_set_right(words))):
        return None
    if question.kind is Kind.CONTROL and any(map(is_unsettled, words.root.ancestors)):
        return None
    holds = told is Standing.HOLDS and not heard.denies
    if question.kind in (Kind.WHO, Kind.CONTROL):
        found = _agent(question, words, heard.speaker)
        return _doer(question, found, holds=holds) if found else None
    value = _plain(question, words, heard.published) if told is Standing.HOLDS else None
    if value is None or holds:
        return value
    return Rejection(value) if isinstance(value, Amount | Measure) else None


def _doer(question: Question, found: Agent, *, holds: bool) -> Actor | Holder:
    """Return one who does what is asked about, or holds it, and, unless `holds`, does not."""
    control = question.kind is Kind.CONTROL
    return Holder(found, holds, phrase=found.label) if control else Actor(found, holds)


def _verb(words: Span) -> Token:
    """Return the verb that governs words, or the highest of them where none does."""
    above = (token for token in (words.root, *words.root.ancestors) if token.pos_ in ("VERB", "AUX"))
    return next(above, words.root)


def _is_set_right(words: Span) -> bool:
    """Tell whether words stand against what is negated before them: "not the army but the rebels"."""
    return any(token.lower_ == "but" for token in words.doc[words.sent.start : words.start])


def named(question: Question, name: str) -> Marked | None:
    """Return the value that a name gives which a word of a statement stands for."""
    match question.kind:
        case Kind.WHO | Kind.CONTROL:
            return _doer(question, named_agent(name), holds=True)
        case Kind.WHERE:
            return Place(name, frozenset(re.findall(r"\w+", name.lower())))
        case Kind.NAME:
            return Designation(name, is_given=True)
    return None


def _plain(
    question: Question, words: Span, published: date | None
) -> Amount | Day | Designation | Measure | Place | None:
    found: Amount | Day | Designation | Measure | Place | None = None
    match question.kind:
        case Kind.COUNT:
            found = fitting_amount(words, question.terms, question.unit)
        case Kind.OTHER:
            found = sum_of(words)
        case Kind.MEASURE:
            found = measure(words.as_doc(), question, loose=True)
        case Kind.WHEN:
            found = day_of(words, published, question)
        case Kind.NAME:
            found = Designation(words.text, is_given=True)
        case Kind.WHERE:
            nouns = frozenset(part.lemma_.lower() for part in words if part.pos_ in ("NOUN", "PROPN"))
            found = Place(words.text, nouns) if nouns else None
    return found


def _agent(question: Question, words: Span, speaker: Agent) -> Agent | None:
    """Return whom marked words name, None for a name that the question itself gives."""
    if words.root.tag_ in _PRONOUNS:
        return meant(words.root, speaker) if words.root.lower_ in ("we", "us", "our", "i", "they") else None
    found = agent(words.root) or named_agent(words.text)
    known = {word.lower() for name in question.names for word in name.split()} | {"the"}
    return None if found.names and found.words | found.names <= known else found
