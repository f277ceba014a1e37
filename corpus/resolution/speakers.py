"""Who speaks in a relation: the heads of its sources, misread syntax put right."""

from spacy.tokens import Token

from corpus.attribution.relation import Relation
from corpus.resolution.capitals import is_capital, part_before
from corpus.resolution.kinds import is_country
from corpus.resolution.phrase import parts_sources
from corpus.resolution.vocabulary import can_speak, is_human, singular

_NOMINAL = ("NOUN", "PROPN", "PRON")
_SINGULAR_VERBS = ("is", "was", "has", "says")


def speakers(relation: Relation) -> list[Token]:
    """Return the heads of the sources of a relation: one, or several joined by "and"."""
    if relation.head is None:
        return []
    several = _taken_up(relation.head)
    if several:
        return several
    head = _able(relation.head)
    start = relation.source[0].i if relation.source else 0
    before = [part.head for part in head.subtree if start <= part.i < head.i and parts_sources(part, head)]
    after = [token for token in head.conjuncts if token.i > head.i and token.dep_ == "conj"]
    joined = [token for token in after if token.pos_ in _NOMINAL and not _is_other_name(token)]
    joined = [token for token in joined if not _begins_clause(head, token)]
    if joined and any(word.lower_ in _SINGULAR_VERBS for word in relation.cue):
        return [joined[-1]]
    return [country for part in [*before, head, *joined] for country in [*_countries_before(part), part]]


def _taken_up(pronoun: Token) -> list[Token]:
    """Return the joined subjects that "they" takes up: "Varnia and Orl told of a leak which they say …"."""
    verb = pronoun.head
    if pronoun.lower_ != "they" or pronoun.dep_ != "nsubj" or verb.dep_ not in ("relcl", "advcl"):
        return []
    subjects = [noun for noun in pronoun.sent.root.children if noun.dep_ == "nsubj" and noun.i < pronoun.i]
    joined = [token for noun in subjects[:1] for token in (noun, *noun.conjuncts)]
    return joined if len(joined) > 1 and all(token.pos_ == "PROPN" for token in joined) else []


def _countries_before(head: Token) -> list[Token]:
    """Return the countries that lost commas have made part of the next: "Varnia | Tarnia and others"."""
    if not is_country(head.text):
        return []
    found = [part for part in head.children if part.dep_ == "compound" and is_country(part.text)]
    part_before([*found, head] if found else [])
    return found


def _is_other_name(token: Token) -> bool:
    """Tell whether "or" joins a second name of the same body: "the Civil Guard or Blue Caps"."""
    links = [child.lower_ for child in token.head.children if child.dep_ == "cc"]
    return links[:1] == ["or"] and is_capital(token)


def _begins_clause(head: Token, token: Token) -> bool:
    return any(child.dep_ in ("relcl", "acl") and child.i < token.i for child in head.children)


def _able(head: Token) -> Token:
    """Return the head that can speak: in "two men in jumpsuits who say" the men, not the jumpsuits."""
    if head.pos_ != "NOUN" or can_speak(singular(head.lower_)):
        return head
    if head.dep_ == "pobj" and head.head.dep_ == "prep" and is_human(singular(head.head.head.lower_)):
        return head.head.head
    if head.dep_ == "pobj" and head.head.dep_ == "prep" and head.head.i > 0:
        before = head.head.nbor(-1)
        if is_human(before.lemma_.lower()) and before.head == head.head.head:
            return before
    return head
