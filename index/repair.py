"""Mending an index that is damaged: what can be read is kept, what was found in it is made anew."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from corpus.article import Article
from corpus.report import Report
from index.database import FILE, Database, create_database
from index.encoder import Encoder
from index.index import Index, check_encoder
from index.mended import Mended
from index.salvage import Salvage
from index.sidecar import put_in_place
from index.store import Store
from index.texts import texts_of
from index.verification import store_problems
from index.writer_lock import writer_lock

ASIDE = "mended.new"
"""Folder, in that of the index, where the new store is made."""

DAMAGED = "store.damaged.sqlite"
JOURNALS = ("-wal", "-shm")


def mend(folder: Path, encoder: Encoder) -> Mended | None:
    """Mend the index in a folder; return what was done, or None if it was whole.

    A damaged store is made anew from every article in it that is as it was added, and the damaged
    file kept beside it. Raises SaysWhoError if nothing of the store can be read, another process
    writes to it, or it cannot be written to.
    """
    mended = _mend_store(folder, encoder)
    with Index.open(folder, encoder) as index:
        if mended is None and not index.verify():
            return None
        index.save()
        return mended or Mended(kept=index.stats().articles)


def _mend_store(folder: Path, encoder: Encoder) -> Mended | None:
    database = Database(folder)
    try:
        check_encoder(database, encoder)
        if not any(store_problems(database)):
            return None
        with writer_lock(folder):
            mended = _made_anew(database, folder / ASIDE, encoder)
            _swap(folder)
    finally:
        database.close()
    shutil.rmtree(folder / ASIDE)
    return mended


def _made_anew(damaged: Database, aside: Path, encoder: Encoder) -> Mended:
    """Make a store in `aside` from what can be read of a damaged one."""
    shutil.rmtree(aside, ignore_errors=True)
    create_database(aside, {name: value for name, value in damaged.meta.items() if name != "format"})
    database = Database(aside)
    kept, again, lost = 0, list[Article](), list[str]()
    try:
        store = Store(database)
        for salvaged in Salvage(damaged).articles():
            if salvaged.report is not None:
                store.add([salvaged.report], salvaged.embeddings)
                kept += 1
            elif salvaged.article is not None:
                again.append(salvaged.article)
            else:
                lost.append(salvaged.id)
        analysed = _analyse(again, store, encoder)
    finally:
        database.close()
    lost += [article.id for article in again if article.id not in analysed]
    return Mended(kept, analysed, tuple(lost))


def _analyse(articles: Sequence[Article], store: Store, encoder: Encoder) -> tuple[str, ...]:
    """Analyse and store articles; return the ids of those that could be."""
    if not articles:
        return ()
    from corpus.analysis import Analyst  # brings spaCy

    analysed = []
    for outcome in Analyst().outcomes(articles):
        if isinstance(outcome, Report):
            texts = store.unembedded(texts_of(outcome))
            store.add([outcome], dict(zip(texts, encoder.encode(texts), strict=True)))
            analysed.append(outcome.article.id)
    return tuple(analysed)


def _swap(folder: Path) -> None:
    """Put the new store in the place of the damaged one, which is kept under another name.

    The damaged store's journals go first: SQLite would play them into the new one.
    """
    for suffix in JOURNALS:
        if (journal := folder / f"{FILE}{suffix}").exists():
            journal.replace(folder / f"{DAMAGED}{suffix}")
    (folder / DAMAGED).unlink(missing_ok=True)
    (folder / DAMAGED).hardlink_to(folder / FILE)
    put_in_place(folder / ASIDE / FILE, folder / FILE)
