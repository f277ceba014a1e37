"""The deed: the verb that a question asks about."""

from spacy.tokens import Doc, Token

from assistant.values.negation import phrase
from assistant.vocabulary import family, stem
from corpus.attribution.lexicon import lexicon
from corpus.attribution.tree import children

_ASIDE = ("relcl", "acl", "advcl")
_COMPLEMENTS = ("xcomp", "ccomp", "pcomp", "acomp", "oprd")
_LIGHT = frozenset("do be have happen take make get give put go still say tell keep start begin set".split())

_EMPTY_WITH_NOUN = ("take", "make", "give", "have")


def deed(doc: Doc) -> str:
    """Return the lemma of the verb asked about, empty where it is only "be" or the like.

    It is that of the main clause, "sprayed" in "Who sprayed the car that was photographed?"; what only
    says or reckons gives way to what is said: "rise" in "Did the bank expect prices to rise?".
    """
    root = next(token for token in doc if token.dep_ == "ROOT")
    main = _main(doc, root)
    if main is None:
        return ""
    verb = _inner(main)
    whole = phrase(verb)
    return whole if _lemma(verb) in _LIGHT and len(family(whole)) > 1 else _lemma(verb)


def _main(doc: Doc, root: Token) -> Token | None:
    """Return the verb of the main clause, None where that only says what something is."""
    helped = _helped(doc)
    if helped is not None or root.pos_ == "VERB" or children(root, "expl"):
        return helped or root
    found = [token for token in doc if token.pos_ == "VERB" or token.dep_ == "acomp"]
    main = [token for token in found if not any(part.dep_ in _ASIDE for part in (token, *token.ancestors))]
    return next(iter(main if root.lemma_ == "be" else main or found), None)


def _helped(doc: Doc) -> Token | None:
    """Return the verb that a leading "did" helps: it has its plain form, and no "to" before it.

    At the end of a question the parser may take it for a noun.
    """
    if doc[0].lemma_ != "do":
        return None
    plain = [token for token in doc[1:] if token.tag_ in ("VB", "VBP") and token.nbor(-1).tag_ != "TO"]
    return plain[-1] if plain else doc[0].head if doc[0].head is not doc[0] else None


def _inner(verb: Token) -> Token:
    """Return the verb or adjective that a light verb, or one of saying, leads to."""
    governing = [verb, *children(verb, "prep")]  # "said about whether he resigned"
    inner = [part for head in governing for part in children(head, *_COMPLEMENTS)]
    inner = [part for part in inner if part.pos_ in ("VERB", "ADJ")] or _had(verb)
    if inner and (_lemma(verb) in _LIGHT or _lemma(verb) in lexicon().verbs):
        return _inner(inner[-1])
    return verb


def _had(verb: Token) -> list[Token]:
    """Return the noun that says more than its verb: "bite" in "take a bite", "fire" in "there was a fire"."""
    if verb.lemma_ == "be":
        return children(verb, "attr") if children(verb, "expl") else []
    objects = children(verb, "dobj") if _lemma(verb) in _EMPTY_WITH_NOUN else []
    able = [part for noun in objects for part in children(noun, "acl") if part.tag_ == "VB"]
    if able:
        return able  # "have the means to cure"
    bare = [noun for noun in objects if noun.pos_ == "NOUN" and noun.left_edge == noun]  # "give birth"
    return bare or [noun for noun in objects if noun.left_edge.lower_ in ("a", "an")]


def _lemma(token: Token) -> str:
    """Return the lemma of a verb; the parser's tables take "fined" for a form of "fin"."""
    lemma, text = token.lemma_.lower(), token.lower_
    if text == f"{lemma}ed" and stem(text) != stem(lemma):
        return f"{lemma}e"
    return str(lemma)
