"""Quotations whose tag line the parser has misread: "…," the editorial read."""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quotations import Quotation
from corpus.attribution.relation import Relation

_FAMILIES = ("speech", "publication", "prediction", "confirmation", "accusation")
_IRREGULAR = {"say": "said", "tell": "told", "write": "wrote", "read": "read", "speak": "spoke"}
_LONGEST = 40
_MOSTLY = 0.3
_STOPS = (".", ";", ":", "!", "?", '"', "''")
_OPENERS = (":", "(", "—", "-", ",")
_NO_SOURCE = ("SCONJ", "ADP", "AUX", "CCONJ", "PART")


def with_taglines(paragraph: Paragraph, relations: Sequence[Relation]) -> list[Relation]:
    """Return a paragraph's relations with those of quotations that only the words after them attribute.

    Where the cue there is a relation's already ("…," he said, "…"), the quotation is added to it.
    """
    found = list(relations)
    covered = {token.i for relation in found for token in relation.content}
    cues = {token.i: place for place, relation in enumerate(found) for token in relation.cue}
    for quotation in paragraph.quotations:
        tokens = paragraph.tokens_of(quotation)
        inside = sum(token.i in covered for token in tokens)
        if not _opens_sentence(paragraph, quotation) or inside > _MOSTLY * len(tokens):
            continue
        relation = _tagged(paragraph, tuple(tokens))
        if relation is None:
            continue
        place = cues.get(relation.cue[0].i)
        if place is None:
            found.append(relation)
        else:
            found[place] = _with_quotation(found[place], relation)
    return found


def _with_quotation(relation: Relation, tagged: Relation) -> Relation:
    """Add a quotation to a relation; what its colon follows is the outlet's: It would fall: "…," he said."""
    said, quoted = relation.content, tagged.content
    if relation.head is None:
        return tagged
    opened = quoted[0].nbor(-1).text in _OPENERS if quoted[0].i else False
    told = all(token.i < quoted[0].i and relation.paragraph.quotation_of(token) is None for token in said)
    return relation.with_content(list(quoted) if opened and told else [*said, *quoted])


def _opens_sentence(paragraph: Paragraph, quotation: Quotation) -> bool:
    tokens = paragraph.tokens_of(quotation)
    if not tokens or not (paragraph.is_remark(quotation) or _is_tagged_at_once(tokens[-1])):
        return False
    if tokens[0].is_sent_start or tokens[1 if len(tokens) > 1 else 0].is_sent_start:
        return True
    return tokens[0].i > 0 and tokens[0].nbor(-1).text in _OPENERS and paragraph.is_remark(quotation)


def _is_tagged_at_once(last: Token) -> bool:
    """Tell whether a verb follows a quotation that does not end as a remark does: "…." said Lee."""
    following = [token for token in last.doc[last.i + 1 : last.i + 3] if token.text != ","]
    return bool(following) and following[0].text in _forms()


def _tagged(paragraph: Paragraph, content: tuple[Token, ...]) -> Relation | None:
    line = _line_after(content[-1])
    if _is_tagged_at_once(content[-1]) and line[0].text == ",":
        line = line[1:]
    place = next((place for place, token in enumerate(line) if token.lower_ in _forms()), None)
    if place is None or (place > 0 and line[0].text == ","):
        return None
    source = _source(line[1:]) if place == 0 else line[:place]
    while source and source[-1].text == ",":
        source = source[:-1]
    if not source or not _may_begin(source[0]):
        return None
    inside = {token.i for token in source}
    head = next((token for token in source if token.head.i not in inside), source[-1])
    return Relation(paragraph, "tagged", (line[place],), content, tuple(source), head, confidence=0.8)


def _may_begin(first: Token) -> bool:
    """Tell whether a source may begin with a word; "Will" is a name where it begins no sentence."""
    if first.pos_ == "AUX" and first.text[:1].isupper() and not first.is_sent_start:
        return True
    return first.pos_ not in _NO_SOURCE and first.tag_ not in ("WDT", "WP")


def _line_after(last: Token) -> list[Token]:
    line: list[Token] = []
    for token in last.doc[last.i + 1 : last.i + 1 + _LONGEST]:
        if token.text in _STOPS:
            break
        line.append(token)
    return line


def _source(words: list[Token]) -> list[Token]:
    """Return the words up to the first comma, verb or adverbial phrase: "said Lee, smiling"."""
    stop = next(
        (
            place
            for place, token in enumerate(words)
            if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ")
        ),
        len(words),
    )
    return words[:stop]


@cache
def _forms() -> frozenset[str]:
    """Return the third persons and pasts of the verbs of speech."""
    forms = set(_IRREGULAR.values())
    for lemma, cue in lexicon().verbs.items():
        if cue.family in _FAMILIES and "clause" in cue.frames:
            stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma
            forms |= {lemma + "s", stem + "es", (stem + "ed").replace("eed", "ed")}
    return frozenset(forms)
