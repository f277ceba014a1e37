"""What tells whether an entity may be meant: named already, one human, a body, the holder of an office."""

from collections.abc import Set

from corpus.resolution.description import Description
from corpus.resolution.entity import Entity
from corpus.resolution.matching import folded, name_words
from corpus.resolution.vocabulary import bodies, is_known, singular, words
from corpus.source import SourceKind

_FULL_NAME = 2


def is_named(entity: Entity, said: Set[str]) -> bool:
    """Tell whether folded names and nouns name an entity: by its name, its surname or what it is."""
    keys = {folded(name) for name in entity.names}
    words_ = {word for name in entity.names for word in name_words(name)[-1:]} if entity.person else set()
    kinds = {word for name in entity.names for word in name_words(name) if singular(word) in bodies()}
    return not said.isdisjoint(keys | words_ | (kinds if not entity.person else set()))


def may_be_one(entity: Entity) -> bool:
    """Tell whether an entity is one human, or a name of which nothing tells that it is a body's."""
    lone = len(entity.names) == 1 and " " not in entity.name and not entity.nouns and not entity.with_article
    unknown = lone and (entity.kind is SourceKind.ANONYMOUS or entity.labels["PERSON"] > 0)
    return (entity.human and not entity.plural) or unknown or reads_as_person(entity)


def reads_as_person(entity: Entity) -> bool:
    """Tell whether a full name, though labelled a body, has no word of one: "Alessandra Horn"."""
    parts = entity.name.split()
    plain = bool(entity.names) and not entity.nouns and not entity.with_article and "-" not in entity.name
    if not plain or len(parts) != _FULL_NAME or set(entity.labels) - {"ORG", "PERSON"}:
        return False
    return entity.kind is SourceKind.ORGANISATION and not any(is_known(part.lower()) for part in parts)


def may_be_it(entity: Entity) -> bool:
    """Tell whether an entity is an unnamed source or a document, which news calls "it"."""
    documents = words("document") - words("seen")
    return not entity.names and any(noun == "source" or noun in documents for noun in entity.nouns)


def ends_name(entity: Entity, word: str) -> bool:
    """Tell whether a folded word is the surname of a person."""
    return entity.person and name_words(entity.name)[-1:] == (word,)


def holds_office(described: Description, entity: Entity) -> bool:
    """Tell whether a titled name is that of an unnamed office: "Mayor Ann Lee" of "the town's mayor"."""
    sole = described.titled and described.noun in words("sole") and described.noun in entity.nouns
    known = {word for phrase in entity.phrases for word in folded(phrase).split()}
    return sole and not entity.names and not entity.plural and set(folded(described.role).split()) <= known


def is_akin(described: Description, entity: Entity) -> bool:
    """Tell whether a name has a word of a description: "the rights group", "Lorn Rights Watch"."""
    before = {folded(word) for word in described.phrase.split()[:-1]} - {described.noun}
    return entity.body and any(not before.isdisjoint(name_words(name)) for name in entity.names)
