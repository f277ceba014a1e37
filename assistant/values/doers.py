"""Doers: the nouns that a text ties to a deed, by its verb, its noun, or by blame."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from assistant.names import mentions_any
from assistant.values.agents import agent
from assistant.vocabulary import group
from corpus.attribution.subjects import is_passive, subject
from corpus.attribution.tree import children, is_negated

_OBJECTS = ("dobj", "nsubjpass")
_TOLD = ("NOUN", "PROPN", "NUM")
_BEFORE = ("amod", "compound", "poss", "nmod")
_PLACING = ("in", "at", "near", "on", "from", "inside", "outside", "of")
_AMONG = ("including", "among")
_FARTHEST = 3
"""Steps in the parse between a word of the question and the agent nearest to it."""

_Doer = tuple[Token, bool]


def doers(
    doc: Doc,
    deeds: frozenset[str],
    contrary: frozenset[str],
    *,
    undergoes: bool = False,
    befalls: tuple[str, ...] = (),
    owning: bool = False,
) -> Iterator[_Doer]:
    """Yield who may do one of `deeds` (lemmas) by the text, with whether they do; the likeliest first.

    `contrary` are lemmas of what they then did not do; where `undergoes`, it is whom it befalls. What is
    done to others than the one with a name out of the words `befalls` is left out. Where `owning`, only
    who claims responsibility counts, or denies it.
    """
    if undergoes:
        yield from _undergoing(doc, deeds)
        return
    if owning:
        yield from (each for token in doc if token.pos_ == "VERB" for each in _owning(token))
        return
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            yield from _guilty(token)
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and not is_done_to_others(token, befalls):
            yield from _acting(token, deeds, contrary)
    for token in doc:
        if token.pos_ == "NOUN" and token.lemma_.lower() in deeds:
            yield from ((noun, True) for noun in _in_phrase(token))


def nearest(doc: Doc, words: frozenset[str]) -> list[Token]:
    """Return the names of agents, those first that stand nearest in the parse to one of `words`.

    Where none of these is met, the only name there is.
    """
    anchors = [token for token in doc if token.lemma_.lower() in words]
    names = [token for token in doc if _stands_alone(token) and token.lemma_.lower() not in words]
    names = [name for name in names if name.dep_ not in _OBJECTS or name.head not in anchors]
    far = {name.i: min((_steps(name, anchor) for anchor in anchors), default=_FARTHEST) for name in names}
    near = sorted((name for name in names if far[name.i] <= _FARTHEST), key=lambda name: far[name.i])
    return near if anchors or len(near) == 1 else []


def _guilty(verb: Token) -> Iterator[_Doer]:
    """Yield who is blamed, claims responsibility, or is said to be responsible or behind it."""
    lemma, did = verb.lemma_.lower(), not is_negated(verb)
    if lemma in group("deeds", "blaming"):
        yield from ((noun, did) for noun in children(verb, "dobj", "nsubjpass"))
    yield from _owning(verb)
    if lemma in ("be", "stand") and any(
        part.lower_ in ("behind", "responsible") for part in children(verb, "prep", "acomp", "advmod")
    ):
        yield from ((noun, did) for noun in children(verb, "nsubj"))
    if lemma == "hold" and any(part.lemma_ == "responsible" for part in verb.subtree):
        yield from (
            (noun, did) for noun in verb.subtree if noun.dep_ in ("dobj", "nsubj") and noun.i > verb.i
        )


def _owning(verb: Token) -> Iterator[_Doer]:
    """Yield who claims responsibility, or denies it."""
    lemma, objects = verb.lemma_.lower(), children(verb, "dobj", "nsubjpass")
    owned = group("deeds", "guilt") | (group("deeds", "attacks") if lemma == "claim" else frozenset())
    guilt = any(noun.lemma_.lower() in owned for noun in objects)
    who = subject(verb)
    if guilt and who is not None and lemma in group("deeds", "owning") | group("deeds", "disowning"):
        yield who, is_negated(verb) != (lemma in group("deeds", "owning"))


def _acting(verb: Token, deeds: frozenset[str], contrary: frozenset[str]) -> Iterator[_Doer]:
    lemma, did = verb.lemma_.lower(), not is_negated(verb)
    if lemma in group("deeds", "electing") and lemma in deeds and is_passive(verb):
        yield from ((noun, did) for noun in children(verb, "nsubjpass"))
        return
    objects = [noun.lemma_.lower() for noun in (*children(verb, "dobj", "nsubjpass"), verb.head)]
    done = lemma in group("deeds", "doing") and not deeds.isdisjoint(objects)
    does = (lemma in deeds and lemma not in group("deeds", "befalling")) or done
    who = subject(verb)
    if who is None or not (does or lemma in contrary):
        return
    nouns = [*_in_phrase(who), who] if who.lemma_.lower() in deeds else [who]
    yield from ((noun, did != (lemma in contrary)) for noun in nouns)


def is_done_to_others(deed: Token, befalls: tuple[str, ...]) -> bool:
    """Tell whether a deed has an object, by name or number, that is not the one named by `befalls`."""
    objects = [noun for noun in (*children(deed, *_OBJECTS), *_of(deed)) if noun.pos_ in _TOLD]
    others = [noun for noun in objects if _is_told_apart(noun)]
    text = " ".join(part.text for noun in objects for part in _naming(noun))
    return bool(befalls and others) and not mentions_any(text, befalls)


def _is_told_apart(noun: Token) -> bool:
    """Tell whether a noun is a name, has one, or is counted."""
    named = any(part.pos_ == "PROPN" for part in (noun, *children(noun, *_BEFORE)))
    return named or noun.pos_ == "NUM" or bool(children(noun, "nummod"))


def _of(deed: Token) -> list[Token]:
    """Return what a noun for a deed is done to: "the capture of the town"."""
    phrases = children(deed, "prep") if deed.pos_ == "NOUN" else []
    return [noun for of in phrases if of.lower_ == "of" for noun in children(of, "pobj")]


def _naming(noun: Token) -> Iterator[Token]:
    """Yield the words that name a thing or person, and those that stand beside it: "the pilot, Ann Lee"."""
    yield noun
    named = [
        inner for part in children(noun, "prep") for inner in children(part, "pobj") if part.lower_ in _AMONG
    ]
    for part in (*children(noun, *_BEFORE, "appos", "conj"), *named):
        yield from _naming(part)


def _in_phrase(deed: Token) -> Iterator[Token]:
    """Yield who does it in "an air strike by the navy", "the navy's shelling", "navy air raids"."""
    for by in children(deed, "prep", "agent"):
        if by.lower_ == "by":
            yield from children(by, "pobj")
    for before in children(deed, *_BEFORE):
        yield before
        yield from children(before, *_BEFORE)


def _undergoing(doc: Doc, deeds: frozenset[str]) -> Iterator[_Doer]:
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in deeds:
            continue
        befalls = verb.lemma_.lower() in group("deeds", "befalling")
        nouns = children(verb, "nsubj") if befalls else children(verb, "nsubjpass", "dobj", "oprd")
        yield from ((noun, not is_negated(verb)) for noun in nouns)


def _stands_alone(noun: Token) -> bool:
    """Tell whether a word names an agent that the text does not merely place something by."""
    if noun.dep_ == "compound" or agent(noun) is None:
        return False
    placed = noun.dep_ == "poss" or (noun.dep_ == "pobj" and noun.head.lower_ in _PLACING)
    return noun.pos_ == "PROPN" and not (placed and noun.ent_type_ in ("GPE", "LOC", "FAC"))


def _steps(token: Token, other: Token) -> int:
    """Return the number of arcs between two tokens of one sentence, one too many for two."""
    ours = {part.i: steps for steps, part in enumerate([token, *token.ancestors])}
    shared = (ours[part.i] + steps for steps, part in enumerate([other, *other.ancestors]) if part.i in ours)
    return next(shared, _FARTHEST + 1)
