"""A larger index of a real one: its reports over again, with other names and numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.passage import passage_id
from corpus.report import Report
from corpus.statement import Statement, statement_id
from index.encoder import Encoder
from index.feed import unpacked
from index.index import Index
from index.texts import text_hash, texts_of

VOWELS = "aeiou"
NOISE = 0.2
"""How far the vector of changed words lies from that of the words they were made of."""

WORD = re.compile(r"\w+")


class Multiplied:
    """Reports of an index, and an encoder of their words that rests on the vectors stored there."""

    def __init__(self, index: Index, encoder: Encoder) -> None:
        """Read from an index that was made with `encoder`, whose name and fingerprint are taken over."""
        self.name, self.fingerprint, self.dimension = encoder.name, encoder.fingerprint, encoder.dimension
        self._index = index
        with index.database.reading() as connection:
            rows = connection.execute("SELECT hash, vector FROM embeddings").fetchall()
            texts = " ".join(text for (text,) in connection.execute("SELECT text FROM articles"))
        vectors = unpacked([row["vector"] for row in rows], self.dimension)
        self._vectors = dict(zip((row["hash"] for row in rows), vectors, strict=True))
        self._common = {word for word in WORD.findall(texts) if word.islower()}
        self._noise = np.random.default_rng(0)

    def reports(self, passages: int) -> Iterator[Report]:
        """Yield the index's reports, then changed ones, until there are so many passages."""
        made = turn = 0
        while made < passages:
            for overview in self._index.articles():
                if made >= passages:
                    return
                yield self._report(overview.id, turn)
                made += overview.passages
            turn += 1

    def _report(self, name: str, turn: int) -> Report:
        article = self._index.article(name)
        if article is None:
            raise SystemExit(f"no article '{name}'")
        passages = tuple(self._index.passages(name))
        statements = tuple(self._index.statements([passage.id for passage in passages]))
        parses = self._index.parses({passage.id: passage.text for passage in passages})
        original = Report(article, passages, statements, parses)
        if not turn:
            return original
        changed = _Changed(turn, self._common).report(original)
        for new, old in zip(texts_of(changed), texts_of(original), strict=True):
            self._vectors[text_hash(new)] = self._vectors[text_hash(old)]
        return changed

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit vectors (texts, dimension) near those of the words that the texts were made of."""
        rows = np.array([self._vectors[text_hash(text)] for text in texts], np.float32)
        noise = self._noise.standard_normal(rows.shape, np.float32)
        rows += NOISE * noise / np.linalg.norm(noise, axis=1, keepdims=True)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


class _Changed:
    """Changes names and numbers, each in the same way wherever it stands, and keeps their lengths."""

    def __init__(self, turn: int, common: set[str]) -> None:
        self._common = common
        turned = VOWELS[turn % 5 :] + VOWELS[: turn % 5]
        digits = "".join(str((digit + turn - 1) % 9 + 1) for digit in range(1, 10))
        self._names = str.maketrans(VOWELS, turned)
        self._numbers = str.maketrans("123456789", digits)
        self._suffix = f"-{turn}"

    def report(self, report: Report) -> Report:
        """Return the report under another id, changed but for its parses."""
        article = report.article
        name = article.id + self._suffix
        passages = tuple(
            replace(each, id=passage_id(name, each.order), article_id=name, text=self._text(each.text))
            for each in report.passages
        )
        new = dict(zip((each.id for each in report.passages), passages, strict=True))
        statements = tuple(
            self._statement(each, new[each.passage_id].id, order)
            for order, each in enumerate(report.statements)
        )
        parses = {new[each].id: packed for each, packed in report.parses.items()}
        return Report(self._article(article, name), passages, statements, parses)

    def _article(self, article: Article, name: str) -> Article:
        return replace(article, id=name, title=self._text(article.title), text=self._text(article.text))

    def _statement(self, statement: Statement, passage: str, order: int) -> Statement:
        source = statement.source
        source = replace(
            source, name=self._text(source.name), aliases=tuple(self._text(name) for name in source.aliases)
        )
        return replace(
            statement,
            id=statement_id(passage, order),
            passage_id=passage,
            source=source,
            content=self._text(statement.content),
            referents=tuple(self._text(name) for name in statement.referents),
        )

    def _text(self, text: str) -> str:
        return WORD.sub(lambda found: self._word(found[0]), text)

    def _word(self, word: str) -> str:
        if word[0].isupper() and word.lower() not in self._common:
            return word.translate(self._names)
        return word.translate(self._numbers)
