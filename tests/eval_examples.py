"""Two invented reports, one sentence a passage, and answers over them made by hand.

b (bridge): 0 army: fell · 1 Varga: stands · 2 nobody knows
h (harbour): 0 port: three sank · 1 a clerk: four sank
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Position, Verdict
from corpus.article import Article
from corpus.passage import Passage, passage_id
from corpus.source import Source, SourceKind
from corpus.statement import Form, Span, Spans, Stance, Statement, statement_id
from eval.bootstrap import Figure
from eval.cases import Case, GoldPosition, GoldStatement
from eval.figures import measure
from eval.gold import locate
from eval.grade import grade
from eval.library import Library
from eval.outcome import Outcome
from eval.provenance import Provenance
from eval.record import Record, record
from index.hit import Hit

SENTENCES = {
    "b": (
        "The bridge fell on Monday, the army said.",
        "The bridge stands, said Ines Varga.",
        "Nobody else has seen it.",
    ),
    "h": ("Three boats sank, the port said.", "A clerk said four boats sank."),
}
SPEAKERS = {("b", 0): "the army", ("b", 1): "Ines Varga", ("h", 0): "the port", ("h", 1): "a clerk"}
ARTICLES = {key: Article(key, key, " ".join(sentences)) for key, sentences in SENTENCES.items()}


def span(article: str, number: int) -> Span:
    """Return where a sentence stands in its article."""
    start = ARTICLES[article].text.index(SENTENCES[article][number])
    return start, start + len(SENTENCES[article][number])


def passage(article: str, number: int) -> Passage:
    """Return the passage that is one sentence."""
    return Passage(
        passage_id(article, number), article, number, *span(article, number), SENTENCES[article][number]
    )


def statement(article: str, number: int, source: str, stance: Stance = Stance.ASSERTS) -> Statement:
    """Return a statement that is one sentence."""
    place, quoted = passage(article, number), span(article, number)
    named = Source(source, SourceKind.PERSON)
    spans = Spans(quoted, (quoted,))
    return Statement(statement_id(place.id, 0), place.id, named, place.text, Form.INDIRECT, stance, spans)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The two reports, with a statement for each sentence that has a speaker in `extracted`."""

    extracted: frozenset[tuple[str, int]] = frozenset(SPEAKERS)

    def article(self, article_id: str, /) -> Article | None:
        """Return the article of this id."""
        return ARTICLES.get(article_id)

    def passages(self, article_id: str, /) -> Sequence[Passage]:
        """Return the article's sentences."""
        return [passage(article_id, number) for number in range(len(SENTENCES.get(article_id, ())))]

    def statements(self, passage_ids: Sequence[str], /) -> Sequence[Statement]:
        """Return what was extracted from these sentences."""
        found = [statement(*place, SPEAKERS[place]) for place in sorted(self.extracted)]
        return [item for item in found if item.passage_id in passage_ids]


SHELF = Shelf()

PROVENANCE = Provenance(
    cases={"name": "made.jsonl", "sha256": "00"},
    index={"fingerprint": "0f", "articles": 2},
    settings={"depth": 20},
    models={"encoder": "made"},
    versions={"python": "3.11"},
    code="c0de",
    bootstrap={"resamples": 1000},
)


def gold(article: str, number: int, source: str = "", *aliases: str) -> GoldStatement:
    """Return the gold statement for a sentence, by default of its true speaker."""
    name = source or SPEAKERS[article, number]
    return GoldStatement(name, Stance.ASSERTS, article, SENTENCES[article][number], aliases)


def case(verdict: Verdict, *positions: Sequence[GoldStatement], name: str = "case") -> Case:
    """Return a case whose positions hold these gold statements."""
    return Case(name, "What happened?", verdict, tuple(GoldPosition("", tuple(held)) for held in positions))


def answer(verdict: Verdict, *positions: Sequence[Statement], passages: Sequence[Passage] = ()) -> Answer:
    """Return an answer whose positions cite these statements, and that retrieved these passages."""
    cited = tuple(Position("", tuple(_citation(item) for item in held)) for held in positions)
    hits = tuple(Hit(item, 1 / rank, rank) for rank, item in enumerate(passages, 1))
    return Answer("What happened?", verdict, "", cited, passages=hits)


def outcome(of: Case, given: Answer | None, milliseconds: float = 1.0) -> Outcome:
    """Return the outcome of a case; without an answer it failed."""
    return Outcome(of, locate(of, SHELF), given, milliseconds, None if given else "Broken: it broke")


def measured(outcomes: Sequence[Outcome], library: Library = SHELF) -> dict[str, Figure]:
    """Return the figures of a run that came out so."""
    return measure([grade(each, library) for each in outcomes])


def recorded(outcomes: Iterable[Outcome]) -> list[Record]:
    """Return the records of a run that came out so."""
    return [record(each, grade(each, SHELF), SHELF) for each in outcomes]


def _citation(cited: Statement) -> Citation:
    article = ARTICLES[cited.passage_id.split("#")[0]]
    start, end = cited.spans.quote
    return Citation(1, cited, article, article.text[start:end], start, end)
