"""The registry: the entities of one article, and which of them a noun phrase means.

The order of the tests follows what is known of coreference in news: an exact name, a shorter or
longer form of it, a definite noun that described it, a pronoun for the last who spoke.
"""

from corpus.resolution.description import Description
from corpus.resolution.entity import Entity
from corpus.resolution.vocabulary import words

_PERSONAL = ("he", "she", "him", "her", "his", "i", "who")
_PRONOUNS = (*_PERSONAL, "it", "they", "them", "its", "their", "we", "which", "that", "himself", "herself")
_GENERIC = frozenset(
    {"the", "of", "for", "and", "al", "el", "al-", "new", "united", "north", "south", "east", "west"}
)


class Registry:
    """Entities in the order of their first mention."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_name: dict[str, Entity] = {}
        self._by_word: dict[str, list[Entity]] = {}

    def entity(self, described: Description, last: Entity | None) -> Entity:
        """Return the entity that a noun phrase means, a new one if it means none before.

        `last` is the entity that spoke last, for pronouns.
        """
        found = self._find(described, last)
        if found is None:
            found = Entity()
            self.entities.append(found)
        if not described.pronoun:
            self.learn(found, described)
        return found

    def learn(self, entity: Entity, described: Description) -> None:
        """Add a noun phrase to what is known of an entity."""
        entity.learn(described)
        if described.name:
            self._by_name[_folded(described.name)] = entity
            for word in _name_words(described.name):
                known = self._by_word.setdefault(word, [])
                if entity not in known:
                    known.append(entity)

    def alias(self, entity: Entity, name: str) -> None:
        """Add another name, such as an acronym, to an entity."""
        if name not in entity.names:
            entity.names.append(name)
        self._by_name[_folded(name)] = entity

    def _find(self, described: Description, last: Entity | None) -> Entity | None:
        if described.pronoun in _PRONOUNS:
            return self._by_pronoun(described.pronoun, last)
        if described.name:
            return self._by_full_name(described) or self._by_part(described)
        return self._by_noun(described) if described.definite else self._by_phrase(described)

    def _by_pronoun(self, pronoun: str, last: Entity | None) -> Entity | None:
        if pronoun not in _PERSONAL or last is None or last.person or not last.names:
            return last
        people = [entity for entity in self.entities if entity.person]
        return people[-1] if people else last

    def _by_full_name(self, described: Description) -> Entity | None:
        return self._by_name.get(_folded(described.name))

    def _by_part(self, described: Description) -> Entity | None:
        """Match a surname to its full name, "Observatory" to the body so named, or the reverse."""
        parts = _name_words(described.name)
        if not parts:
            return None
        for entity in reversed(self._by_word.get(parts[-1], [])):
            for name in entity.names:
                known = _name_words(name)
                if _is_short_form(parts, known, entity) or _is_short_form(known, parts, entity):
                    return entity
        return None

    def _by_noun(self, described: Description) -> Entity | None:
        for entity in reversed(self.entities):
            if described.noun in entity.nouns or described.noun in _heads(entity):
                return entity
        return None

    def _by_phrase(self, described: Description) -> Entity | None:
        phrase = _folded(described.phrase)
        if described.noun in words("person"):
            return None
        for entity in reversed(self.entities):
            if any(
                _folded(known) == phrase or _folded(known).endswith(" " + phrase) for known in entity.phrases
            ):
                return entity
        return None


def _is_short_form(short: list[str], full: list[str], entity: Entity) -> bool:
    """Tell whether `short` ends `full` (a surname) or, of a body, is one telling word of it."""
    if len(short) > len(full):
        return False
    if full[-len(short) :] == short:
        return True
    return len(short) == 1 and not entity.person and short[0] in full and short[0] in _institutions()


def _institutions() -> frozenset[str]:
    return words("organisation") | words("government") | words("media") | {"observatory"}


def _heads(entity: Entity) -> set[str]:
    return {parts[-1] for name in entity.names if (parts := _name_words(name))} | {
        part for name in entity.names for part in _name_words(name) if part in _institutions()
    }


def _name_words(name: str) -> list[str]:
    plain = name.lower().replace("’s", "").replace("'s", "")
    return [part for part in plain.replace(".", "").split() if part not in _GENERIC]


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").removeprefix("the ").removesuffix("'s").split())
