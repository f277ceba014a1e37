"""Resolving the sources of an article: names first in the order of the text, then who speaks."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children
from corpus.resolution.description import Description, describe, splits
from corpus.resolution.entity import Entity
from corpus.resolution.registry import Registry
from corpus.resolution.vocabulary import words

_BELONGING = ("of", "from", "at", "for", "with", "in")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+s?")
_PERSON_LABEL = "PERSON"


class Resolver:
    """Links every noun phrase that names or speaks, article by article."""

    def __init__(self) -> None:
        self._registry = Registry()
        self._entities: dict[Token, Entity] = {}

    def resolve(self, paragraphs: Sequence[Paragraph], relations: Iterable[Relation]) -> None:
        """Read the article once, in the order of its text, so that `entity` can answer."""
        speaking = {head for relation in relations for head in _heads(relation)}
        last: Entity | None = None
        for paragraph in paragraphs:
            for token in paragraph.doc:
                if token in speaking:
                    last = self._meet(paragraph, token, last)
                elif _is_name(token) and not _inside_name(token):
                    self._meet(paragraph, token, last)

    def entity(self, head: Token) -> Entity:
        """Return the entity that a source's head was resolved to."""
        return self._entities[head]

    def _meet(self, paragraph: Paragraph, head: Token, last: Entity | None) -> Entity:
        described = describe(paragraph, head)
        named = self._named_apposition(paragraph, head, described)
        entity = self._registry.entity(named or described, last)
        if named is not None and described.phrase not in entity.roles:
            entity.roles.append(described.phrase)
            entity.nouns.append(described.noun)
        self._learn_surroundings(paragraph, head, entity)
        self._entities[head] = entity
        return entity

    def _named_apposition(
        self, paragraph: Paragraph, head: Token, described: Description
    ) -> Description | None:
        """Return the name in "the hospital's manager, Hamid Nour"."""
        if described.name or described.pronoun:
            return None
        for other in children(head, "appos"):
            inner = describe(paragraph, other)
            if inner.name:
                return inner
        return None

    def _learn_surroundings(self, paragraph: Paragraph, head: Token, entity: Entity) -> None:
        person = head.ent_type_ == _PERSON_LABEL
        entity.label = entity.label or head.ent_type_
        for other in children(head, "appos"):
            person = self._learn_apposition(paragraph, other, entity) or person
        if any(role.split()[-1].lower() in words("person") for role in entity.roles if role.split()):
            person = True
        entity.person = entity.person or (person and bool(entity.names) and not _is_body(entity))
        self._learn_organisation(paragraph, head, entity)

    def _learn_apposition(self, paragraph: Paragraph, other: Token, entity: Entity) -> bool:
        """Learn a role, a description or an acronym; tell whether it describes a person."""
        inner = describe(paragraph, other)
        if inner.name and _ACRONYM.fullmatch(inner.name):
            self._registry.alias(entity, inner.name)
            return False
        if inner.name and inner.name not in entity.names:
            return False
        role = paragraph.words(_until_clause(other))
        if inner.noun not in words("person") | words("organisation") | words("media"):
            return False
        if role and role not in entity.roles and role not in entity.names:
            entity.roles.append(role)
            entity.nouns.append(inner.noun)
        self._learn_organisation(paragraph, other, entity)
        return inner.noun in words("person")

    def _learn_organisation(self, paragraph: Paragraph, head: Token, entity: Entity) -> None:
        for phrase in children(head, "prep"):
            if phrase.lower_ not in _BELONGING:
                continue
            for thing in children(phrase, "pobj"):
                inner = describe(paragraph, thing)
                body = inner.phrase if _is_organisation(inner) else ""
                if body and body not in entity.organisations and body not in entity.name:
                    entity.organisations.append(body)
                self._learn_organisation(paragraph, thing, entity)


def _is_body(entity: Entity) -> bool:
    return any(noun in words("organisation") | words("media") for noun in entity.nouns if noun)


def _is_organisation(described: Description) -> bool:
    known = words("organisation") | words("government") | words("media")
    if described.noun in known:
        return bool(described.phrase)
    return bool(described.name) and described.head.ent_type_ == "ORG"


def _until_clause(head: Token) -> list[Token]:
    """Return an apposition's words up to a relative clause or a further apposition."""
    stops = [
        child.left_edge.i
        for child in head.children
        if child.i > head.i and child.dep_ in ("relcl", "acl", "appos", "cc")
    ]
    end = min(stops, default=head.right_edge.i + 1)
    tokens = [token for token in head.subtree if token.i < end]
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].dep_ == "det"):
        tokens.pop(0)
    return tokens


def _heads(relation: Relation) -> list[Token]:
    return [*speakers(relation), *relation.relays]


def speakers(relation: Relation) -> list[Token]:
    """Return the heads of the sources of a relation: one, or several joined by "and"."""
    if relation.head is None:
        return []
    head = relation.head
    before = [part.head for part in head.subtree if part.i < head.i and splits(part, head)]
    after = [token for token in head.conjuncts if token.i > head.i and token.dep_ == "conj"]
    return [*before, head, *(token for token in after if token.pos_ in ("NOUN", "PROPN", "PRON"))]


def _inside_name(token: Token) -> bool:
    """Tell whether a name is the tail of a longer one: "Human Rights" in "Observatory for Human Rights"."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("for", "of")
        and token.head.head.pos_ == "PROPN"
        and token.head.i == token.head.head.i + 1
    )


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ not in ("compound", "punct", "nmod", "amod")
