"""Hybrid search: by meaning and by words, joined by their scores."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SaysWhoError
from index.catalogue import Catalogue
from index.database import Database
from index.derived import Derived, Recipe
from index.encoder import Encoder
from index.feed import Feed
from index.filters import Filters
from index.fusion import convex_combination
from index.hit import Hit
from index.keywords import Keywords, stems
from index.kind import Kind
from index.vectors import Vectors
from index.way import Way
from index.writer_lock import writer_lock

CANDIDATES = 100
"""Passages that each kind of search puts forward, at least."""

FIRST = 30
"""The best hits: each makes the rest of its report worth reading."""

REST = 150
"""Passages read besides the hits, at most."""

KIND = "vectors"
"""Name under which the store keeps the type of vector index that was chosen."""

KEYWORDS = Recipe("keywords", lambda _: Keywords.empty(), Keywords.load, lambda _: True)


class Search:
    """Searches the passages of a store, through structures it keeps level with it."""

    def __init__(self, database: Database, encoder: Encoder) -> None:
        """Search a store; nothing is loaded before it is needed."""
        folder = self._folder = database.folder
        self._catalogue, self._feed = Catalogue(database), Feed(database)
        self._encoded = lru_cache(maxsize=64)(lambda question: encoder.encode([question])[0])
        self._database = database
        self._vectors = Derived(folder, self._feed, self._vector_recipe())
        self._keywords = Derived(folder, self._feed, KEYWORDS)

    def _vector_recipe(self) -> Recipe[Vectors]:
        return Recipe(
            stem="vectors",
            make=lambda changes: Vectors.planned(self._feed, changes.added, self._kind),
            load=Vectors.load,
            fits=lambda vectors: self._kind.fits(vectors.lists, len(vectors)),
        )

    @property
    def _kind(self) -> Kind:
        return Kind(self._database.meta.get(KIND, Kind.AUTO))

    def hits(self, question: str, limit: int, filters: Filters, way: Way = Way.HYBRID) -> list[Hit]:
        """Return at most `limit` passages that fit a question and the filters, best first."""
        allowed = self._catalogue.allowed(filters)
        vectors, keywords = self._current()
        if self._vectors.unsaved or self._keywords.unsaved:
            self._mend()
        query, depth = self.vector(question), max(limit, CANDIDATES)
        near = vectors.search(query, depth, None if allowed is None else allowed.passages)
        alike = keywords.scores(question, depth, None if allowed is None else allowed.articles)
        scores = self._scores(query, dict.fromkeys([*near, *alike]))
        if vectors.lists:
            near = sorted(near, key=lambda key: -scores.get(key, -1.0))
        orders = {Way.HYBRID: convex_combination(scores, alike), Way.DENSE: near, Way.BM25: list(alike)}
        return self._hits(orders[way][:limit], scores)

    def _current(self) -> tuple[Vectors, Keywords]:
        try:
            return self._vectors.current(), self._keywords.current()
        except OSError as error:
            raise SaysWhoError(f"the search cannot be set up: {error.strerror}; make room there") from error

    def vector(self, question: str) -> NDArray[np.float32]:
        """Return the unit vector of a question (dimension,), encoded once for all that is asked of it."""
        vector: NDArray[np.float32] = self._encoded(question)
        return vector

    def rest(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Return other passages of the reports that `hits` point to most, most similar first.

        A report counts that has a passage among the first hits, or several among all. At most
        REST passages are returned; they rank after the hits.
        """
        found = Counter(hit.passage.article_id for hit in hits)
        first = {hit.passage.article_id for hit in hits[:FIRST]}
        telling = [article for article, count in found.items() if count > 1 or article in first]
        seen = {hit.passage.id for hit in hits}
        keys = self._catalogue.keys_of(telling)
        scores = self._scores(self.vector(question), keys)
        nearest = sorted(scores, key=lambda key: -scores[key])[: REST + len(seen)]
        unseen = [hit for hit in self._hits(nearest, scores) if hit.passage.id not in seen]
        return [replace(hit, rank=len(hits) + place) for place, hit in enumerate(unseen[:REST], start=1)]

    def stems(self, text: str) -> list[str]:
        """Return the words of a text as the keyword search compares them."""
        return stems(text)

    def rarity(self, stem: str) -> float:
        """Return how rare a stem is among the passages: its inverse document frequency."""
        return self._keywords.current().rarity(stem)

    def save_if_due(self) -> None:
        """Write to disk what is far behind the store; see `save`."""
        if self._vectors.due() or self._keywords.due():
            self.save()

    def save(self) -> None:
        """Write the structures to disk; the caller holds the writer's lock.

        Raises SaysWhoError if they cannot be written.
        """
        try:
            self._vectors.save()
            self._keywords.save()
        except OSError as error:
            raise SaysWhoError(
                f"the reports are in {self._folder}, but what speeds up the search cannot be written there: "
                f"{error.strerror}; make room, and the next search does it"
            ) from error

    def _mend(self) -> None:
        """Replace what was found missing or damaged on disk, unless somebody else is writing."""
        self._vectors.unsaved = self._keywords.unsaved = False
        with contextlib.suppress(SaysWhoError), writer_lock(self._folder):
            self.save()

    def _scores(self, query: NDArray[np.float32], keys: Iterable[int]) -> dict[int, float]:
        """Return the cosine similarity of passages to a query, by key; keys that are gone are left out."""
        found, vectors = self._feed.vectors(list(keys))
        return dict(zip(found.tolist(), (vectors @ query).tolist(), strict=True))

    def _hits(self, keys: Sequence[int], scores: Mapping[int, float]) -> list[Hit]:
        passages = self._catalogue.passages_by_key(keys)
        kept = [key for key in keys if key in passages and key in scores]  # one may just have been removed
        return [Hit(passages[key], scores[key], rank) for rank, key in enumerate(kept, start=1)]
