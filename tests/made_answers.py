"""Answers about an invented bridge, made by hand."""

from datetime import date

from assistant.answer import Answer, Cause, Citation, Conflict, Position, Relation, Verdict
from corpus.article import Article
from corpus.source import Source, SourceKind
from corpus.statement import Form, Spans, Stance, Statement

VARGA = Source("Ines Varga", SourceKind.PERSON, "spokeswoman", "the dockers")
ARMY = Source("the army", SourceKind.ORGANISATION)


def report(article_id: str, text: str, outlet: str, day: int = 2) -> Article:
    """Return an article of May 2031."""
    return Article(article_id, f"A bridge in dispute ({outlet})", text, outlet, published=date(2031, 5, day))


def citation(marker: int, source: Source, article: Article, stance: Stance = Stance.ASSERTS) -> Citation:
    """Return a citation of an article's whole text."""
    span = (0, len(article.text))
    statement = Statement(
        f"{article.id}#p0s0",
        f"{article.id}#p0",
        source,
        article.text,
        Form.DIRECT,
        stance,
        Spans(span, (span,)),
        said_on=article.published,
    )
    return Citation(marker, statement, article, article.text, *span)


QUAY = report("quay", "The bridge never fell, said Ines Varga, of the dockers.", "The Quay")
WIRE = report("wire", "Varga denied that the bridge had fallen.", "Wire", day=3)
POST = report("post", "The bridge is ours, the army said.", "Post", day=1)

HELD = Position("It never fell", (citation(1, VARGA, QUAY, Stance.DENIES), citation(2, VARGA, WIRE)))
LOST = Position("The army holds it", (citation(3, ARMY, POST),))

CONFLICT = Answer(
    "Who holds the bridge?",
    Verdict.CONFLICT,
    "Sources conflict. Ines Varga denies what the army says.",
    (HELD, LOST),
    (Conflict((0, 1), Relation.DISPUTES, Cause.DENIAL, "Ines Varga denied it."),),
)
CHANGED = Answer("Who holds the bridge?", Verdict.CHANGED, "The answer changed.", (LOST, HELD))
AGREED = Answer("Who holds the bridge?", Verdict.AGREE, "Sources agree. It never fell.", (HELD,))
UNKNOWN = Answer("Who holds the bridge?", Verdict.NONE, "The reports do not answer this.")
