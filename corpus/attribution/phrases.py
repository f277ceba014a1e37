"""Relations whose cue is not a verb: "according to", nouns, adjectives, a colon."""

from spacy.tokens import Token

from corpus.attribution.frames import PREPOSITIONS
from corpus.attribution.lexicon import Cue, lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.tree import children, governed, is_negated, mention, subject
from corpus.statement import Stance

_COPULAS = ("be", "seem", "remain", "feel", "become")


def phrase_relations(paragraph: Paragraph) -> list[Relation]:
    """Return the relations of a paragraph whose cue is a phrase, a noun or an adjective."""
    found = []
    for token in paragraph.doc:
        if paragraph.in_speech(token):
            continue
        relation = according(paragraph, token) or nominal(paragraph, token) or adjectival(paragraph, token)
        if relation is not None:
            found.append(relation)
    return found


def according(paragraph: Paragraph, word: Token) -> Relation | None:
    """Return the relation of "according to the ministry": the rest of the sentence is its content."""
    if word.lower_ != "according":
        return None
    preposition = next((child for child in word.children if child.lower_ == "to"), None)
    sources = children(preposition, "pobj") if preposition is not None else []
    if preposition is None or not sources:
        return None
    head = sources[0]
    root = word.head if word.head != word else word.sent.root
    content = [part for part in governed(root, [word]) if not (part.is_punct and part.i in _edges(word))]
    if not content:
        return None
    return Relation(
        paragraph, "according", (word, preposition), tuple(content), tuple(mention(head, word)), head
    )


def _edges(word: Token) -> tuple[int, int]:
    return word.left_edge.i - 1, word.right_edge.i + 1


def nominal(paragraph: Paragraph, noun: Token) -> Relation | None:
    """Return the relation of "the minister's claim that …", "a denial of …"."""
    cue = lexicon().nouns.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    content = _noun_content(noun, cue) if cue is not None else None
    if cue is None or content is None:
        return None
    head = _owner(noun)
    words = () if head is None else tuple(mention(head, noun))
    kept = tuple(token for token in content if token not in words)
    return Relation(paragraph, "nominal", (noun,), kept, words, head, stance=cue.stance, confidence=0.8)


def _noun_content(noun: Token, cue: Cue) -> list[Token] | None:
    clauses = children(noun, "acl", "ccomp", "relcl")
    for root in clauses:
        if "that" in cue.frames and any(mark.lower_ == "that" for mark in children(root, "mark")):
            return governed(root)
        if "to" in cue.frames and any(mark.lower_ == "to" for mark in children(root, "aux")):
            return governed(root)
    for phrase in children(noun, "prep"):
        if phrase.lower_ in cue.frames and phrase.lower_ in PREPOSITIONS:
            return governed(phrase)
    return None


def _owner(noun: Token) -> Token | None:
    owners = children(noun, "poss")
    for phrase in children(noun, "prep", "agent"):
        if phrase.lower_ in ("by", "from"):
            owners += children(phrase, "pobj")
    if owners:
        return owners[0]
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return subject(noun.head)
    return None


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
    words = () if head is None else tuple(mention(head, copula))
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
