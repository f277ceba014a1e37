"""Hybrid search: by meaning and by words, joined by their scores."""

import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.errors import SaysWhoError
from index.catalogue import Catalogue
from index.database import Database
from index.derived import Derived
from index.encoder import Encoder
from index.feed import Feed
from index.filters import Filters
from index.fusion import convex_combination
from index.hit import Hit
from index.keywords import Keywords
from index.vectors import Vectors
from index.way import Way
from index.writer_lock import writer_lock

CANDIDATES = 100
"""Passages that each kind of search puts forward, at least."""

FIRST = 10
"""The best hits: each makes the rest of its report worth reading."""

REST = 100
"""Passages read besides the hits, at most."""


class Search:
    """Searches the passages of a store, through structures it keeps level with it."""

    def __init__(self, database: Database, encoder: Encoder) -> None:
        """Search a store; nothing is loaded before it is needed."""
        folder = self._folder = database.folder
        self._catalogue, self._feed = Catalogue(database), Feed(database)
        self._vector = lru_cache(maxsize=64)(lambda question: encoder.encode([question])[0])
        dimension = self._feed.dimension
        self._vectors = Derived(folder, self._feed, Vectors, lambda: Vectors.empty(dimension))
        self._keywords = Derived(folder, self._feed, Keywords, Keywords.empty)

    def hits(self, question: str, limit: int, filters: Filters, way: Way = Way.HYBRID) -> list[Hit]:
        """Return at most `limit` passages that fit a question and the filters, best first."""
        allowed = self._catalogue.allowed(filters)
        vectors, keywords = self._vectors.current(), self._keywords.current()
        if self._vectors.unsaved or self._keywords.unsaved:
            self._mend()
        query, depth = self._vector(question), max(limit, CANDIDATES)
        near = vectors.search(query, depth, None if allowed is None else allowed.passages)
        alike = keywords.scores(question, depth, None if allowed is None else allowed.articles)
        similar = self._similarities(query, list(dict.fromkeys([*near, *alike])))
        orders = {Way.DENSE: near, Way.BM25: list(alike), Way.HYBRID: convex_combination(similar, alike)}
        return self._hits(orders[way][:limit], similar)

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
        others = self._hits(keys, self._similarities(self._vector(question), keys))
        unseen = sorted((hit for hit in others if hit.passage.id not in seen), key=lambda hit: -hit.score)
        return [replace(hit, rank=len(hits) + place) for place, hit in enumerate(unseen[:REST], start=1)]

    def stems(self, text: str) -> list[str]:
        """Return the words of a text as the keyword search compares them."""
        return self._keywords.current().stems(text)

    def rarity(self, stem: str) -> float:
        """Return how rare a stem is among the passages: its inverse document frequency."""
        return self._keywords.current().rarity(stem)

    def save(self) -> None:
        """Write the structures to disk; the caller holds the writer's lock.

        Raises SaysWhoError if they cannot be written.
        """
        try:
            self._vectors.save()
            self._keywords.save()
        except OSError as error:
            raise SaysWhoError(f"index {self._folder} cannot be written to: {error.strerror}") from error

    def _mend(self) -> None:
        """Replace what was found missing or damaged on disk, unless somebody else is writing."""
        self._vectors.unsaved = self._keywords.unsaved = False
        with contextlib.suppress(SaysWhoError), writer_lock(self._folder):
            self.save()

    def _similarities(self, query: NDArray[np.float32], keys: Sequence[int]) -> dict[int, float]:
        """Return the cosine similarity of passages to a query, by key; keys that are gone are left out."""
        found, vectors = self._feed.vectors(keys)
        return dict(zip(found.tolist(), (vectors @ query).tolist(), strict=True))

    def _hits(self, keys: Sequence[int], scores: Mapping[int, float]) -> list[Hit]:
        passages = self._catalogue.passages_by_key(keys)
        kept = [key for key in keys if key in passages and key in scores]  # one may just have been removed
        return [Hit(passages[key], scores[key], rank) for rank, key in enumerate(kept, start=1)]
