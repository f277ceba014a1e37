"""Quotations that go on with no cue of their own, in the next sentence or paragraph."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.statement import Stance

_MOSTLY = 0.5
_NEAREST = 8
_JOINING = ("and", "but", "that")
SPEAKING = (
    "clause",
    "parenthesis",
    "quoted",
    "trailing",
    "inquit",
    "relayed",
    "according",
    "continued",
    "introduced",
    "led",
    "tagged",
    "transcript",
)


def continued(paragraph: Paragraph, relations: list[Relation], before: Relation | None) -> list[Relation]:
    """Return a paragraph's relations with the quotations that go on without a cue of their own.

    A quotation that only the attribution parts from the one before belongs to the same relation;
    one that fills a sentence later, or opens the paragraph, makes a relation of the last speaker.
    `before` is the last relation of the paragraph before.
    """
    current = sorted(relations, key=lambda relation: relation.cue[0].i)
    starts = [relation.cue[0].i for relation in current]
    carried: list[Relation] = []
    covered = {token.i for relation in current for token in relation.content}
    for quotation in paragraph.quotations:
        tokens = paragraph.tokens_of(quotation)
        if not tokens or sum(token.i in covered for token in tokens) > _MOSTLY * len(tokens):
            continue
        near = range(bisect_left(starts, tokens[0].i))[-_NEAREST:]
        place = _goes_on(paragraph, current, near, tokens[0])
        if place is not None:
            current[place] = _extended(current[place], tokens)
        elif paragraph.is_long(quotation) and _fills_sentence(tokens):
            opening = [before] if before is not None and tokens[0].i <= 1 else []
            last = [*opening, *(current[place] for place in near), *carried[-1:]]
            speaker = _speaker(last, tokens[0])
            if speaker is not None:
                carried.append(_carried(paragraph, speaker, tokens))
        else:
            continue
        covered.update(token.i for token in tokens)
    return current + carried


def _goes_on(
    paragraph: Paragraph, relations: Sequence[Relation], near: Sequence[int], first: Token
) -> int | None:
    """Return the place, among those `near`, of the relation whose quotation goes on at `first`, if any."""
    for place in reversed(near):
        relation = relations[place]
        if not _speaks_before(relation, first):
            continue
        quotes = (t for t in relation.content if t.is_alpha and t.i < first.i)
        if any(paragraph.quotation_of(t) is not None for t in quotes) and _is_next(relation, first):
            return place
    return None


def _is_next(relation: Relation, first: Token) -> bool:
    """Tell whether a quotation follows in the sentence of a relation's cue, or right after it.

    It does not where somebody else acts in between: "…," she said, and he cut in. "…", nor where its
    words are but part of what else is told: "Savage," she said, meaning he is "radical enough".
    """
    cue = relation.cue[-1]
    own = {token.i for token in (*relation.content, *relation.cue, *relation.source)}
    if cue.sent == first.sent:
        before = first.nbor(-1)
        return before.i in own or before.is_punct or before.lower_ in _JOINING
    last = max(cue.sent.end - 1, *(place for place in own if place < first.i))
    others = (token for token in first.doc[cue.i + 1 : last + 1] if token.i not in own)
    return not any(token.dep_ == "nsubj" for token in others) and not any(
        token.is_alpha for token in first.doc[last + 1 : first.i]
    )


def _speaks_before(relation: Relation, token: Token) -> bool:
    here = relation.rule in SPEAKING and relation.cited is None
    return here and relation.content[0].i < token.i and relation.cue[-1].i < token.i


def _extended(relation: Relation, tokens: Sequence[Token]) -> Relation:
    taken = {token.i for token in (*relation.content, *relation.cue, *relation.source)}
    return relation.with_content([*relation.content, *(token for token in tokens if token.i not in taken)])


def _fills_sentence(tokens: Sequence[Token]) -> bool:
    first, last = tokens[0], tokens[-1]
    starts = first.i == 0 or first.is_sent_start or first.nbor(-1).text in ('"', "''", ".", "?", "!", ":")
    inner = [token for token in tokens[-3:] if not token.is_quote]
    ends = last.i + 1 == len(last.doc) or (bool(inner) and inner[-1].text in (".", "?", "!", "…"))
    return bool(starts) and ends


def _speaker(candidates: Sequence[Relation], token: Token) -> Relation | None:
    """Return the last relation that speaks before a token, if it does so in quotation marks.

    One of another paragraph stands before all others.
    """
    elsewhere = [relation for relation in candidates if relation.paragraph.doc is not token.doc]
    here = [r for r in candidates if r not in elsewhere and r.rule in SPEAKING and r.content[0].i < token.i]
    if not here:
        return elsewhere[-1] if elsewhere else None
    last = max(here, key=lambda relation: relation.content[0].i)
    return last if last.paragraph.quotation_of(last.content[-1]) is not None else None


def _carried(paragraph: Paragraph, speaker: Relation, tokens: Sequence[Token]) -> Relation:
    stance = Stance.ASSERTS if speaker.stance is Stance.DENIES else speaker.stance
    return replace(
        speaker,
        paragraph=paragraph,
        rule="continued" if speaker.rule != "introduced" else "introduced",
        content=tuple(tokens),
        stance=stance,
        confidence=0.7,
        cited=speaker.attribution,
    )


def may_go_on(paragraph: Paragraph, relations: Sequence[Relation]) -> Relation | None:
    """Return the relation that the next paragraph's quotation may go on with: speech at the very end."""
    last_sentences = list(paragraph.doc.sents)[-2:]
    for relation in reversed(relations):
        if relation.rule not in SPEAKING or relation.head is None:
            continue
        ends = [relation.content[-1].i, *(token.i for token in relation.cue if relation.cited is None)]
        speaks = paragraph.quotation_of(relation.content[-1]) is not None
        return relation if speaks and max(ends) >= last_sentences[0].start else None
    return None
