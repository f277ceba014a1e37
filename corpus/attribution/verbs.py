"""Relations whose cue is a verb."""

from collections.abc import Iterator

from spacy.tokens import Token

from corpus.attribution.frames import FRAMES, clause, parenthesis, passive_subject
from corpus.attribution.lexicon import Cue, lexicon
from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.speakers import speaking_subject
from corpus.attribution.speech import quoted, trailing
from corpus.attribution.subjects import Subject, grammatical_subject, is_passive
from corpus.attribution.tree import children, governed, is_main, is_negated, verb_group
from corpus.statement import Stance

_FARTHEST = 10
_SOURCELESS = "appearance"
_BYSTANDERS = ("you", "i", "we")


def verb_relations(paragraph: Paragraph) -> list[Relation]:
    """Return the relations of a paragraph's cue verbs, in text order.

    Verbs inside a quotation long enough to be speech are the speaker's own and left out.
    """
    found: list[Relation] = []
    used: set[int] = set()
    for token in paragraph.doc:
        cue = lexicon().verb(token) if token.pos_ == "VERB" else None
        if token.pos_ != "VERB" or token.i in used or paragraph.in_speech(token):
            continue
        relation = None
        if cue is not None:
            relation = relayed(paragraph, token) or stated(paragraph, token, cue)
        relation = relation or inquit(paragraph, token)
        if relation is not None:
            found.append(relation)
            used.update(word.i for word in relation.cue)
    return found


def relayed(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of "the agency quoted an official as saying …": the official speaks."""
    for phrase in children(verb, "prep"):
        for saying in children(phrase, "pcomp"):
            speakers = children(verb, "dobj", "nsubjpass")
            inner = lexicon().verb(saying)
            if phrase.lower_ != "as" or inner is None or not speakers:
                continue
            content = clause(saying) or clause(verb) or quoted(paragraph, verb)
            if content is None:
                return None
            relay = grammatical_subject(verb) if speakers[0].dep_ == "dobj" else None
            return Relation(
                paragraph,
                "relayed",
                (*verb_group(verb), phrase, saying),
                _less(content, governed(phrase), speakers[0]),
                mention(speakers[0], verb),
                speakers[0],
                () if relay is None else (relay.head,),
                inner.stance,
            )
    return None


def stated(paragraph: Paragraph, verb: Token, cue: Cue) -> Relation | None:
    """Return the relation of a verb that itself attributes, by the first construction that fits."""
    if cue.family == _SOURCELESS:
        return seeming(paragraph, verb, cue)
    passive = is_passive(verb)
    if passive and not cue.governs("passive", True):
        return None
    who = speaking_subject(paragraph, verb) if cue.governs("clause", True) else grammatical_subject(verb)
    if who is not None and who.head.lower_ in _BYSTANDERS:
        return None
    group = verb_group(verb)
    for rule, content in _contents(paragraph, verb, cue, who):
        kept = _less(content, group, None if who is None else who.head)
        if any(token.is_alpha for token in kept):
            head, words = (None, ()) if who is None else (who.head, who.words)
            stance = Stance.UNVERIFIED if is_negated(verb) else cue.stance
            return Relation(paragraph, rule, tuple(group), kept, words, head, stance=stance)
    return None


def seeming(paragraph: Paragraph, verb: Token, cue: Cue) -> Relation | None:
    """Return the relation, without a source, of "The road appears to be closed"."""
    seems_so = [part for thing in children(verb, "nsubj") for part in governed(thing)]
    for name, frame in (("clause", clause), *FRAMES.items()):
        complement = frame(verb) if cue.governs(name, is_main(verb)) else None
        if complement:
            group = verb_group(verb)
            kept = _less(seems_so + complement, group, None)
            return Relation(paragraph, "seeming", tuple(group), kept, stance=cue.stance, confidence=0.6)
    return None


def inquit(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of any verb that a quotation and its speaker touch: "…," he went on."""
    before = [quotation for quotation in paragraph.beside(verb) if quotation.end <= verb.idx]
    if not before or not paragraph.is_remark(before[0]) or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    tokens = paragraph.tokens_of(before[0])
    if children(verb, "dobj", "ccomp", "xcomp", "acomp", "attr") or not tokens[0].is_sent_start:
        return None
    after = tokens[-1].i + 1
    who = speaking_subject(paragraph, verb)
    if who is None or not who.words or min(who.words[0].i, verb.i) != after or verb.i > after + _FARTHEST:
        return None
    return Relation(
        paragraph, "inquit", tuple(verb_group(verb)), tuple(tokens), who.words, who.head, confidence=0.8
    )


def _contents(
    paragraph: Paragraph, verb: Token, cue: Cue, who: Subject | None
) -> Iterator[tuple[str, list[Token]]]:
    """Yield what a verb may say, with the rule that found it, the likeliest first."""
    main = is_main(verb)
    if cue.governs("clause", main):
        for rule, found in (
            ("clause", clause(verb)),
            ("parenthesis", parenthesis(verb)),
            ("quoted", quoted(paragraph, verb)),
            ("trailing", trailing(verb, who)),
        ):
            if found:
                yield rule, found
    said_of = passive_subject(verb)
    for name, frame in FRAMES.items():
        complement = frame(verb) if cue.governs(name, main) else None
        if complement:
            yield name, said_of + complement


def _less(content: list[Token], cue: list[Token], head: Token | None) -> tuple[Token, ...]:
    """Drop what is not content, the cue and the source beside it; return the rest in text order."""
    dropped = {token.i for token in cue}
    if head is not None:
        dropped |= {token.i for token in governed(head, cue)}
    kept = {token.i: token for token in content if token.i not in dropped}
    return tuple(kept[place] for place in sorted(kept))
