"""Yes or no: whether a statement affirms what is asked."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.kind import Kind
from assistant.names import mentions_any
from assistant.question import Question
from assistant.values.comparison import Difference
from assistant.values.negation import Standing, falsehood, is_open, phrase, standing, standing_of_opposite
from assistant.vocabulary import family, group, opposites, stem, stemmed
from corpus.attribution.tree import children
from corpus.statement import Stance

_LONGEST_LABEL = 12
_ASIDES = ("relcl", "acl", "appos", "advcl")
_GOING_ON = re.compile(r"\b(?:going on|under ?way|ongoing|continuing)\b", re.IGNORECASE)
_GETTING = re.compile(r"\b(?:get|got|make|made)\b.*\b(?:through|there|past|into)\b", re.IGNORECASE)
_PERFECT = re.compile(r"^\W*(?:has|have)\b", re.IGNORECASE)
_PRESENT = re.compile(r"^\W*(?:is|are|does|do|can|will)\b|\bstill\b", re.IGNORECASE)
_YET = re.compile(r"\byet\b", re.IGNORECASE)
_OF_A_CLAIM = re.compile(r"^(?:and |but |so )?who\b|\bwhether\b", re.IGNORECASE)
_UNRELATED = re.compile(r"\bnothing to do with\b|\bno (?:connection|link)\b", re.IGNORECASE)


class Aspect(StrEnum):
    """What may change about what is asked: nothing, that it comes about, or either way."""

    PAST = "past"
    PERFECT = "perfect"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Polarity:
    """An affirmation or a denial, in the words of the statement; `affirms` is None for neither.

    `yet` marks a denial only for the time being ("has not resigned yet"); `is_judged` what a model made of
    words far from the question's, which is less than a denial in so many words.
    """

    label: str
    affirms: bool | None
    aspect: Aspect = Aspect.PAST
    yet: bool = False
    is_judged: bool = field(default=False, compare=False)

    def differs(self, other: "Polarity") -> Difference | None:
        """An affirmation and a denial of the same differ."""
        unsettled = self.affirms is None or other.affirms is None
        same = unsettled or self.affirms == other.affirms
        return None if same else Difference(Relation.DISPUTES, Cause.DENIAL)


def polarity(doc: Doc, stance: Stance, question: Question, quote: str = "") -> Polarity:
    """Return whether a statement affirms what is asked; `quote` is the text that it stands in.

    It does unless its source denies it, the words for what is asked are negated, it says the
    contrary, or calls it false. Where neither yes nor no is asked for, only a denial goes against others.
    """
    found = _standing(doc, question, denied=stance is Stance.DENIES)
    if found is Standing.HOLDS and _is_denied_beside(doc, quote, question):
        found = Standing.NOT
    affirms = None if found is Standing.OPEN else found is Standing.HOLDS
    provisional = affirms is False and _YET.search(doc.text) is not None
    return Polarity(shortened(doc.text), affirms, _aspect(question), provisional)


def _standing(doc: Doc, question: Question, *, denied: bool) -> Standing:
    """Return what the statement as a whole makes of what is asked; a denial turns its content over."""
    content = _content_standing(doc, question)
    if not denied or content is Standing.OPEN:
        return content
    said = any(token.lemma_.lower() in family("deny") for token in doc) or falsehood(doc) is Standing.NOT
    return Standing.NOT if said or content is Standing.HOLDS else Standing.HOLDS


def _content_standing(doc: Doc, question: Question) -> Standing:
    judged = falsehood(doc)
    if judged is not None:
        return _turned(judged) if _asks_whether_false(question) else judged
    if not _asks_for_yes_or_no(question):
        return Standing.NOT if _rules_out(doc) else Standing.HOLDS
    return Standing.NOT if _UNRELATED.search(doc.text) else _deed_standing(doc, question)


def refutes(content: Doc) -> bool:
    """Tell whether a text calls what was said true or false, or somebody unconnected with it."""
    return falsehood(content) is not None or _UNRELATED.search(content.text) is not None


def _rules_out(doc: Doc) -> bool:
    """Tell whether a sentence says in the main that something is not so: "He ruled out arson"."""
    return any(phrase(sentence.root) in group("truth", "denying") for sentence in doc.sents)


def _asks_for_yes_or_no(question: Question) -> bool:
    """Tell whether a question is about a state of affairs: "Did …?", "Who says that …?", "… whether …?"."""
    return question.kind is Kind.WHETHER or _OF_A_CLAIM.search(question.text) is not None


def _asks_whether_false(question: Question) -> bool:
    """Tell whether a question is of the form "Is it a hoax?"."""
    last = re.sub(r"\W+$", "", question.text).rsplit(" ", 1)[-1].lower()
    return last in group("truth", "false")


def _turned(found: Standing) -> Standing:
    return {Standing.HOLDS: Standing.NOT, Standing.NOT: Standing.HOLDS}.get(found, found)


def _deed_standing(doc: Doc, question: Question) -> Standing:
    """Return the standing of the words for what is asked, else of those for its contrary."""
    deed = asked_deed(question)
    deeds = [token for token in doc if deed and _is_one_of(token, family(deed))]
    if deed in group("polarity", "excluding") and not deeds:
        return Standing.HOLDS
    contrary = [token for token in doc if deed and _is_one_of(token, opposites(deed))]
    contrary = [token for token in contrary if not deeds or not _is_aside(token)]
    if contrary and question.kind is Kind.WHETHER:
        return standing_of_opposite(_nearest(contrary))
    things = [[t for t in doc if _is_one_of(t, family(thing))] for thing in question.things]
    for anchors in (deeds, *things) if deeds or not deed else (deeds, list(chain(*things))):
        found = [standing(anchor) for anchor in anchors if not _is_of_others(anchor, question)]
        if found:
            return max(found, key=found.count)
    return Standing.HOLDS if deeds or any(things) else _bare(doc, question)


def _is_denied_beside(doc: Doc, quote: str, question: Question) -> bool:
    """Tell whether a content without words of the question stands beside a negated deed."""
    deed = family(asked_deed(question)) if asked_deed(question) else frozenset()
    met = any(_is_one_of(token, deed.union(*map(family, question.terms))) for token in doc)
    words = "|".join(re.escape(word) for word in sorted(deed))
    pattern = rf"(?:\b(?:did|has|have|had|was|were|does|do) not|n['’]t|\bnever)\s+(?:\w+\s+)?(?:{words})"
    return not met and bool(words) and re.search(pattern, quote, re.IGNORECASE) is not None


def _bare(doc: Doc, question: Question) -> Standing:
    """Return the standing of a sentence without a word of the question: "He did not"."""
    if is_open(doc):
        return Standing.OPEN
    root = next((sentence.root for sentence in doc.sents), None)
    subjects = children(root, "nsubj", "nsubjpass", "expl") if root is not None else []
    about = any(
        noun.pos_ == "PRON" or noun.left_edge.lower_ == "no" or mentions_any(noun.text, _words(question))
        for noun in subjects
    )
    if root is None or not about or question.kind is not Kind.WHETHER:
        return Standing.HOLDS
    return standing(root)


def asked_deed(question: Question) -> str:
    """Return the verb asked about; "go on" is to continue, "get through" to reach, "real" genuine."""
    if question.kind is Kind.WHETHER and not family("genuine").isdisjoint(question.terms):
        return "genuine"
    if _GOING_ON.search(question.text):
        return "continue"
    return "reach" if _GETTING.search(question.text) else question.deed


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    return token.lemma_.lower() in words or phrase(token) in words or stem(token.lower_) in stemmed(words)


def _is_aside(token: Token) -> bool:
    return any(part.dep_ in _ASIDES for part in (token, *token.ancestors))


def _nearest(tokens: list[Token]) -> Token:
    """Return the token nearest to the main verb."""
    return min(tokens, key=lambda token: sum(1 for _ in token.ancestors))


def _is_of_others(anchor: Token, question: Question) -> bool:
    """Tell whether a negated clause is about others than those asked about: "no Tarnish ships sailed"."""
    clause = anchor if anchor.pos_ in ("NOUN", "PROPN") else None
    nouns = [clause] if clause is not None else [c for c in anchor.children if c.dep_.startswith("nsubj")]
    named = [
        part
        for noun in nouns
        for part in noun.subtree
        if part.text[:1].isupper() and not part.is_stop and part.i > 0
    ]
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
