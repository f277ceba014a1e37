"""From relations and narration to statements: sources named, days found, spans measured."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from corpus.anaphora import Antecedents
from corpus.article import Article
from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.dates import named_days
from corpus.narration import narrated
from corpus.passage import Passage
from corpus.resolution.resolver import Resolver, speakers
from corpus.source import Source, SourceKind
from corpus.statement import DateBasis, Form, Span, Spans, Stance, Statement, statement_id

_DIRECT, _MIXED = 0.8, 0.05


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of one article while its statements are made."""

    article: Article
    resolver: Resolver
    antecedents: Antecedents


def statements(
    article: Article, passages: Sequence[Passage], paragraphs: Sequence[Paragraph]
) -> tuple[Statement, ...]:
    """Return the statements of an article in the order of its text, narration included.

    A relation with several sources ("the army and the ministry said") gives one statement each.
    """
    found = relations(paragraphs)
    resolver = Resolver()
    resolver.resolve(paragraphs, found)
    reading = _Reading(article, resolver, Antecedents())
    made: list[Statement] = []
    for paragraph in paragraphs:
        reading.antecedents.read(paragraph)
        here = [relation for relation in found if relation.paragraph is paragraph]
        made += [statement for relation in here for statement in _attributed(reading, relation)]
        made += [_narration(reading, paragraph, sentence) for sentence in narrated(paragraph, here)]
    return tuple(_placed(sorted(made, key=lambda s: (s.spans.quote, s.spans.content)), passages))


def _placed(made: Sequence[Statement], passages: Sequence[Passage]) -> Iterator[Statement]:
    """Give each statement the passage its content begins in, and an id."""
    starts = [passage.start for passage in passages]
    counts: dict[str, int] = {}
    for statement in made:
        place = bisect_right(starts, statement.spans.content[0][0]) - 1
        passage = passages[max(place, 0)].id
        order = counts[passage] = counts.get(passage, -1) + 1
        yield replace(statement, id=statement_id(passage, order), passage_id=passage)


def _attributed(reading: _Reading, relation: Relation) -> Iterator[Statement]:
    said_on, basis = _said_on(reading.article, relation)
    for head in speakers(relation):
        source = reading.resolver.entity(head).source()
        if not source.name:
            continue
        yield Statement(
            id="",
            passage_id="",
            source=source,
            content=relation.paragraph.words(relation.content),
            form=_form(relation),
            stance=relation.stance,
            spans=_spans(relation),
            cue=relation.paragraph.words(relation.cue),
            via=_relays(reading, relation),
            said_on=said_on,
            said_on_basis=basis,
            event_on=_event_on(reading.article, relation.paragraph, relation.content),
            referents=reading.antecedents.referents(relation.paragraph, relation.content),
            confidence=relation.confidence,
        )


def _relays(reading: _Reading, relation: Relation) -> tuple[str, ...]:
    names = (reading.resolver.entity(head).name for head in relation.relays)
    return tuple(dict.fromkeys(name for name in names if name))


def _narration(reading: _Reading, paragraph: Paragraph, sentence: list[Token]) -> Statement:
    article = reading.article
    words = [token for token in sentence if not token.is_space]
    return Statement(
        id="",
        passage_id="",
        source=Source(article.outlet or article.title, SourceKind.OUTLET),
        content=paragraph.words(words),
        form=Form.NARRATION,
        stance=Stance.ASSERTS,
        spans=Spans(_quote(paragraph, words), paragraph.spans(words)),
        said_on=article.published,
        said_on_basis=DateBasis.INFERRED if article.published else None,
        event_on=_event_on(article, paragraph, words),
        referents=reading.antecedents.referents(paragraph, words),
    )


def _spans(relation: Relation) -> Spans:
    paragraph = relation.paragraph
    return Spans(
        quote=_quote(paragraph, _local(relation)),
        content=paragraph.spans(relation.content),
        cue=paragraph.spans(relation.cue) if _is_here(relation, relation.cue) else (),
        source=paragraph.spans(relation.source) if _is_here(relation, relation.source) else (),
    )


def _is_here(relation: Relation, tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].doc is relation.paragraph.doc


def _local(relation: Relation) -> list[Token]:
    parts = [relation.content, relation.cue]
    if relation.rule == "continued":
        parts = [relation.content]
    return [token for part in parts for token in part if token.doc is relation.paragraph.doc]


def _quote(paragraph: Paragraph, tokens: Sequence[Token]) -> Span:
    """Return the run of whole sentences that `tokens` stand in, without outer white space."""
    first = min(tokens, key=lambda token: token.i).sent
    last = max(tokens, key=lambda token: token.i).sent
    start, end = first.start_char, last.end_char
    text = paragraph.original[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return paragraph.start + start, paragraph.start + end


def _form(relation: Relation) -> Form:
    words = [token for token in relation.content if token.is_alpha]
    inside = sum(relation.paragraph.quotation_of(token) is not None for token in words)
    share = inside / max(len(words), 1)
    return Form.DIRECT if share > _DIRECT else Form.MIXED if share > _MIXED else Form.INDIRECT


def _said_on(article: Article, relation: Relation) -> tuple[date | None, DateBasis | None]:
    """Return the day of a statement: one named beside its cue, else the report's own."""
    content = {token.i for token in relation.content}
    if relation.cue and relation.rule != "continued":
        beside = [t for t in relation.cue[0].sent if t.i not in content]
        for token in beside:
            if token.head in relation.cue or token.head.head in relation.cue:
                for named in named_days(token.text, article.published):
                    return named.day, DateBasis.STATED
    return article.published, DateBasis.INFERRED if article.published else None


def _event_on(article: Article, paragraph: Paragraph, tokens: Sequence[Token]) -> date | None:
    named = next(named_days(paragraph.words(tokens), article.published), None)
    return named.day if named else None
