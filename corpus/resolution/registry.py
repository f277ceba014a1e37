"""The registry: the entities of one article, and which of them a noun phrase means.

The order of the tests follows what is known of coreference in news: an exact name, a shorter or
longer form of it, a definite noun that described it, a pronoun for the last who spoke.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from itertools import islice

from corpus.resolution.agreement import agrees_in_marks, is_form, may_be, same_noun
from corpus.resolution.description import Description
from corpus.resolution.entity import Entity, gender_of
from corpus.resolution.fitness import ends_name, holds_office, is_akin, is_named, may_be_it, may_be_one
from corpus.resolution.matching import folded, initials, is_acronym, is_short_body, name_words
from corpus.resolution.vocabulary import epithets, is_human, is_known, words

_HE_OR_SHE = ("he", "she", "him", "her", "his", "i", "himself", "herself", "me", "my")
_SPEAKING = ("we", "us", "our", "ourselves", "who", "which", "one", "both")
_FARTHEST = 12
"""Mentions back from a pronoun or definite noun to whom it may mean."""

_LONG_AGO = 2
"""Sentences between who spoke last and who is named, from which a pronoun means the latter."""

_FULL_NAME = 2
_WATCHING = ("watchdog", "observatory")
_LEAD = 3
_OBJECTS = ("pobj", "dobj")
_REACH = 4
"""Sentences, those of quotations not counted, over which "he", "she" and "it" take somebody up."""


class Registry:
    """Entities in the order of their first mention."""

    def __init__(self) -> None:
        self._by_name: dict[str, Entity] = {}
        self._by_word: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_initials: dict[str, Entity] = {}
        self._by_phrase: dict[str, Entity] = {}
        self._by_noun: defaultdict[str, list[Entity]] = defaultdict(list)
        self._salient: list[tuple[int, Entity]] = []
        self._spoken: list[tuple[int, Entity]] = []
        self._mentioned: list[tuple[int, Entity]] = []
        self._sentence = 0

    def entity(self, described: Description, said: Set[str] = frozenset()) -> Entity:
        """Return the entity that a noun phrase means, a new one if it means none before.

        A pronoun means nobody whom what its owner says names: `said` holds the folded names there.
        """
        glued = self._by_glued(described)
        if glued is not None:
            return glued
        found = self._by_pronoun(described, said) if described.pronoun else self.find(described, said)
        if found is None:
            found = Entity()
        if described.pronoun:
            found.gender = found.gender or gender_of([described.pronoun])
        else:
            self.learn(found, described)
        return found

    def learn(self, entity: Entity, described: Description) -> None:
        """Add a noun phrase to what is known of an entity."""
        entity.learn(described)
        if described.name:
            self.alias(entity, described.name)
        else:
            for phrase in (described.phrase, described.label):
                self._by_phrase[folded(phrase)] = entity
        self.note(entity)

    def alias(self, entity: Entity, name: str) -> None:
        """Add another name, such as an acronym, to an entity."""
        if name not in entity.names:
            entity.names.append(name)
        self._by_name.setdefault(folded(name), entity)
        self._by_initials.setdefault(initials(name), entity)
        for word in name_words(name):
            known = self._by_word[word]
            if entity not in known[-_FARTHEST:]:
                known.append(entity)

    def note(self, entity: Entity) -> None:
        """Remember that an entity, with the nouns said of it, was spoken of here."""
        for noun in entity.nouns:
            self._by_noun[noun].append(entity)

    def next_sentence(self) -> None:
        """Begin another sentence."""
        self._sentence += 1

    def mention(self, entity: Entity) -> None:
        """Remember that an entity was named."""
        self._mentioned.append((self._sentence, entity))

    def speaks(self, entity: Entity, says: bool) -> None:
        """Make an entity that says or does something the one that pronouns and definite nouns mean first."""
        self._salient.append((self._sentence, entity))
        if says:
            self._spoken.append((self._sentence, entity))

    def named(self, text: str) -> Entity | None:
        """Return the body known by these words: its name or a short form, its acronym, what it was called."""
        key = folded(text)
        found = self._by_name.get(key) or self._by_phrase.get(key) or self._by_initials.get(key)
        if found is not None or not key:
            return found
        parts = name_words(text)
        known = reversed(self._by_word.get(parts[-1], [])[-_FARTHEST:]) if parts else iter(())
        return next((e for e in known if not e.person and is_short_body(parts, name_words(e.name))), None)

    def find(self, described: Description, said: Set[str]) -> Entity | None:
        """Return the entity that a noun phrase means, if there is one."""
        if described.name:
            known = self._by_full_name(described.name) or self._by_part(described)
            return known or self._by_possessive(described.name) or self._by_forerunner(described)
        return self._by_definite(described, said) if described.definite else self._by_indefinite(described)

    def surnamed(self, word: str) -> Entity | None:
        """Return whom a capitalised word at the head of a sentence names, if known: a person first."""
        if not word[:1].isupper():
            return None
        people = reversed(self._by_word.get(folded(word), [])[-_FARTHEST:])
        known = next((entity for entity in people if ends_name(entity, folded(word))), None)
        return known or (None if is_known(folded(word)) else self._by_name.get(folded(word)))

    def last_body(self) -> Entity | None:
        """Return the organisation, government or medium that last spoke or acted."""
        return self._nearest(lambda entity: entity.body, _REACH)

    def _recent(self) -> Iterator[Entity]:
        return (entity for _, entity in islice(reversed(self._salient), _FARTHEST))

    def _by_pronoun(self, described: Description, said: Set[str]) -> Entity | None:
        pronoun, head = described.pronoun, described.head
        if pronoun in _HE_OR_SHE:
            return self._by_he(gender_of([pronoun]), said, head.i - head.sent.start > _LEAD)
        if pronoun in ("it", "its", "itself"):
            return self._nearest(
                lambda e: (e.body or may_be_it(e)) and not e.plural and not is_named(e, said), _REACH
            )
        if pronoun in ("they", "them", "their", "themselves"):
            people = self._nearest(lambda e: e.plural and not is_named(e, said), _LONG_AGO)
            several = (entity for entity in self._recent() if entity.plural or entity.body)
            return people or next(several, None) or next(self._recent(), None)
        return next(self._recent(), None) if pronoun in _SPEAKING else None

    def _by_he(self, gender: str, said: Set[str], trails: bool) -> Entity | None:
        """Return whom "he" means; nobody where who acts and who spoke last may both be meant.

        In "…, he said" whoever spoke last goes on, though others have acted since.
        """

        def fits(entity: Entity) -> bool:
            return may_be_one(entity) and gender in ("", entity.gender or gender)

        known = self._nearest(lambda e: fits(e) and e.gender == "f", _LONG_AGO) if gender == "f" else None
        found = known or self._nearest(fits, _REACH)
        spoken = islice(reversed(self._spoken), _FARTHEST)
        speaker = next((e for s, e in spoken if s >= self._sentence - _REACH and fits(e)), None)
        if found is not None and is_named(found, said):
            return speaker if speaker is not found and not (speaker and is_named(speaker, said)) else None
        if not trails or speaker is None or speaker is found:
            return found
        acted = next((s for s, e in islice(reversed(self._salient), _FARTHEST) if e is found), 0)
        return None if acted >= self._sentence - 1 else speaker

    def _nearest(self, fits: Callable[[Entity], bool], reach: int | None = None) -> Entity | None:
        """Return who last spoke or acted and fits, or who was merely named if that is long ago.

        Whoever did so more than `reach` sentences before is not meant.
        """
        first = 0 if reach is None else self._sentence - reach
        salient = (pair for pair in islice(reversed(self._salient), _FARTHEST) if pair[0] >= first)
        spoke = next(((s, e) for s, e in salient if fits(e)), None)
        mentioned = (pair for pair in islice(reversed(self._mentioned), _FARTHEST) if pair[0] >= first)
        named = next(((s, e) for s, e in mentioned if e.names and (e.human or e.nouns) and fits(e)), None)
        if spoke is None or (named is not None and named[0] - spoke[0] > _LONG_AGO):
            return named[1] if named is not None and (reach is None or self._is_alone(named, fits)) else None
        return spoke[1]

    def _is_alone(self, named: tuple[int, Entity], fits: Callable[[Entity], bool]) -> bool:
        """Tell whether no other that fits was merely named in the same sentence."""
        near = islice(reversed(self._mentioned), _FARTHEST)
        return not any(s == named[0] and e is not named[1] and e.names and fits(e) for s, e in near)

    def _by_full_name(self, name: str) -> Entity | None:
        parts = name_words(name)
        if len(parts) == 1 and not is_acronym(name):
            people = [e for e in self._by_word.get(parts[0], [])[-_FARTHEST:] if ends_name(e, parts[0])]
            if len(people) > 1:
                return next((e for e in self._recent() if e in people), people[-1])
        found = self._by_name.get(folded(name))
        return self._by_initials.get(folded(name)) if found is None and is_acronym(name) else found

    def _by_part(self, described: Description) -> Entity | None:
        """Match a surname to its full name, "Observatory" to the body so named, or the reverse."""
        short = self._by_name.get(initials(described.name))
        if short is not None and any(is_acronym(name) for name in short.names):
            return short
        parts = name_words(described.name)
        candidates = [e for word in parts for e in self._by_word.get(word, [])[-_FARTHEST:]]
        return next((entity for entity in reversed(candidates) if is_form(described, entity)), None)

    def _by_possessive(self, name: str) -> Entity | None:
        """Return the body whose name a lost apostrophe has run into: "Harbour Watchs"."""
        key = folded(name)
        return self.named(key[:-1]) if key.endswith("s") else None

    def _by_glued(self, described: Description) -> Entity | None:
        """Return the person whose surname ends a name that other words have run into: "the Caps Horn"."""
        tokens = described.name_tokens
        if len(tokens) < _FULL_NAME or all(token.ent_type_ == "PERSON" for token in tokens):
            return None
        last = folded(tokens[-1].text)
        people = [e for e in self._by_word.get(last, [])[-_FARTHEST:] if ends_name(e, last)]
        full = [e for e in people if len(name_words(e.name)) >= _FULL_NAME and e.labels["PERSON"]]
        before = {folded(token.text) for token in tokens[:-1]}
        return full[-1] if full and not before & set(name_words(full[-1].name)) else None

    def _by_forerunner(self, described: Description) -> Entity | None:
        """Resolve a name to the unnamed body that the lead spoke of: "a monitor said …"."""
        parts = name_words(described.name)
        for phrase, word in (*epithets().items(), _WATCHING):
            entity = self._by_phrase.get(phrase)
            if word in parts and entity is not None and not entity.names:
                return entity
        last = ((s, e) for s, e in islice(reversed(self._spoken), 1) if s >= self._sentence - 1)
        return next((entity for _, entity in last if holds_office(described, entity)), None)

    def _by_definite(self, described: Description, said: Set[str]) -> Entity | None:
        exact = self._by_phrase.get(folded(described.phrase))
        if exact is not None and len(described.phrase.split()) > 1:
            return exact

        def fits(entity: Entity) -> bool:
            return may_be(described, entity) and not is_named(entity, said)

        recent = [entity for _, entity in islice(reversed(self._mentioned), _FARTHEST) if fits(entity)]
        akin = next((entity for entity in recent if is_akin(described, entity)), None)
        if akin is not None:
            return akin
        if described.head.dep_ in _OBJECTS:  # "backed by the group, which said …"
            return next(iter(recent), None) or self._by_epithet(described)
        named = self._by_epithet(described) or self._nearest(fits)
        if named is not None:
            return named
        same = reversed(self._by_noun.get(described.noun, [])[-_FARTHEST:])
        found = next((entity for entity in same if same_noun(described, entity)), None)
        return found or (self._company() if described.noun in words("anycompany") else None)

    def _company(self) -> Entity | None:
        recent = (entity for _, entity in islice(reversed(self._mentioned), _FARTHEST))
        return next((e for e in recent if e.labels["ORG"] and not e.human and not e.nouns), None)

    def _by_epithet(self, described: Description) -> Entity | None:
        """Resolve "the world body", and "a monitor" where an observatory is known."""
        if described.plural:
            return None
        word = epithets().get(described.phrase.lower()) or epithets().get(described.noun, "")
        found = [entity for entity in self._by_word.get(word, [])[-_FARTHEST:] if not entity.human]
        return found[-1] if found and agrees_in_marks(described, found[-1]) else None

    def _by_indefinite(self, described: Description) -> Entity | None:
        """Take up the same words for a body or for people in general; "a source" is always another."""
        if is_human(described.noun) and not described.plural:
            return None
        found = self._by_phrase.get(folded(described.label))
        placed = described.plural and described.head.sent[0].lower_ in ("in", "elsewhere")
        if found is not None and placed and " in " in found.name and found.name != described.label:
            return None  # "nurses in Orlby said … In Varn nurses said"
        return found or self._by_epithet(described)
