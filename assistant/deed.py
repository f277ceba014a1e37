"""The deed: the verb that a question asks about."""

from spacy.tokens import Doc, Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.tree import children

_ASIDE = ("relcl", "acl", "advcl")
_COMPLEMENTS = ("xcomp", "ccomp", "pcomp", "acomp")
_LIGHT = frozenset("do be have happen take make get give put go still say tell keep start begin".split())


def deed(doc: Doc) -> str:
    """Return the lemma of the verb asked about, empty where it is only "be" or the like.

    It is that of the main clause, "sprayed" in "Who sprayed the car that was photographed?"; what only
    says or reckons gives way to what is said: "rise" in "Did the bank expect prices to rise?".
    """
    root = next(token for token in doc if token.dep_ == "ROOT")
    main = _main(doc, root)
    return "" if main is None else _lemma(_inner(main))


def _main(doc: Doc, root: Token) -> Token | None:
    """Return the verb of the main clause; of an aside where that clause has none."""
    found = [
        token for token in doc if token.pos_ == "VERB" or (token.pos_ == "ADJ" and token.dep_ == "acomp")
    ]
    if root.pos_ == "VERB":
        return root
    return min(found, key=_depth, default=None)


def _depth(token: Token) -> tuple[int, int]:
    asides = sum(part.dep_ in _ASIDE for part in (token, *token.ancestors))
    return asides, token.i


def _inner(verb: Token) -> Token:
    """Return the verb or adjective that a light verb, or one of saying, leads to."""
    inner = [part for part in children(verb, *_COMPLEMENTS) if part.pos_ in ("VERB", "ADJ")]
    if inner and (_lemma(verb) in _LIGHT or _lemma(verb) in lexicon().verbs):
        return _inner(inner[-1])
    return verb


def _lemma(token: Token) -> str:
    return str(token.lemma_.lower())
