"""Yes or no: whether a statement affirms what is asked."""

import re
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.kind import Kind
from assistant.names import mentions_any
from assistant.question import Question
from assistant.values.agents import agent
from assistant.values.comparison import Difference
from assistant.values.negation import Standing, falsehood, phrase, standing, standing_of_opposite
from assistant.vocabulary import family, group, opposites
from corpus.statement import Stance

_LONGEST_LABEL = 12
_ASIDES = ("relcl", "acl", "appos", "advcl")
_GOING_ON = re.compile(r"\b(?:going on|under ?way|ongoing|continuing)\b", re.IGNORECASE)
_GETTING = re.compile(r"\b(?:get|got|make|made)\b.*\b(?:through|there|past|into)\b", re.IGNORECASE)
_PERFECT = re.compile(r"^\W*(?:has|have)\b", re.IGNORECASE)
_PRESENT = re.compile(r"^\W*(?:is|are|does|do|can|will)\b|\bstill\b", re.IGNORECASE)
_YET = re.compile(r"\byet\b", re.IGNORECASE)
_UNRELATED = re.compile(r"\bnothing to do with\b|\bno (?:connection|link)\b", re.IGNORECASE)


class Aspect(StrEnum):
    """What may change about what is asked: nothing, that it comes about, or either way."""

    PAST = "past"
    PERFECT = "perfect"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Polarity:
    """An affirmation or a denial, in the words of the statement; `affirms` is None for neither.

    `yet` marks a denial only for the time being ("has not resigned yet").
    """

    label: str
    affirms: bool | None
    aspect: Aspect = Aspect.PAST
    yet: bool = False

    def differs(self, other: "Polarity") -> Difference | None:
        """An affirmation and a denial of the same differ."""
        unsettled = self.affirms is None or other.affirms is None
        same = unsettled or self.affirms == other.affirms
        return None if same else Difference(Relation.DISPUTES, Cause.DENIAL)


def polarity(doc: Doc, stance: Stance, question: Question) -> Polarity:
    """Return whether a statement affirms what is asked.

    It does unless its source denies it, the words for what is asked are negated, it says the
    contrary, calls it false, or names another doer.
    """
    found = _standing(doc, question, denied=stance is Stance.DENIES)
    affirms = None if found is Standing.OPEN else found is Standing.HOLDS
    provisional = affirms is False and _YET.search(doc.text) is not None
    return Polarity(shortened(doc.text), affirms, _aspect(question), provisional)


def _standing(doc: Doc, question: Question, *, denied: bool) -> Standing:
    """Return what the statement as a whole makes of what is asked; a denial turns its content over."""
    content = _content_standing(doc, question, denied=denied)
    if not denied or content is Standing.OPEN:
        return content
    return Standing.NOT if content is Standing.HOLDS else Standing.HOLDS


def _content_standing(doc: Doc, question: Question, *, denied: bool) -> Standing:
    judged = None if denied else falsehood(doc)
    if judged is not None:
        return judged
    if _UNRELATED.search(doc.text):
        return Standing.NOT
    deed = _deed(question)
    deeds = [token for token in doc if deed and _is_one_of(token, family(deed))]
    if deed in group("polarity", "excluding") and not deeds:
        return Standing.HOLDS
    contrary = [t for t in doc if deed and _is_one_of(t, opposites(deed)) and not _is_aside(t)]
    if contrary and question.kind is Kind.WHETHER:
        return standing_of_opposite(_nearest(contrary))
    things = [t for t in doc if any(_is_one_of(t, family(thing)) for thing in question.things)]
    for anchors in (deeds, things):
        found = [standing(anchor) for anchor in anchors if not _is_of_others(anchor, question)]
        if found:
            return _settled(found)
    return Standing.HOLDS if deeds or things else _bare(doc, question)


def _settled(found: list[Standing]) -> Standing:
    """Return the standing of most words for what is asked, that of the first where they are even."""
    return max(found, key=found.count)


def _bare(doc: Doc, question: Question) -> Standing:
    """Return the standing of a sentence with no word of the question: "Nothing left our site", "He did not"."""
    root = next((sentence.root for sentence in doc.sents), None)
    if root is None or _is_of_others(root, question):
        return Standing.HOLDS
    found = standing(root)
    return found if question.kind is Kind.WHETHER else Standing.HOLDS


def _deed(question: Question) -> str:
    """Return the verb asked about; "go on" is to continue, "get through" to reach."""
    if _GOING_ON.search(question.text):
        return "continue"
    return "reach" if _GETTING.search(question.text) else question.deed


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.lemma_.lower() in words or phrase(token) in words


def _is_aside(token: Token) -> bool:
    return any(part.dep_ in _ASIDES for part in (token, *token.ancestors))


def _nearest(tokens: list[Token]) -> Token:
    """Return the token nearest to the main verb."""
    return min(tokens, key=lambda token: sum(1 for _ in token.ancestors))


def _is_of_others(anchor: Token, question: Question) -> bool:
    """Tell whether a negated clause is about others than those asked about: "no Tarnish ships sailed"."""
    clause = anchor if anchor.pos_ in ("NOUN", "PROPN") else None
    nouns = [clause] if clause is not None else [c for c in anchor.children if c.dep_.startswith("nsubj")]
    named = [n for noun in nouns for n in noun.subtree if n.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")]
    if not named or standing(anchor) is not Standing.NOT:
        return False
    return not any(mentions_any(noun.text, _words(question)) for noun in named)


def _words(question: Question) -> list[str]:
    return [word for name in question.names for word in name.split()]


def _aspect(question: Question) -> Aspect:
    if _PERFECT.search(question.text):
        return Aspect.PERFECT
    return Aspect.STATE if _PRESENT.search(question.text) else Aspect.PAST


def shortened(text: str) -> str:
    """Return the first words of a text, a dot run after them where there are more."""
    words = text.strip("\"'“”‘’ ,.").split()
    short = " ".join(words[:_LONGEST_LABEL])
    return short if len(words) <= _LONGEST_LABEL else f"{short} …"
