"""Who passed a statement on: "told Reuters", "quoted by Interfax", a report around a report."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from corpus.attribution.relation import Relation
from corpus.resolution.capitals import is_capital, run_end
from corpus.resolution.kinds import is_medium_name
from corpus.resolution.matching import folded
from corpus.resolution.resolver import Resolver
from corpus.resolution.speakers import speakers
from corpus.resolution.vocabulary import words
from corpus.source import Source, SourceKind

_TO = ("to", "with", "by", "on", "in")
_CLAUSES = ("ccomp", "xcomp", "aux", "neg", "auxpass")
_CLOSE = 8
_LONGEST = 5


class Relays:
    """Finds the relay chain of each relation of an article."""

    def __init__(self, resolver: Resolver, relations: Sequence[Relation], outlet: str | None) -> None:
        self._resolver = resolver
        self._outlet = folded(outlet or "")
        self._around: dict[Token, list[Relation]] = {}
        for relation in relations:
            for token in relation.content:
                self._around.setdefault(token, []).append(relation)

    def of(self, relation: Relation, source: Source) -> tuple[str, ...]:
        """Return the names of those who relay a relation's statement, nearest the speaker first."""
        names = [
            *self._given(relation),
            *self._told(relation),
            *self._nested(relation, source.name),
            *self._inside(relation),
        ]
        kept: dict[str, str] = {}
        for name in names:
            kept.setdefault(folded(name), name)
        own = {"", self._outlet, *map(folded, (source.name, *source.aliases))}
        return tuple(name for key, name in kept.items() if key not in own)

    def _given(self, relation: Relation) -> Iterator[str]:
        for head in filter(self._resolver.can_speak, relation.relays):
            yield self._resolver.entity(head).name

    def _told(self, relation: Relation) -> Iterator[str]:
        """Yield the media named beside the cue: told or interviewed, or quoting."""
        if not relation.cue or relation.cue[0].doc is not relation.paragraph.doc:
            return
        content = {token.i for token in relation.content}
        source = {token.i for token in relation.source}
        for token in relation.cue[0].sent:
            if not is_capital(token) or token.i in source:
                continue
            if _is_told(token, relation) or (token.i not in content and _is_listener(token, relation)):
                name = relation.paragraph.words(list(token.doc[token.i : run_end(token) + 1]))
                if is_medium_name(name):
                    yield name

    def _nested(self, relation: Relation, source: str) -> Iterator[str]:
        """Yield who speaks in the relations around this one, from the inside out."""
        if not relation.cue:
            return
        for outer in self._around.get(relation.cue[0], []):
            if outer is relation or outer.head is None or relation.head not in outer.content:
                continue
            for head in filter(self._resolver.can_speak, speakers(outer)):
                made = self._resolver.entity(head).source()
                is_named = len(made.name.split()) <= _LONGEST and made.name not in words("media")
                is_medium = made.kind is SourceKind.MEDIA and is_named
                if made.name != source and (is_medium or _governs(outer, relation)):
                    yield made.name

    def _inside(self, relation: Relation) -> Iterator[str]:
        """Yield the medium that a content ends with: "…, the army said, according to Reuters"."""
        tokens = set(relation.content)
        for token in relation.content:
            if token.lower_ == "according" and token.nbor(1).lower_ == "to" and token != relation.cue[:1]:
                for name in token.doc[token.i + 2 : token.i + 4]:
                    if name in tokens and is_capital(name) and is_medium_name(name.text):
                        yield name.text


def _governs(outer: Relation, inner: Relation) -> bool:
    """Tell whether clauses alone lead from the outer cue to the inner: "she said he had denied it"."""
    if outer.rule != "clause":
        return False
    current = inner.cue[0]
    while current.dep_ in _CLAUSES:
        current = current.head
        if current in outer.cue:
            return True
    return False


def _is_told(token: Token, relation: Relation) -> bool:
    """Tell whether a name directly follows "told"."""
    before = token.nbor(-1) if token.i else token
    before = before.nbor(-1) if before.lower_ == "the" and before.i else before
    return before in relation.cue and before.lemma_ in ("tell", "inform")


def _is_listener(token: Token, relation: Relation) -> bool:
    """Tell whether a name stands where a listener or a quoting medium does."""
    before = token.nbor(-1) if token.i else token
    before = before.nbor(-1) if before.dep_ == "det" and before.i else before
    if before.lower_ not in _TO:
        return False
    return any(cue.is_ancestor(token) for cue in relation.cue) or _is_close(before, relation)


def _is_close(before: Token, relation: Relation) -> bool:
    return 0 < before.i - relation.cue[-1].i <= _CLOSE
