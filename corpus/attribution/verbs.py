"""Relations whose cue is a verb."""

from spacy.tokens import Token

from corpus.attribution.frames import FRAMES, clause, parenthesis
from corpus.attribution.lexicon import Cue, lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.speech import quoted, trailing
from corpus.attribution.tree import children, governed, is_negated, mention, subject, verb_group
from corpus.statement import Stance


def verb_relations(paragraph: Paragraph) -> list[Relation]:
    """Return the relations of a paragraph's cue verbs, in text order.

    Verbs inside a quotation long enough to be speech are the speaker's own and left out.
    """
    found: list[Relation] = []
    used: set[int] = set()
    for token in paragraph.doc:
        cue = lexicon().verbs.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if cue is None or token.i in used or paragraph.in_speech(token):
            continue
        relation = relayed(paragraph, token) or stated(paragraph, token, cue)
        if relation is not None:
            found.append(relation)
            used.update(word.i for word in relation.cue)
    return found


def relayed(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of "the agency quoted an official as saying …": the official speaks."""
    for phrase in children(verb, "prep"):
        for saying in children(phrase, "pcomp"):
            speakers = children(verb, "dobj", "nsubjpass")
            inner = lexicon().verbs.get(saying.lemma_.lower())
            if phrase.lower_ != "as" or inner is None or not speakers:
                continue
            content = clause(saying) or clause(verb) or quoted(paragraph, verb)
            if content is None:
                return None
            relay = subject(verb) if speakers[0].dep_ == "dobj" else None
            return Relation(
                paragraph,
                "relayed",
                (*verb_group(verb), phrase, saying),
                _less(content, [phrase], speakers[0]),
                tuple(mention(speakers[0], verb)),
                speakers[0],
                () if relay is None else (relay,),
                inner.stance,
            )
    return None


def stated(paragraph: Paragraph, verb: Token, cue: Cue) -> Relation | None:
    """Return the relation of a verb that itself attributes, by the first construction that fits."""
    head = subject(verb)
    rule, content = _content(paragraph, verb, cue, head)
    if content is None:
        return None
    group = verb_group(verb)
    kept = _less(content, [], head, group)
    if not any(token.is_alpha for token in kept):
        return None
    words = () if head is None else tuple(mention(head, verb))
    stance = Stance.UNVERIFIED if is_negated(verb) else cue.stance
    return Relation(paragraph, rule, tuple(group), kept, words, head, stance=stance)


def _content(
    paragraph: Paragraph, verb: Token, cue: Cue, head: Token | None
) -> tuple[str, list[Token] | None]:
    if "clause" in cue.frames:
        for rule, found in (
            ("clause", clause(verb)),
            ("parenthesis", parenthesis(verb)),
            ("quoted", quoted(paragraph, verb)),
            ("trailing", trailing(verb, head)),
        ):
            if found:
                return rule, found
    for name, frame in FRAMES.items():
        if name in cue.frames:
            found = frame(verb)
            if found:
                return name, found
    return "", None


def _less(
    content: list[Token], phrases: list[Token], head: Token | None, cue: list[Token] | None = None
) -> tuple[Token, ...]:
    """Drop what is not content: the cue, phrases that hold it, and the source beside it."""
    dropped = {token.i for phrase in phrases for token in governed(phrase)}
    dropped |= {token.i for token in cue or []}
    if head is not None:
        dropped |= {token.i for token in governed(head, cue or [])}
    return tuple(token for token in content if token.i not in dropped)
