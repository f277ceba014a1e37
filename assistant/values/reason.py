"""Reasons: why something happened, or what somebody died of."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from assistant.answer import Cause, Relation
from assistant.names import mentions_any
from assistant.question import Question
from assistant.values.comparison import Difference
from assistant.values.negation import Standing, standing
from assistant.vocabulary import family, group
from corpus.attribution.subjects import is_passive
from corpus.attribution.tree import children

_LONGEST = 12
"""Words of the longest label."""

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


@dataclass(frozen=True, slots=True)
class Reason:
    """What a statement gives as the reason, or, unless `holds`, rules out; `words` are its lemmas."""

    label: str
    words: frozenset[str]
    holds: bool = True

    def differs(self, other: "Reason") -> Difference | None:
        """One rules out what the other gives, by half its words, or they differ in part, sharing none."""
        shared, fewest = len(self.words & other.words), min(len(self.words), len(other.words))
        if self.holds != other.holds:
            ruled_out = bool(shared) and 2 * shared >= fewest
            return Difference(Relation.DISPUTES, Cause.DENIAL) if ruled_out else None
        apart = self.holds and fewest > 0 and not shared
        return Difference(Relation.PARTLY, Cause.OTHER) if apart else None


def reason(doc: Doc, question: Question) -> Reason | None:
    """Return the reason that a text gives, None where it gives none.

    It must hang on a word of the question, or stand in a sentence with one or with a name asked about.
    """
    words = frozenset().union(*(family(term) for term in (question.deed, *question.terms) if term))
    found = [(token, effect) for token in doc for effect in _effects(token, words)]
    about = [pair for pair in found if _is_about(pair[1], words, question)]
    if not about:
        return None
    token, effect = max(about, key=lambda pair: pair[1].lemma_.lower() in words)
    beside = [other for other, also in about if also == effect and standing(other) is Standing.HOLDS]
    token = token.head.head if token.lower_ == "too" else token
    holds = standing(token) is Standing.HOLDS
    given = (token, *beside) if holds else (token,)  # "of shock, due to the fall"
    lemmas = frozenset(part.lemma_.lower() for one in given for part in one.subtree if part.pos_ in _CONTENT)
    return Reason(_label(token), lemmas - words, holds)


def worded(doc: Doc, question: Question, label: str, *, holds: bool) -> Reason:
    """Return a whole text as a reason, in its own words less the question's.

    One that tells again what happened has none: it may give no reason at all.
    """
    asked = frozenset().union(*(family(term) for term in (question.deed, *question.terms) if term))
    lemmas = frozenset(part.lemma_.lower() for part in doc if part.pos_ in _CONTENT and not part.is_stop)
    retold = question.deed and not family(question.deed).isdisjoint(lemmas)
    return Reason(label, frozenset() if retold else lemmas - asked, holds)


def _label(token: Token) -> str:
    words = token.doc[token.left_edge.i : token.right_edge.i + 1].text.split()
    return " ".join(words[:_LONGEST]).rstrip(",.")


def _effects(token: Token, words: frozenset[str]) -> list[Token]:
    """Return the verb or noun that a token gives the reason of, in a list that is empty for none."""
    head = token.head
    if token.dep_ == "advcl" and _is_clause_of_reason(token, words):
        return [head]
    if token.dep_ in ("prep", "agent") and _leads_to_reason(token, words):
        return [head]
    if token.dep_ in ("nsubj", "agent") and head.lemma_.lower() in group("reasons", "verbs"):
        return [head] if not is_passive(head) or token.dep_ == "agent" else []
    if token.lower_ == "too" and token.dep_ == "advmod":  # "too high to cut rates"
        return [verb for verb in head.children if verb.tag_ == "VB" and verb.lemma_.lower() in words]
    is_reason = token.lemma_.lower() in group("reasons", "nouns")
    return [token] if is_reason and token.dep_ == "nsubj" and head.lemma_ == "be" else []


def _is_clause_of_reason(verb: Token, words: frozenset[str]) -> bool:
    """Tell whether a clause says why: "because it leaked", "left to see her parents"."""
    marks = [part.lower_ for part in verb.children if part.dep_ in ("mark", "advmod")]
    purpose = verb.tag_ == "VB" and any(part.lower_ == "to" for part in children(verb, "aux"))
    tied = verb.head.lemma_.lower() in words
    weak = group("reasons", "weaker")
    return any(word in group("reasons", "marks") or (tied and word in weak) for word in marks) or (
        tied and purpose
    )


def _leads_to_reason(preposition: Token, words: frozenset[str]) -> bool:
    """Tell whether a preposition leads to a reason: "because of", "died of", "fined over"."""
    text = preposition.doc[preposition.i : preposition.i + 2].text.lower()
    if preposition.lower_ in group("reasons", "marks") or text in ("due to", "owing to", "thanks to"):
        return True
    head = preposition.head.lemma_.lower()
    if head in family("die") | group("reasons", "suffering"):
        return preposition.lower_ in group("reasons", "fatal")
    return head in words and preposition.lower_ in group("reasons", "prepositions")


def _is_about(effect: Token, words: frozenset[str], question: Question) -> bool:
    near = [effect, *effect.ancestors, *effect.subtree]
    return any(part.lemma_.lower() in words for part in near) or mentions_any(
        effect.sent.text, question.names
    )
