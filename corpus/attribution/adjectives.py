"""Attribution by an adjective: "officials are confident that …"."""

from spacy.tokens import Token

from corpus.attribution.lexicon import Cue, lexicon
from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import subject
from corpus.attribution.tree import children, governed, is_negated
from corpus.statement import Stance

_COPULAS = ("be", "seem", "remain", "feel", "become")


def adjectival(paragraph: Paragraph, adjective: Token) -> Relation | None:
    """Return the relation of "officials are confident that …"."""
    cue = lexicon().adjectives.get(adjective.lower_) if adjective.pos_ in ("ADJ", "VERB") else None
    if cue is None or adjective.dep_ not in ("acomp", "ROOT", "conj"):
        return None
    content = _adjective_content(adjective, cue)
    copula = adjective.head if adjective.dep_ == "acomp" else adjective
    if content is None or (copula != adjective and copula.lemma_ not in _COPULAS):
        return None
    head = subject(copula)
    words = () if head is None else mention(head, copula)
    stance = Stance.UNVERIFIED if is_negated(copula) else cue.stance
    group = (
        (adjective,) if copula == adjective else tuple(sorted((copula, adjective), key=lambda token: token.i))
    )
    return Relation(
        paragraph, "adjectival", group, tuple(content), words, head, stance=stance, confidence=0.7
    )


def _adjective_content(adjective: Token, cue: Cue) -> list[Token] | None:
    if "clause" in cue.frames:
        for root in children(adjective, "ccomp"):
            return governed(root)
    if "infinitive" in cue.frames:
        for root in children(adjective, "xcomp"):
            return governed(root)
    for phrase in children(adjective, "prep"):
        if phrase.lower_ in cue.frames:
            return governed(phrase)
    return None
