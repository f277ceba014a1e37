"""A clause after a listener whose past tense reads as a participle: "told us | the boat moored in …"."""

from spacy.tokens import Token

from corpus.attribution.tree import children, governed

_BOTH = ("dobj", "dative")


def told(verb: Token) -> list[Token] | None:
    """Return what a listener was told, where the parser has made its subject a second object."""
    things = children(verb, *_BOTH) if verb.lemma_ == "tell" else []
    if len(things) < len(_BOTH) or things[0].i != verb.i + 1 or things[-1].left_edge.i != things[0].i + 1:
        return None
    tenses = [
        part for part in children(things[-1], "acl") if part.tag_ == "VBN" and part.i == things[-1].i + 1
    ]
    return governed(things[-1]) if tenses else None
