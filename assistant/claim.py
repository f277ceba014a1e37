"""The claim: a candidate brought to its answer to the question."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Doc

from assistant.candidate import Candidate
from assistant.kind import Kind, picked_noun
from assistant.names import mentions, names_speaker
from assistant.parsed import Parsed
from assistant.question import Question
from assistant.values.actor import Actor, Asking, actor
from assistant.values.agents import agent, agent_of
from assistant.values.amount import Amount, amount, only_amount
from assistant.values.choice import Choice, alternatives, choice, order
from assistant.values.day import Day, day
from assistant.values.designation import Designation, designation, is_naming, named_beside
from assistant.values.doers import is_done_to_others
from assistant.values.holder import Holder, holder
from assistant.values.measure import Measure, measure
from assistant.values.negation import Standing, phrase, standing_of_object
from assistant.values.place import Place, place
from assistant.values.polarity import Polarity, asked_deed, polarity, refutes
from assistant.values.reason import Reason, reason, worded
from assistant.values.rejection import Rejection
from assistant.values.role import holder_of_role
from assistant.vocabulary import family, group, opposites, stem, stemmed
from corpus.attribution.tree import children
from corpus.source import SourceKind
from corpus.statement import Form, Stance

Value = Amount | Actor | Choice | Day | Designation | Holder | Measure | Place | Polarity | Reason | Rejection

_WHOLLY_TYPED = (Kind.COUNT, Kind.MEASURE, Kind.WHEN)
"""Kinds whose answer is one of its type or none at all."""

_MEDIA = (SourceKind.MEDIA, SourceKind.OUTLET)
_INTERROGATIVES = ("who", "whose", "which", "what", "by", "to", "from", "with", "and", "but")
_OWNING = re.compile(r"\b(?:claim|accept|admit|tak|took|den[iy])\w*(?: \w+)? responsibility\b", re.IGNORECASE)
_UNDERGOES = re.compile(
    r"\bwho(?: else)? (?:was|were|is|are|(?:has|have|had|will) (?:have )?be(?:en)?|got)"
    r" (?:\w+ly )?(?!suspected|accused|blamed|charged|believed)\w+(?:ed|en|ught|ot)\b"
    r"|\bwho (?:was|were|is|are) (?:the|those)(?: (?!who\b|that\b|which\b|whose\b)\w+){1,3}?"
    r" (?!suspected|accused|blamed)\w{2,}ed(?= (?:in|at|on|by|during|near|after|when)\b|\?|$)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\bwhom?(?: else)? (?:was|were|is|are|(?:has|have|had) been) (?:\w+ly )?\w+(?:ed|en)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate and the value that it gives; `relevance` is the probability that it answers.

    `day` is the one it speaks of: named in its main clause (then it `is_dated`), else that
    of the statement. It `is_firm` if what it answers is tied to the words of the question, and
    `is_passing` if that may be otherwise some weeks on. `read` is what the reader gives it (logit); `news`
    tells, by the id of an earlier statement that differs from it, how likely it only came later (logit).
    """

    candidate: Candidate
    value: Value
    relevance: float
    day: date | None = None
    is_dated: bool = False
    is_firm: bool = True
    is_passing: bool = False
    read: float = 0.0
    news: Mapping[str, float] = field(default_factory=dict)


def value(question: Question, candidate: Candidate, parsed: Parsed, *, loose: bool = False) -> Value | None:
    """Return what a statement answers to a question of its kind, None where it does not.

    The answer must be tied to the question's words unless `loose`: then the only one of its kind will do.
    """
    found = _read(question, candidate, parsed, loose=loose)
    if found is not None or not loose:
        return found
    if question.kind in _WHOLLY_TYPED:
        return _around(question, candidate, parsed.quote)
    if question.kind is Kind.REASON:
        told = in_own_words(question, candidate, parsed)
        return worded(parsed.content, question, told.label, holds=told.affirms is not False)
    return _wording(question, candidate, parsed.content) if question.kind is Kind.NAME else None


def in_own_words(question: Question, candidate: Candidate, parsed: Parsed) -> Polarity:
    """Return a statement in its own words, with whether it affirms, whatever is asked for."""
    return polarity(parsed.content, candidate.statement.stance, question, candidate.quote)


def _read(question: Question, candidate: Candidate, parsed: Parsed, *, loose: bool) -> Value | None:
    """Return the value that the content of a statement gives."""
    content = parsed.content
    if question.kind in _WHOLLY_TYPED:
        return _typed(question, candidate, content, loose=loose)
    if question.kind is Kind.CONTROL:
        places = (*question.names, *_pronouns(candidate, question))
        return holder(content, places, agent_of(candidate.statement.source))
    chosen = order(content, question) or choice(content, alternatives(question))
    return chosen or _free(question, candidate, parsed, loose=loose)


def _typed(question: Question, candidate: Candidate, content: Doc, *, loose: bool) -> Value | None:
    """Return the amount, measure or day that a parsed text gives."""
    if question.kind is Kind.COUNT:
        found = amount(content, _counted(question, candidate), question.unit, lenient=loose)
        return None if found is None else _as_told(found, content)
    if question.kind is Kind.MEASURE:
        return measure(content, question, loose=loose)
    return day(content, candidate.article.published, question, loose=loose)


def _as_told(found: Amount, content: Doc) -> Amount | Rejection | None:
    """Return an amount as the text has it: rejected ("did not make 20"), or none where it is left open."""
    label = re.search(rf"(?<![\w.,]){re.escape(found.label)}", content.text)
    span = label and content.char_span(label.start(), label.start() + 1, alignment_mode="expand")
    told = standing_of_object(span.root) if span else Standing.HOLDS
    if told is Standing.OPEN:
        return None
    return Rejection(found) if told is Standing.NOT else found


def _counted(question: Question, candidate: Candidate) -> tuple[str, ...]:
    """Return the words that tie an amount to what is asked; a share may be of what a word stands for."""
    if question.unit != "share":
        return question.terms
    before = set(map(stem, candidate.context.lower().split()))
    it = ("it",) if before & stemmed(frozenset(question.things)) else ()
    return (*question.terms, *_pronouns(candidate, question), *it)


def _free(question: Question, candidate: Candidate, parsed: Parsed, *, loose: bool) -> Value | None:
    """Return what a statement answers where the question offers no alternatives."""
    content = parsed.content
    if question.kind is Kind.WHO and question.role:
        return _in_role(question, candidate, parsed.quote)
    if question.kind is Kind.WHERE:
        return place(content, question, loose=loose)
    if question.kind is Kind.WHO:
        return _actor(question, candidate, content, loose=loose)
    if question.kind is Kind.NAME:
        return designation(content, question)
    if question.kind is Kind.REASON:
        return reason(content, question)
    heard = _is_heard(question, candidate, content)
    if question.kind is Kind.WHETHER:
        heard = loose or _speaks_of_deed(question, candidate, content)
    return _wording(question, candidate, content) if heard else None


def _wording(question: Question, candidate: Candidate, content: Doc) -> Polarity | None:
    """Return a statement in its own words, with whether it affirms; None where a name is asked for."""
    if is_naming(question.text) and question.kind is Kind.NAME:
        return None
    told = polarity(content, candidate.statement.stance, question, candidate.quote)
    hoax = question.kind is Kind.WHETHER and told.affirms and _is_of_hoaxers(candidate)
    return replace(told, affirms=False) if hoax else told


def _is_of_hoaxers(candidate: Candidate) -> bool:
    """Tell whether a report calls a source false by its very name: "a hoax article", "the fake account"."""
    return not group("truth", "hoaxes").isdisjoint(candidate.statement.source.name.split()[:-1])


def _is_heard(question: Question, candidate: Candidate, content: Doc) -> bool:
    """Tell whether a statement is by the speaker asked for, if one is, or tells what the speaker did."""
    if question.kind is not Kind.OTHER or question.speaker is None:
        return True
    return candidate.statement.form is not Form.NARRATION or _begins_with(content, question.speaker)


def _begins_with(content: Doc, speaker: str) -> bool:
    """Tell whether a sentence is on what a speaker does: "The ministry declined to comment"."""
    subjects = [noun for one in content.sents for noun in children(one.root, "nsubj", "nsubjpass")]
    return any(names_speaker(" ".join(part.text for part in noun.subtree), speaker) for noun in subjects)


def _speaks_of_deed(question: Question, candidate: Candidate, content: Doc) -> bool:
    """Tell whether a statement has the verb asked about, or its contrary, or calls something false.

    Any has where the question has no such verb.
    """
    if candidate.statement.stance is Stance.DENIES or refutes(content):
        return True
    deed = asked_deed(question)
    deeds = family(deed) | opposites(deed)
    words = {phrase(token) for token in content} | {token.lemma_.lower() for token in content}
    words |= {*candidate.own_words.lower().split()}
    done = [token for token in content if token.lemma_.lower() in deeds]
    if done and all(is_done_to_others(token, question.befalls) for token in done):
        return False
    return not deed or not stemmed(deeds).isdisjoint(map(stem, words))


def _around(question: Question, candidate: Candidate, quote: Doc) -> Value | None:
    """Return the value of the sentences that a statement stands in; an amount only where just one fits.

    An attribution may part what is said: "20, a guard said, were freed".
    """
    if question.kind is Kind.COUNT:
        found = only_amount(quote, question.terms, question.unit)
        return None if found is None else _as_told(found, quote)
    return _typed(question, candidate, quote, loose=True)


def _actor(question: Question, candidate: Candidate, content: Doc, *, loose: bool) -> Actor | None:
    """Return who did it, by a statement; where the question offers a choice its names may answer."""
    statement = candidate.statement
    noun = picked_noun(question.text)
    offered = question.text.split(maxsplit=1)[0].lower() not in _INTERROGATIVES
    asking = Asking(
        known=() if offered else question.names,
        deed=question.deed,
        undergoes=_UNDERGOES.search(question.text) is not None,
        speaker=agent_of(statement.source),
        denies=statement.stance is Stance.DENIES and statement.source.kind not in _MEDIA,
        beside=named_beside(content, noun, question) if noun else None,
        named=noun in group("names", "outlets"),
        befalls=question.befalls,
        owning=_OWNING.search(question.text) is not None or _is_claimed(question),
        loose=loose,
    )
    said = None if asking.owning else _by_saying(question, candidate, content)
    return said or actor(content, (question.deed,) if question.deed else question.terms, asking)


def _by_saying(question: Question, candidate: Candidate, content: Doc) -> Actor | None:
    """Return who does what is asked about in saying something: "Who criticised the ruling?".

    "Who was blamed for the leak?" asks for the first that is named in what is said.
    """
    statement = candidate.statement
    said = set(map(stem, statement.cue.lower().split()))
    telling = family("say") - {question.deed}  # who claims something has not announced it
    if statement.form is Form.NARRATION or said.isdisjoint(stemmed(family(question.deed) - telling)):
        return None
    if not _OF_WHOM.search(question.text):
        return Actor(agent_of(statement.source))
    named = (agent(token) for token in content if token.pos_ in ("NOUN", "PROPN"))
    found = next((one for one in named if one is not None), None)
    return Actor(found) if found else None


def _is_claimed(question: Question) -> bool:
    """Tell whether a question asks who claimed an attack."""
    return question.deed == "claim" and not group("deeds", "attacks").isdisjoint(question.terms)


def _in_role(question: Question, candidate: Candidate, quote: Doc) -> Actor | None:
    """Return who has the role asked for, by the sentence that a statement stands in."""
    if stemmed(family(question.role)).isdisjoint(map(stem, candidate.quote.lower().split())):
        return None
    found = holder_of_role(quote, question.role)
    return Actor(found) if found else None


def _pronouns(candidate: Candidate, question: Question) -> tuple[str, ...]:
    """Return the words that stand for a name asked about: the nouns of its referents, "it"."""
    meant = any(mentions(" ".join(candidate.statement.referents), name) for name in question.names)
    if meant:
        return ("it", *group("places", "nouns"))
    return ("it",) if any(mentions(candidate.quote, name) for name in question.names) else ()
