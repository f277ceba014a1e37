"""Roles: whom a text names as the holder of one: "Ann Lee, the lead sponsor of the bill"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from assistant.values.agents import Agent, agent
from assistant.vocabulary import family
from corpus.attribution.tree import children, is_negated

_BEFORE = ("compound", "nmod", "amod")


def holder_of_role(doc: Doc, role: str) -> Agent | None:
    """Return the first one with a name whom a text says to have a role (a lemma); None for none."""
    named = (agent(name) for noun in doc if noun.lemma_.lower() in family(role) for name in _holders(noun))
    return next((found for found in named if found is not None and found.names), None)


def _holders(role: Token) -> Iterator[Token]:
    """Yield the nouns that stand beside a role, have it as their own, or are said to be it."""
    yield from children(role, "appos")
    if role.dep_ in ("appos", *_BEFORE):
        yield role.head
    verb = role.head
    if role.dep_ == "attr" and verb.lemma_ == "be" and not is_negated(verb):
        subjects = children(verb, "nsubj")
        relative = verb.dep_ == "relcl" and any(noun.tag_ in ("WP", "WDT") for noun in subjects)
        yield from [verb.head] if relative else subjects
