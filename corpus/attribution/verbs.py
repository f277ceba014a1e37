"""Relations whose cue is a verb."""

from collections.abc import Iterator

from spacy.tokens import Token

from corpus.attribution.commaless import after_lost_comma, whole_before
from corpus.attribution.frames import FRAMES, aside, clause, parenthesis, passive_subject
from corpus.attribution.interrupted import interrupted
from corpus.attribution.lexicon import Cue, lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quoting import quoted_as_saying
from corpus.attribution.relation import Relation
from corpus.attribution.speakers import speaking_subject
from corpus.attribution.speech import quoted, trailing
from corpus.attribution.subjects import Subject, grammatical_subject, is_passive
from corpus.attribution.tree import children, governed, inability, is_main, is_negated, less, verb_group
from corpus.statement import Stance

_FARTHEST = 10
_FEWEST_WORDS = 5
_BEFORE = ("clause", "parenthesis", "trailing")
_BYSTANDERS = ("you", "i", "we")


def verb_relations(paragraph: Paragraph) -> list[Relation]:
    """Return the relations of a paragraph's cue verbs, in text order.

    Verbs inside a quotation long enough to be speech are the speaker's own and left out.
    """
    found: list[Relation] = []
    used: set[int] = set()
    for token in paragraph.doc:
        cue = lexicon().verb(token) if token.pos_ == "VERB" else None
        if token.pos_ != "VERB" or token.i in used or paragraph.in_speech(token) or _is_name(token):
            continue
        relation = None
        if cue is not None:
            relation = _surfaced(paragraph, token) or stated(paragraph, token, cue)
        relation = relation or inquit(paragraph, token)
        if relation is not None:
            found.append(relation)
            used.update(word.i for word in relation.cue)
    return [relation for relation in found if not _is_other_cue(relation, used)]


def _is_other_cue(relation: Relation, used: set[int]) -> bool:
    """Tell whether what is said is but another's cue, which the parser took for its clause."""
    words = [token for token in relation.content if token.is_alpha]
    verbs = [token for token in words if token.pos_ == "VERB"]
    return len(words) < _FEWEST_WORDS and any(token.i in used for token in verbs)


def _is_name(verb: Token) -> bool:
    """Tell whether a verb ends a name, as in "Omar Said", a capital after another, or is no verb."""
    before = verb.nbor(-1).text if verb.i else ""
    if before.endswith("days") and before[:1].isupper():
        return True  # "Following Wednesdays | reports": the apostrophe is lost
    titled = verb.text == "Said" and verb.i > 0 and verb.nbor(-1).pos_ == "PROPN"
    return titled and any(token.text.islower() and token.is_alpha for token in verb.sent)


def _surfaced(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of a verb whose construction its neighbours show, whatever the parse."""
    for rule in (quoted_as_saying, interrupted, after_lost_comma):
        relation = rule(paragraph, verb)
        if relation is not None:
            return relation
    return None


def stated(paragraph: Paragraph, verb: Token, cue: Cue) -> Relation | None:
    """Return the relation of a verb that itself attributes, by the first construction that fits."""
    passive = is_passive(verb)
    if passive and not cue.governs("passive", True):
        return None
    speaks = cue.governs("clause", True) and not (passive and _is_said_to(verb))
    who = speaking_subject(paragraph, verb) if speaks else grammatical_subject(verb)
    if not passive and (who is None or who.head.lower_ in _BYSTANDERS):
        return None
    group, split = verb_group(verb), _split_off(verb, who)
    for rule, content in _contents(paragraph, verb, cue, who):
        whole = whole_before(verb, () if who is None else who.words, content) if rule in _BEFORE else content
        kept = less(whole + split, group, None if who is None or whole is not content else who.head)
        if any(token.is_alpha for token in kept):
            head, words = (None, ()) if who is None else (who.head, who.words)
            unable = inability(verb)
            group = sorted({*unable, *group}, key=lambda token: token.i)
            stance = Stance.UNVERIFIED if unable or is_negated(verb) else cue.stance
            return Relation(paragraph, rule, tuple(group), kept, words, head, stance=stance)
    return None


def _is_said_to(verb: Token) -> bool:
    """Tell whether nobody is named who says it: "prisoners said to be pilots"."""
    return (
        verb.i > 0
        and verb.nbor(-1).tag_ in ("NNS", "NN")
        and verb.i + 1 < len(verb.doc)
        and verb.nbor(1).tag_ == "TO"
    )


def _split_off(verb: Token, who: Subject | None) -> list[Token]:
    """Return what stands as the verb's subject but is not: "The dam" in "The dam, said Horn, is safe"."""
    if who is None or who.head.i < verb.i:
        return []
    wrong = [noun for noun in children(verb, "nsubj") if noun.i < verb.i and noun != who.head]
    return [part for noun in wrong for part in governed(noun)]


def inquit(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of any verb that a quotation and its speaker touch: "…," he went on."""
    before = [quotation for quotation in paragraph.beside(verb) if quotation.end <= verb.idx]
    if not before or not paragraph.is_remark(before[0]) or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    tokens = paragraph.tokens_of(before[0])
    complements = children(verb, "dobj", "ccomp", "xcomp", "acomp", "attr")
    if any(word.i > verb.i for word in complements) or not tokens[0].is_sent_start:
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
            ("aside", aside(verb)),
            ("quoted", quoted(paragraph, verb)),
            ("trailing", trailing(verb, who)),
        ):
            if found:
                yield rule, found
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ == "VB"):
        return
    said_of = passive_subject(verb)
    for name, frame in FRAMES.items():
        complement = frame(verb) if cue.governs(name, main) else None
        if complement:
            yield name, said_of + complement
