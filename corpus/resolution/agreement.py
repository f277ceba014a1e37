"""Whether a further noun phrase may mean somebody an article has spoken of before."""

from collections.abc import Iterable, Iterator

from corpus.resolution.description import Description
from corpus.resolution.entity import Entity
from corpus.resolution.kinds import is_medium_name
from corpus.resolution.matching import folded, is_acronym, is_short_body, is_short_person, name_words
from corpus.resolution.vocabulary import singular, words
from corpus.source import SourceKind

_PLACES = ("GPE", "NORP", "LOC")


def is_form(described: Description, entity: Entity) -> bool:
    """Tell whether a name is a shorter or longer form of an entity's fullest one."""
    parts, full = name_words(described.name), name_words(entity.name)
    if set(parts) == set(full):
        return True
    if entity.person:
        return is_short_person(parts, full) or is_short_person(full, parts)
    if is_acronym(described.name) or is_acronym(entity.name):
        return False
    if described.name_tokens[-1].ent_type_ in _PLACES:
        return False
    if is_medium_name(entity.name) != is_medium_name(described.name):
        return False
    return is_short_body(parts, full) or _is_longer(parts, full, described, entity)


def _is_longer(parts: tuple[str, ...], full: tuple[str, ...], described: Description, entity: Entity) -> bool:
    if any(label in _PLACES for label in entity.labels):
        return False
    if len(full) == 1 and not described.definite and is_short_person(full, parts):
        return True
    return is_short_body(full, parts) and parts[: len(full)] != full


def may_be(described: Description, entity: Entity) -> bool:
    """Tell whether a definite noun may take up an entity: by the noun said of it or one above it."""
    if described.plural != entity.plural and not entity.names:
        return False
    if not agrees_in_marks(described, entity) or not _agrees_in_words(described, entity):
        return False
    if not _agrees_in_side(described, entity) or not _agrees_in_tail(described, entity):
        return False
    noun = described.noun
    if noun in entity.nouns or noun in _name_nouns(entity):
        return True
    return not described.plural and _is_above(described, entity)


def _is_above(described: Description, entity: Entity) -> bool:
    """Tell whether a noun takes up any entity of a kind: "the group", "the newspaper", "the man"."""
    noun = described.noun
    if noun in words("anymedium") and entity.kind is SourceKind.MEDIA:
        return True
    if noun == "agency":
        called = any(is_acronym(name) or "agency" in folded(name).split() for name in entity.names)
        return called and "news" not in described.phrase and entity.kind is SourceKind.ORGANISATION
    if noun in words("anybody"):
        return entity.kind is SourceKind.ORGANISATION
    return noun in words("anyone") and entity.person


def same_noun(described: Description, entity: Entity) -> bool:
    """Tell whether a definite noun may take up an entity that the same noun was said of."""
    agrees = agrees_in_marks(described, entity) and _agrees_in_words(described, entity)
    agrees = agrees and _agrees_in_tail(described, entity)
    return agrees and (bool(entity.names) or described.plural == entity.plural)


def agrees_in_marks(described: Description, entity: Entity) -> bool:
    """Tell whether the capitalised words of a phrase, if any, are known of the entity."""
    known = entity.marks | set(_all_words(entity.names)) | set(_all_words(entity.phrases))
    return described.marks <= known


def _agrees_in_words(described: Description, entity: Entity) -> bool:
    """Tell whether two unnamed phrases do not describe differently: "terrorist", "monitoring group"."""
    if entity.names:
        return True
    here = set(folded(described.phrase).split()[:-1])
    known = [set(folded(phrase).split()[:-1]) for phrase in entity.phrases]
    return not here or any(here <= there or not there for there in known)


def _agrees_in_tail(described: Description, entity: Entity) -> bool:
    """Tell whether two unnamed phrases are not of different things: "the office of trade", "… of health"."""
    tail = _tail(described.label)
    known = [found for phrase in entity.phrases if (found := _tail(phrase))]
    return bool(entity.names) or not tail or not known or tail in known


def _tail(phrase: str) -> str:
    """Return the word that a phrase is "of": "trade" of "office of trade in Orlby"."""
    return folded(phrase).partition(" of ")[2].partition(" ")[0]


def _agrees_in_side(described: Description, entity: Entity) -> bool:
    """Tell whether "the main opposition group" is not said of one that only watches, such as a monitor."""
    known = set(_all_words((*entity.names, *entity.phrases, *entity.roles)))
    sides = set(folded(described.phrase).split()) & words("partisan")
    return sides <= known or not known & words("neutral")


def _all_words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from folded(text).replace("-", " ").split()


def _name_nouns(entity: Entity) -> set[str]:
    return {singular(word) for name in entity.names for word in name_words(name)}
