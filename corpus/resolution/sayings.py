"""What an article's relations tell of a pronoun: who speaks around it, and whom its owner names."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.resolution.capitals import is_capital, run_end
from corpus.resolution.entity import Entity
from corpus.resolution.matching import folded


def names_in(content: Sequence[Token]) -> Iterator[str]:
    """Yield the folded runs of capitals in a content, and its nouns after "the", less a lost apostrophe."""
    end = -1
    for token in content:
        if token.i <= end:
            continue
        defined = token.pos_ == "NOUN" and token.i > 0 and token.nbor(-1).lower_ == "the"
        if not defined and not is_capital(token):
            continue
        end = run_end(token) if is_capital(token) else token.i
        name = folded(token.doc[token.i : end + 1].text)
        yield from (name, name.removesuffix("s"))


def enclosing(relations: Sequence[Relation], speaking: dict[Token, Paragraph]) -> dict[Token, Relation]:
    """Return, for each pronoun that speaks inside what another says, the relation around it."""
    found: dict[Token, Relation] = {}
    for relation in relations:
        for token in relation.content:
            if token in speaking and token.pos_ == "PRON" and token != relation.head:
                found.setdefault(token, relation)
    return found


def agrees(pronoun: Token, speaker: Entity) -> bool:
    """Tell whether a pronoun may mean who speaks around it."""
    if pronoun.lower_ in ("it",):
        return not speaker.human
    if pronoun.lower_ in ("he", "she"):
        return speaker.human and not speaker.plural
    return pronoun.lower_ not in ("we", "i") or speaker.human
