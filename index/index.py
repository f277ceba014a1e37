"""The index: reports in, passages and statements out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.errors import SaysWhoError
from corpus.passage import Passage
from corpus.report import Report
from corpus.resolution.identity import Aliases, load_aliases
from corpus.statement import Statement
from index.backup import back_up
from index.catalogue import Catalogue
from index.database import Database, create_database
from index.encoder import Encoder
from index.filters import Filters
from index.hit import Hit
from index.kind import Kind
from index.overview import ArticleOverview, Stats
from index.search import KIND, Search
from index.sources import TABLE
from index.store import Store, remove_article
from index.summary import Summary
from index.texts import texts_of
from index.verification import problems
from index.way import Way
from index.words import Words
from index.writer_lock import writer_lock

BATCH = 256
"""Passages that are embedded, and stored, together, at least: sorted by length, so that little is padded."""

EVERYTHING = Filters()


class Index:
    """One folder: a store, and the search structures derived from it.

    Any number of threads and processes may read while one writes; a reader sees each batch
    as soon as it is stored. A folder that cannot be written to can still be read.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        """Open the index in `folder`; see `open`."""
        self._folder, self._encoder = folder, encoder
        self._database = Database(folder)
        try:
            check_encoder(self._database, encoder)
        except SaysWhoError:
            self._database.close()
            raise
        self._store, self._catalogue = Store(self._database), Catalogue(self._database)
        self._words = Words(self._database, encoder)
        self._aliases = load_aliases(folder / TABLE)
        self._search = Search(self._database, encoder)

    @classmethod
    def create(cls, folder: Path, encoder: Encoder) -> Self:
        """Make an empty index, and the folder if need be.

        Raises SaysWhoError when the folder holds one already or cannot be written to.
        """
        create_database(
            folder,
            {
                "encoder": encoder.name,
                "fingerprint": encoder.fingerprint,
                "dimension": str(encoder.dimension),
            },
        )
        return cls(folder, encoder)

    @classmethod
    def open(cls, folder: Path, encoder: Encoder) -> Self:
        """Open an index.

        Raises SaysWhoError when there is none, it is of another format or damaged, or it was
        made with another encoder.
        """
        return cls(folder, encoder)

    def unchanged(self, article: Article) -> bool:
        """Tell whether this very article is stored, so that adding it would change nothing."""
        return self._store.unchanged(article)

    def add(self, reports: Iterable[Report], encoder: Encoder | None = None) -> Summary:
        """Add reports as they come; one of an article stored under the same id replaces it.

        `encoder` does the work of the index's own: with help, say.
        Every batch is committed on its own: what stops the adding loses no more than that.
        Raises SaysWhoError when another writes to the index or it cannot be written to.
        """
        summary = Summary()
        with writer_lock(self._folder):
            for batch in _batches(reports):
                changed = [report for report in batch if not self.unchanged(report.article)]
                summary += Summary(unchanged=len(batch) - len(changed))
                if changed:
                    summary += self._store.add(changed, self._embedded(changed, encoder or self._encoder))
            if summary.added or summary.replaced:
                self._search.save_if_due()
        return summary

    def _embedded(self, batch: Sequence[Report], encoder: Encoder) -> dict[str, NDArray[np.float32]]:
        """Return the embeddings (dimension,) of the texts of a batch that the store has none of.

        Titles are left to the keywords: in an embedding they draw an article's passages together.
        """
        texts = self._store.unembedded(text for report in batch for text in texts_of(report))
        return dict(zip(texts, encoder.encode(texts), strict=True))

    def remove(self, article_id: str) -> None:
        """Remove an article; the next search leaves it out.

        Raises SaysWhoError when there is no such article, or the index cannot be written to.
        """
        remove_article(self._database, article_id)

    def search(
        self, question: str, limit: int, filters: Filters = EVERYTHING, way: Way = Way.HYBRID
    ) -> list[Hit]:
        """Return the passages that fit a question best, by meaning and by words, best first."""
        return self._search.hits(question, limit, filters, way)

    def rest(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """Return other passages of the reports that `hits` point to most, most similar first."""
        return self._search.rest(question, hits)

    def vector(self, question: str) -> NDArray[np.float32]:
        """Return the unit vector of a question: (dimension,)."""
        return self._search.vector(question)

    def stems(self, text: str) -> list[str]:
        """Return the words of a text as the keyword search compares them."""
        return self._search.stems(text)

    def rarity(self, stem: str) -> float:
        """Return how rare a stem is among the passages: its inverse document frequency."""
        return self._search.rarity(stem)

    def article(self, article_id: str) -> Article | None:
        """Return an article, or None if there is none of that id."""
        return self._catalogue.article(article_id)

    def articles_by_id(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Return the articles of these ids, by id; ids that are gone are left out."""
        return self._catalogue.articles_by_id(article_ids)

    def files(self) -> dict[str, str]:
        """Map the files that articles took their ids from to those ids."""
        return self._catalogue.files()

    def articles(self) -> list[ArticleOverview]:
        """List every article, in the order they were added."""
        return self._catalogue.articles()

    def passages(self, article_id: str) -> list[Passage]:
        """Return an article's passages in the order of its text; none for an unknown id."""
        return self._catalogue.passages(article_id)

    def statements(self, passage_ids: Sequence[str]) -> list[Statement]:
        """Return the passages' statements: article by article, each in the order of its text."""
        return self._catalogue.statements(passage_ids)

    def parses(self, texts: Mapping[str, str]) -> dict[str, bytes]:
        """Return the packed parses (`corpus.parse`) of passages of these texts, by id, as far as kept."""
        return self._catalogue.parses(texts)

    def statement_vectors(self, statement_ids: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit vectors of statements' words, as asked: (statements, dimension).

        Stored ones are looked up; those of an index of format 1 are encoded. The words are the
        sentences a statement stands in and what their anaphors mean. Raises KeyError on an unknown id.
        """
        return self._words.vectors(statement_ids)

    def stats(self) -> Stats:
        """Count what the index holds."""
        return self._catalogue.stats()

    def use(self, kind: Kind) -> None:
        """Keep to a type of vector index from now on; the next `save` makes it.

        Raises SaysWhoError when another writes to the index or it cannot be written to.
        """
        if kind != self._database.meta.get(KIND, Kind.AUTO):
            with writer_lock(self._folder):
                self._database.set_meta(KIND, kind)

    def save(self) -> None:
        """Write the search structures to disk, made anew where they are damaged.

        Raises SaysWhoError when another writes to the index or it cannot be written to.
        """
        with writer_lock(self._folder):
            self._search.save()

    def back_up(self, target: Path) -> None:
        """Copy the index to a new folder, whatever is being written meanwhile.

        Raises SaysWhoError when the folder holds an index already or cannot be written to.
        """
        back_up(self._database, target)

    def verify(self) -> list[str]:
        """Return a line for each thing that is wrong with the index; none if it is whole."""
        return list(problems(self._database))

    @property
    def aliases(self) -> Aliases:
        """Return the user's table of names, as the index folder holds it at the time of opening."""
        return self._aliases

    @property
    def database(self) -> Database:
        """Return the store, for what looks into it without searching."""
        return self._database

    def close(self) -> None:
        """Let go of the index's files."""
        self._database.close()

    def __enter__(self) -> Self:
        """Return the index, to be closed when the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the index."""
        self.close()


def check_encoder(database: Database, encoder: Encoder) -> None:
    """Raise SaysWhoError unless an index was made with these weights."""
    meta = database.meta
    if meta["fingerprint"] != encoder.fingerprint:
        raise SaysWhoError(
            f"index {database.folder} was made with encoder '{meta['encoder']}', not with these weights of "
            f"'{encoder.name}': set encoder = \"{meta['encoder']}\" (or SAYSWHO_ENCODER), "
            "or add the reports to a new folder with --index"
        )


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Group reports until a group has `BATCH` passages."""
    batch: list[Report] = []
    for report in reports:
        batch.append(report)
        if sum(len(each.passages) for each in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
