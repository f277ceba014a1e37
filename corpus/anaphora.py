"""What "the village", "it" and "there" stand for: names that a statement means and does not spell out."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.tree import children
from corpus.resolution.capitals import is_capital
from corpus.resolution.entity import Entity, gender_of
from corpus.resolution.kinds import is_country
from corpus.resolution.naming import names_of, whole_name
from corpus.resolution.resolver import Resolver
from corpus.resolution.vocabulary import is_human, singular, words
from corpus.source import Source, SourceKind

_ARTICLES = ("the", "this", "that", "these", "those")
_PLACES = ("GPE", "LOC", "FAC")
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("pobj", "dobj")
_ARGUMENTS = (*_SUBJECTS, *_OBJECTS, "conj")
_VAGUE = ("area", "region", "place", "site")
_IT = frozenset({"it", "its"})
_HE = frozenset({"he", "she", "his", "her", "him"})
_NEAR = 350
"""Characters between a name and a pronoun or "there" that may mean it."""

_At = tuple[int, str]


class Antecedents:
    """The names of an article that later words may stand for, read in the order of the text."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._nouns: defaultdict[str, list[_At]] = defaultdict(list)
        self._places: list[_At] = []
        self._people: list[tuple[int, str, Entity]] = []
        self._things: list[_At] = []
        self._areas: list[_At] = []

    def read(self, paragraph: Paragraph) -> None:
        """Take note of a paragraph's names: of villages, bodies and ships, of subjects, of places."""
        for token in paragraph.doc:
            if token.pos_ == "NOUN" and not is_human(singular(token.lower_)):
                self._read_noun(paragraph, token)
            elif token.pos_ == "PROPN" and is_capital(token):
                self._read_name(paragraph, token)

    def _read_noun(self, paragraph: Paragraph, token: Token) -> None:
        """Take note of the names given to a noun, and where "the village" speaks of one once more."""
        place, noun = paragraph.start + token.idx, token.lemma_.lower()
        names = list(names_of(paragraph, token))
        self._nouns[noun] += [(place, name) for name in names]
        if noun not in words("area"):
            return
        if not names and _is_bare_definite(token):
            names = [name for name in (self._named(noun, place),) if name]
        self._areas += [(place, name) for name in names]
        self._places += [(place, name) for name in names]

    def _read_name(self, paragraph: Paragraph, token: Token) -> None:
        place = paragraph.start + token.idx
        entity = self._resolver.mention(token)
        if token.ent_type_ in _PLACES and token.dep_ in _ARGUMENTS and not (entity and entity.nouns):
            name = whole_name(paragraph, token)
            if not is_country(name):
                self._places.append((place, name))
        if entity is None or not entity.names:
            return
        for noun in {singular(token.lower_), *entity.nouns} & (words("organisation") | words("government")):
            self._nouns[noun].append((place, entity.name))
        if token.dep_ in _SUBJECTS:
            if entity.person:
                self._people.append((place, entity.name, entity))
            elif not entity.human and token.tag_ != "NNPS" and token.ent_type_ != "NORP":
                self._things.append((place, entity.name))

    def referents(
        self, paragraph: Paragraph, tokens: Sequence[Token], speaker: Source | None = None
    ) -> tuple[str, ...]:
        """Return the names that words among `tokens` stand for, each once, the speaker's left out."""
        said = paragraph.words(list(tokens))
        own = _own_pronouns(speaker, tokens)
        found = dict.fromkeys(
            name
            for token in tokens
            if token.lower_ not in own or token.dep_ in _OBJECTS
            for name in self._meant(paragraph, token)
            if name and name not in said and (speaker is None or name != speaker.name)
        )
        return tuple(found)

    def _meant(self, paragraph: Paragraph, token: Token) -> Iterator[str]:
        place = paragraph.start + token.idx
        if _is_bare_definite(token):
            yield self._named(token.lemma_.lower(), place)
        elif token.tag_ in ("WDT", "WP", "WP$") or (token.lower_ == "that" and token.dep_ in _SUBJECTS):
            yield from self._relative(paragraph, token)
        elif token.lower_ == "there" and token.dep_ != "expl":
            yield _before(self._places, place, _NEAR)
        elif token.lower_ == "it" and token.dep_ in _OBJECTS:
            yield _before(self._areas, place, _NEAR)
        elif token.lower_ in _IT and _is_taken_up(token):
            yield max(_last(self._things, place, _NEAR), _last(self._areas, place, _NEAR))[1]
        elif token.lower_ in _HE:
            yield self._person(token.lower_, place)

    def _named(self, noun: str, place: int) -> str:
        """Return the name that a noun was last given; an area may be any place just named."""
        known = _before(self._nouns.get(noun, []), place)
        near = _before(self._places, place, _NEAR) if noun in words("area") else ""
        return near or known if noun in _VAGUE else known or near

    def _person(self, pronoun: str, place: int) -> str:
        gender = gender_of([pronoun])
        start = bisect_left(self._people, place, key=lambda person: person[0])
        for at, name, entity in reversed(self._people[max(start - 3, 0) : start]):
            if place - at <= _NEAR and entity.gender in ("", gender):
                return name
        return ""

    def _relative(self, paragraph: Paragraph, pronoun: Token) -> Iterator[str]:
        """Yield the name of what a relative clause is about: "the area, which the UN says …"."""
        clause = next((verb for verb in pronoun.ancestors if verb.dep_ == "relcl"), None)
        if clause is None or clause.head.i > pronoun.i:
            return
        noun = clause.head
        if noun.pos_ == "PROPN":
            entity = self._resolver.mention(noun)
            yield entity.name if entity is not None and entity.names else whole_name(paragraph, noun)
        elif names := list(names_of(paragraph, noun)):
            yield from names
        elif _is_bare_definite(noun):
            yield self._named(noun.lemma_.lower(), paragraph.start + noun.idx)


def _own_pronouns(speaker: Source | None, tokens: Sequence[Token]) -> frozenset[str]:
    """Return the pronouns that mean the speaker, or a subject of the content itself."""
    subjects = [token for token in tokens if token.dep_ in _SUBJECTS]
    inner = subjects and subjects[0].pos_ != "PRON"
    if speaker is None:
        return _IT if inner else frozenset()
    if speaker.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS):
        return _HE | _IT if inner else _HE
    return _IT


def _before(known: Sequence[_At], place: int, farthest: int | None = None) -> str:
    """Return the last name noted before a place of the text, at most `farthest` characters back."""
    return _last(known, place, farthest)[1]


def _last(known: Sequence[_At], place: int, farthest: int | None = None) -> _At:
    index = bisect_left(known, place, key=lambda pair: pair[0])
    if not index or (farthest is not None and place - known[index - 1][0] > farthest):
        return -1, ""
    return known[index - 1]


def _is_bare_definite(token: Token) -> bool:
    if token.pos_ != "NOUN":
        return False
    left = [child for child in token.children if child.i < token.i]
    return len(left) == 1 and left[0].lower_ in _ARTICLES


def _is_taken_up(token: Token) -> bool:
    """Tell whether "it" or "its" takes up a name; not the empty one of "it was clear that"."""
    if token.dep_ == "poss":
        return True
    verb = token.head
    empty = verb.lemma_ == "be" and bool(children(verb, "acomp", "ccomp", "advcl", "xcomp"))
    return token.dep_ in _SUBJECTS and not empty
