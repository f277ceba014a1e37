"""All relations of an article, paragraph by paragraph."""

from collections.abc import Iterable, Sequence

from corpus.attribution.according import according, surveyed
from corpus.attribution.adjectives import adjectival
from corpus.attribution.asides import less_asides
from corpus.attribution.boundary import closed, parted
from corpus.attribution.colon import introduced, introduction
from corpus.attribution.comments import less_comments
from corpus.attribution.completion import complete
from corpus.attribution.continuation import continued, may_go_on
from corpus.attribution.inner import less_inner
from corpus.attribution.labels import labelled, signed_next, transcript
from corpus.attribution.leadins import with_leads
from corpus.attribution.nesting import relayed_through
from corpus.attribution.nouns import nominal
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.resumption import less_trailing, resumed
from corpus.attribution.similar import similar
from corpus.attribution.taglines import with_taglines
from corpus.attribution.verbs import verb_relations

_MOSTLY = 0.5
_PHRASES = (according, surveyed, similar, nominal, adjectival)


def relations(paragraphs: Iterable[Paragraph]) -> list[Relation]:
    """Return who says what in an article's paragraphs, in the order of the text."""
    found: list[Relation] = []
    before: Relation | None = None
    last: tuple[Paragraph, list[Relation]] | None = None
    for paragraph in paragraphs:
        signed = signed_next(last[0], paragraph, last[1]) if last is not None else None
        here = _within(paragraph, before)
        found += [signed, *here] if signed is not None else here
        last = paragraph, here
        before = introduction(paragraph) or may_go_on(paragraph, here)
    return found


def _within(paragraph: Paragraph, before: Relation | None) -> list[Relation]:
    here = complete(verb_relations(paragraph)) + _phrase_relations(paragraph)
    here = with_taglines(paragraph, here)
    for rule in (labelled, introduced, transcript):
        here += _not_covered(rule(paragraph), here)
    here = [relation for relation in here if _says_something(relation)]
    here = with_leads(paragraph, here)
    here = resumed(here)
    here = [relation for relation in relayed_through(here) if _says_something(relation)]
    here = continued(
        paragraph,
        [
            less_comments(less_asides(closed(less_inner(parted(relation)))))
            for relation in less_trailing(here)
        ],
        before,
    )
    return sorted(filter(_says_something, here), key=lambda relation: relation.content[0].i)


def _says_something(relation: Relation) -> bool:
    return any(token.is_alpha for token in relation.content)


def _phrase_relations(paragraph: Paragraph) -> list[Relation]:
    """Return the relations whose cue is a phrase, a noun or an adjective."""
    found = []
    for token in paragraph.doc:
        if paragraph.in_speech(token):
            continue
        relation = next(filter(None, (rule(paragraph, token) for rule in _PHRASES)), None)
        if relation is not None:
            found.append(relation)
    return found


def _not_covered(candidates: Sequence[Relation], found: Sequence[Relation]) -> list[Relation]:
    """Return those candidates of whose content relations found earlier hold less than half."""
    covered = {token.i for relation in found for token in relation.content}
    return [
        candidate
        for candidate in candidates
        if sum(token.i in covered for token in candidate.content) <= _MOSTLY * len(candidate.content)
    ]
