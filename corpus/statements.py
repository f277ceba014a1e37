"""From relations and narration to statements: sources named, days found, spans measured."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from corpus.anaphora import Antecedents
from corpus.article import Article
from corpus.attribution.continuation import SPEAKING
from corpus.attribution.extract import relations
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.narration import narrated
from corpus.passage import Passage
from corpus.relays import Relays
from corpus.resolution.resolver import Resolver
from corpus.resolution.speakers import speakers
from corpus.saying import statements_among
from corpus.source import Source, SourceKind
from corpus.statement import DateBasis, Form, Span, Spans, Stance, Statement, statement_id
from corpus.timing import Timing

_DIRECT, _MIXED = 0.8, 0.05


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known of one article while its statements are made."""

    article: Article
    resolver: Resolver
    antecedents: Antecedents
    relays: Relays
    timing: Timing


def statements(
    article: Article,
    passages: Sequence[Passage],
    paragraphs: Sequence[Paragraph],
    day: date | None,
) -> tuple[Statement, ...]:
    """Return the statements of an article in the order of its text, narration included.

    `day` is the report's own. A relation with several sources ("the army and the ministry said") gives
    one statement each; one whose source cannot speak ("the strikes") gives none.
    """
    found, resolver = _resolved(paragraphs)
    unknown = [relation for relation in found if _is_pronoun(relation) and not _can_speak(relation, resolver)]
    kept = statements_among(relation for relation in found if _can_speak(relation, resolver))
    reading = _Reading(
        article, resolver, Antecedents(resolver), Relays(resolver, kept, article.outlet), Timing(day)
    )
    made = [
        statement
        for (paragraph, here), (_, others) in zip(
            _grouped(paragraphs, kept), _grouped(paragraphs, unknown), strict=True
        )
        for statement in _read(reading, paragraph, here, others)
    ]
    return tuple(_placed(sorted(made, key=lambda s: (s.spans.quote, s.spans.content)), passages))


def attributed(paragraphs: Sequence[Paragraph]) -> list[Relation]:
    """Return an article's relations, those included that make no statement for want of a known speaker.

    A relation whose source cannot speak ("the strikes") is left out, unless its words are quoted: a
    sign and a slogan are. One that names no source ("he is expected to win") stays, with no head.
    """
    found, resolver = _resolved(paragraphs)
    return [
        relation
        for relation in found
        if _can_speak(relation, resolver) or _is_quoted(relation) or _is_pronoun(relation)
    ]


def _resolved(paragraphs: Sequence[Paragraph]) -> tuple[list[Relation], Resolver]:
    """Return an article's relations and who their sources are."""
    found = relations(paragraphs)
    resolver = Resolver()
    resolver.resolve(paragraphs, found)
    return found, resolver


def _can_speak(relation: Relation, resolver: Resolver) -> bool:
    """Tell whether a relation's source, where it names one, can say anything."""
    return relation.head is None or any(map(resolver.can_speak, speakers(relation)))


def _is_pronoun(relation: Relation) -> bool:
    """Tell whether a relation's source is a pronoun, which speaks though nobody may tell for whom."""
    return relation.head is not None and relation.head.pos_ == "PRON"


def _is_quoted(relation: Relation) -> bool:
    """Tell whether a relation gives a source's very words."""
    return relation.rule in SPEAKING and _form(relation) is Form.DIRECT


def _grouped(
    paragraphs: Sequence[Paragraph], found: Sequence[Relation]
) -> Iterator[tuple[Paragraph, list[Relation]]]:
    here: defaultdict[int, list[Relation]] = defaultdict(list)
    for relation in found:
        here[relation.paragraph.start].append(relation)
    for paragraph in paragraphs:
        yield paragraph, here[paragraph.start]


def _read(
    reading: _Reading, paragraph: Paragraph, here: Sequence[Relation], unknown: Sequence[Relation]
) -> Iterator[Statement]:
    """Yield the statements of a paragraph; what somebody `unknown` says is not the outlet's own."""
    reading.antecedents.read(paragraph)
    for relation in here:
        yield from _attributed(reading, relation)
    for sentence in narrated(paragraph, [*here, *unknown]):
        yield _narration(reading, paragraph, sentence)


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
    paragraph = relation.paragraph
    said_on, basis = reading.timing.said_on(relation)
    for source in _sources(reading, relation):
        yield Statement(
            id="",
            passage_id="",
            source=source,
            content=paragraph.words(relation.content),
            form=_form(relation),
            stance=relation.stance,
            spans=spans(relation),
            cue=relation.paragraph.words(relation.cue),
            via=reading.relays.of(relation, source),
            said_on=said_on,
            said_on_basis=basis,
            event_on=reading.timing.event_on(relation),
            referents=reading.antecedents.referents(paragraph, relation.content, source),
            confidence=relation.confidence,
        )


def _sources(reading: _Reading, relation: Relation) -> list[Source]:
    """Return the sources of a relation that can speak, each once."""
    heads = [head for head in speakers(relation) if reading.resolver.can_speak(head)]
    return list(dict.fromkeys(reading.resolver.entity(head).source() for head in heads))


def _narration(reading: _Reading, paragraph: Paragraph, sentence: list[Token]) -> Statement:
    article, day = reading.article, reading.timing.base
    words = [token for token in sentence if not token.is_space]
    return Statement(
        id="",
        passage_id="",
        source=Source(article.outlet or article.title, SourceKind.OUTLET),
        content=paragraph.words(words),
        form=Form.NARRATION,
        stance=Stance.ASSERTS,
        spans=Spans(_quote(paragraph, words), paragraph.spans(words)),
        said_on=day,
        said_on_basis=DateBasis.INFERRED if day else None,
        event_on=reading.timing.narrated_on(paragraph, words),
        referents=reading.antecedents.referents(paragraph, words),
    )


def spans(relation: Relation) -> Spans:
    """Return where the parts of a relation stand in the article's text."""
    return Spans(
        quote=_quote(relation.paragraph, _local(relation)),
        content=relation.paragraph.spans(relation.content),
        cue=relation.attribution.spans(relation.cue),
        source=relation.attribution.spans(relation.source),
    )


def _local(relation: Relation) -> list[Token]:
    parts = [relation.content] if relation.rule == "continued" else [relation.content, relation.cue]
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
