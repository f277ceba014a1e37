"""Quotations that go on: in the same sentence, in the next, or over the end of a paragraph."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quotations import Quotation
from corpus.attribution.relation import Relation
from corpus.statement import Stance

_MOSTLY = 0.5


def complete(relations: list[Relation]) -> list[Relation]:
    """Return one paragraph's relations, each with the whole of the quotations it speaks in."""
    return [_completed(relation) for relation in relations]


def _completed(relation: Relation) -> Relation:
    paragraph = relation.paragraph
    spoken = [quotation for quotation in paragraph.quotations if _speaks_in(relation, quotation)]
    if not spoken:
        return relation
    outside = {token.i for token in (*relation.cue, *relation.source)}
    content = {token.i: token for token in relation.content}
    for quotation in _run(paragraph, spoken, outside):
        content.update((token.i, token) for token in paragraph.tokens_of(quotation) if token.i not in outside)
    return relation.with_content(list(content.values()))


def _speaks_in(relation: Relation, quotation: Quotation) -> bool:
    """Tell whether a long quotation is the relation's: its content lies mostly in it or covers it."""
    paragraph = relation.paragraph
    if relation.rule not in ("clause", "parenthesis", "quoted", "trailing") or not paragraph.is_long(
        quotation
    ):
        return False
    inside = {token.i for token in paragraph.tokens_of(quotation)}
    shared = sum(token.i in inside for token in relation.content)
    return shared > _MOSTLY * len(relation.content) or shared > _MOSTLY * len(inside)


def _run(paragraph: Paragraph, spoken: list[Quotation], outside: set[int]) -> list[Quotation]:
    """Return the spoken quotations with those that follow, nothing but the attribution between."""
    run = list(spoken)
    for quotation in paragraph.quotations:
        if quotation.start > run[-1].start and _follows(paragraph, run[-1], quotation, outside):
            run.append(quotation)
    return run


def _follows(paragraph: Paragraph, before: Quotation, after: Quotation, outside: set[int]) -> bool:
    between = paragraph.doc.char_span(before.end, after.start, alignment_mode="contract")
    if between is None:
        return True
    attribution = any(token.i in outside for token in between)
    verbs = [token for token in between if token.pos_ in ("VERB", "AUX") and token.i not in outside]
    return not any(token.is_alpha for token in between) or (attribution and not verbs)


def continued(paragraph: Paragraph, relations: list[Relation], before: Relation | None) -> list[Relation]:
    """Return relations for quotations that fill a sentence with no cue: the last speaker goes on.

    `before` is the last relation of the paragraph before, which goes on where its quotation was
    left open or the paragraph begins with one.
    """
    covered = {token.i for relation in relations for token in relation.content}
    found = []
    for quotation in paragraph.quotations:
        tokens = paragraph.tokens_of(quotation)
        mostly_covered = sum(token.i in covered for token in tokens) > _MOSTLY * len(tokens)
        if mostly_covered or not paragraph.is_long(quotation) or not _fills_sentence(tokens):
            continue
        speaker = _speaker(relations, tokens[0]) or before
        if speaker is not None:
            found.append(_carried(paragraph, speaker, tokens))
    return found


def _fills_sentence(tokens: Sequence[Token]) -> bool:
    first, last = tokens[0], tokens[-1]
    starts = first.i == 0 or first.is_sent_start or first.nbor(-1).text in ('"', ".", "?", "!", ":")
    inner = [token for token in tokens[-3:] if not token.is_quote]
    ends = last.i + 1 == len(last.doc) or (bool(inner) and inner[-1].text in (".", "?", "!", "…"))
    return bool(starts) and ends


def _speaker(relations: list[Relation], token: Token) -> Relation | None:
    earlier = [relation for relation in relations if relation.cue and relation.cue[0].i < token.i]
    later = [relation for relation in relations if relation.cue and relation.cue[0].i > token.i]
    return earlier[-1] if earlier else later[0] if later else None


def _carried(paragraph: Paragraph, speaker: Relation, tokens: Sequence[Token]) -> Relation:
    stance = Stance.ASSERTS if speaker.stance is Stance.DENIES else speaker.stance
    return replace(
        speaker, paragraph=paragraph, rule="continued", content=tuple(tokens), stance=stance, confidence=0.7
    )
