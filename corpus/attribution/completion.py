"""The whole of the quotations that a relation speaks in."""

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quotations import Quotation
from corpus.attribution.relation import Relation

_MOSTLY = 0.5
_SPEAKING = ("clause", "parenthesis", "quoted", "trailing")


def complete(relations: list[Relation]) -> list[Relation]:
    """Return one paragraph's relations, each with the whole of the quotations it speaks in."""
    spoken = [_spoken(relation) if relation.rule in _SPEAKING else [] for relation in relations]
    owned = {quotation for quotations in spoken for quotation in quotations}
    return [
        _closed(_completed(r, own, owned) if own else r) for r, own in zip(relations, spoken, strict=True)
    ]


def _closed(relation: Relation) -> Relation:
    """Return a relation with the other mark of its quotation: said "dozens" fled; described it as "lost"."""
    if not sum(token.is_quote for token in relation.content) % 2:
        return relation
    first, last = relation.content[0], relation.content[-1]
    before = first.nbor(-1) if first.i else first
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if before.is_quote and not first.is_quote and not before.whitespace_ and before != first:
        return relation.with_content([before, *relation.content])
    return relation.with_content([*relation.content, following]) if following.is_quote else relation


def _spoken(relation: Relation) -> list[Quotation]:
    """Return the quotations that a relation speaks in, left to right."""
    paragraph = relation.paragraph
    touched = dict.fromkeys(quotation for t in relation.content if (quotation := paragraph.quotation_of(t)))
    return [quotation for quotation in touched if _speaks_in(relation, quotation)]


def _completed(relation: Relation, spoken: list[Quotation], owned: set[Quotation]) -> Relation:
    """Return a relation with the whole of its quotations and of those that follow and are nobody's."""
    paragraph = relation.paragraph
    outside = {token.i for token in (*relation.cue, *relation.source)}
    content = {token.i: token for token in relation.content}
    for quotation in _run(paragraph, spoken, outside, owned):
        content.update((token.i, token) for token in paragraph.tokens_of(quotation) if token.i not in outside)
    return relation.with_content(list(content.values()))


def _speaks_in(relation: Relation, quotation: Quotation) -> bool:
    """Tell whether a long quotation is the relation's: its content lies mostly in it or covers it."""
    if not relation.paragraph.is_long(quotation):
        return False
    inside = {token.i for token in relation.paragraph.tokens_of(quotation)}
    shared = sum(token.i in inside for token in relation.content)
    return shared > _MOSTLY * len(relation.content) or shared > _MOSTLY * len(inside)


def _run(
    paragraph: Paragraph, spoken: list[Quotation], outside: set[int], owned: set[Quotation]
) -> list[Quotation]:
    """Return the spoken quotations with those that follow, nothing but the attribution between."""
    run = list(spoken)
    following = paragraph.after(run[-1])
    while following is not None and _follows(paragraph, run[-1], following, outside):
        if following in owned:
            break
        run.append(following)
        following = paragraph.after(following)
    return run


def _follows(paragraph: Paragraph, before: Quotation, after: Quotation, outside: set[int]) -> bool:
    between = paragraph.doc.char_span(before.end, after.start, alignment_mode="contract")
    if between is None:
        return True
    attribution = any(token.i in outside for token in between)
    verbs = [token for token in between if token.pos_ in ("VERB", "AUX") and token.i not in outside]
    return not any(token.is_alpha for token in between) or (attribution and not verbs)
