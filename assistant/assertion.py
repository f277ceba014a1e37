"""The assertion: what a question would say if it were a statement.

The parser was trained on statements, and misreads many a question.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from corpus.attribution.tree import children
from corpus.parsing import Parser

_BE = frozenset("is are was were".split())
_HAVE = frozenset("has have had".split())
_PLAIN = frozenset("do does did will would can could should may might must shall".split())
"""Auxiliaries that are followed by the plain form."""

_AFTER = ("again", "anymore", "here", "once", "there", "together", "too", "twice", "yet")
"""Adverbs that rather end a statement than open what is said of its subject."""

_STANDS_FOR = {"who": "Someone", "which": "Some", "what": "Something"}
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_ASKING = ("WDT", "WP", "WP$", "WRB")
_LEAD = 3
"""Words within which a question names what it asks for."""

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_ASIDE = ("prep", "npadvmod", "advmod", "punct")
_RELATIVES = ("that", "who", "which")
_MOST = 24
"""Places tried: each takes parsing."""

_LEFT_OUT = ("that", "was")
_BEFORE_A_NOUN = ("DET", "ADJ", "ADP", "CCONJ", "AUX")
_LIKELY = {"be": ("VBN", "VBG", "VBD", "JJ", "RB"), "have": ("VBN", "VBD", "RB"), "do": ("VB", "RB")}
"""How the tags begin of what follows a subject after each auxiliary; any other is tried last."""


def assertion(question: Doc, parser: Parser) -> Doc | None:
    """Return the parsed statement that a question turns into, None where no way of turning it parses well.

    "Was the hall that burned down insured?" → "the hall that burned down was insured";
    "Who sprayed the car?" → "Someone sprayed the car". The auxiliary is tried at each place where the
    subject may end, the likeliest first, until all that precedes it is parsed as the subject.
    """
    if _asks_for_subject(question):
        doc = next(parser.parse([f"{_STANDS_FOR[question[0].lower_]} {_text(question[1:])}."]))
        return doc if _has_subject(_root(doc)) else None
    start = _start(question)
    if start is None:
        return None
    found = _inverted(question[start:], parser)
    if not _asks_how(question[:start]):
        return next(found, None)
    first = next(found, None)  # only what is done is done somewhere, or some day
    return first if first is None or _root(first).pos_ == "VERB" else next(filter(_is_done, found), first)


def _asks_how(asking: Span) -> bool:
    """Tell whether a question asks for when, where, why or how: "When", "On which day"."""
    return any(token.tag_ == "WRB" for token in asking) or (len(asking) > 0 and asking[0].pos_ == "ADP")


def _is_done(assertion: Doc) -> bool:
    return _root(assertion).pos_ == "VERB"


def _inverted(clause: Span, parser: Parser) -> Iterator[Doc]:
    """Yield a clause that an auxiliary opens with the subject put before that, wherever that parses well.

    Of the likely places the last comes first: "the votes cast there were counted", not "were cast there
    counted".
    """
    ranked = _places(clause)
    likely = [place for place, rank in ranked if rank == 0]
    others = [place for place, rank in ranked if rank > 0]
    places = (*reversed(likely), *others)[:_MOST]
    plain = [(place, _text(clause[1:place]), 0) for place in places]
    whole = [
        (place, subject, len(_LEFT_OUT)) for place in places if (subject := _whole_subject(clause, place))
    ]
    for place, subject, added in (*plain, *whole):
        doc = next(parser.parse([f"{subject} {clause[0].lower_} {_text(clause[place:])}."]))
        if _fits(doc, place - 1 + added):
            yield doc


def _whole_subject(clause: Span, place: int) -> str:
    """Return a subject with what is left out in it, "the hall (that was) hit"; empty where nothing is."""
    cut = next((i for i in range(2, place) if _modifies(clause[i - 1], clause[i])), None)
    if cut is None or any(token.lower_ in _RELATIVES for token in clause[1:place]):
        return ""
    return f"{_text(clause[1:cut])} {' '.join(_LEFT_OUT)} {_text(clause[cut:place])}"


def _modifies(noun: Token, participle: Token) -> bool:
    """Tell whether a participle may stand for a relative clause on the noun before it."""
    return noun.pos_ in ("NOUN", "PROPN") and participle.tag_ in ("VBN", "VBD", "VBG")


def _asks_for_subject(question: Doc) -> bool:
    """Tell whether a question asks who or what does it: "Who sprayed …?", not "Who did they spray?"."""
    verb = next((token for token in question if token.pos_ in ("VERB", "AUX")), None)
    return question[0].lower_ in _STANDS_FOR and verb is not None and verb.lower_ not in ("do", "does", "did")


def _text(tokens: Span) -> str:
    return "".join(token.text_with_ws for token in tokens).rstrip(" ?")


def _root(doc: Doc) -> Token:
    return next(token for token in doc if token.dep_ == "ROOT")


def _start(question: Doc) -> int | None:
    """Return where the auxiliary stands that the subject follows.

    It is the first word, or comes after "Under the new law," or after what is asked for: "On which day".
    """
    auxiliaries = _BE | _HAVE | _PLAIN
    after = [token.i + 1 for token in question[:-2] if token.text == ","]
    opens = next((place for place in (0, *after) if question[place].lower_ in auxiliaries), None)
    if opens is not None or not any(token.tag_ in _ASKING for token in question[:_LEAD]):
        return opens
    return next((token.i for token in question[1:-2] if token.lower_ in auxiliaries), None)


def _places(clause: Span) -> list[tuple[int, int]]:
    """Return where the subject may end, each with how unlikely that is, the likeliest first."""
    opens = clause[0].lower_
    tags = _LIKELY["be" if opens in _BE else "have" if opens in _HAVE else "do"]
    possible = [
        place
        for place, token in enumerate(clause)
        if place > 1
        and clause[place - 1].pos_ not in _BEFORE_A_NOUN
        and not (token.is_punct or token.lower_ in _RELATIVES)
        and _is_whole(clause[1:place])
    ]
    ranked = [(place, _rank(clause[place - 1], clause[place], tags)) for place in possible]
    return sorted(ranked, key=lambda each: each[1])


def _is_whole(subject: Span) -> bool:
    """Tell whether a clause begun within a subject has its verb: not "the hall that a student"."""
    begun = any(token.lower_ in _RELATIVES for token in subject)
    return not begun or any(token.pos_ in ("VERB", "AUX") for token in subject)


def _rank(before: Token, token: Token, tags: tuple[str, ...]) -> int:
    if token.tag_.startswith(tags) and token.lower_ not in _AFTER:
        return 0
    meet = token.pos_ in ("DET", "NUM") and before.pos_ in _NOUNS  # two phrases meet where one ends
    return 1 if meet else 2


def _fits(doc: Doc, length: int) -> bool:
    """Tell whether the first words, up to the auxiliary at `length`, are the subject of a statement."""
    if length >= len(doc):
        return False
    auxiliary, root = doc[length], _root(doc)
    if auxiliary != root and (auxiliary.head != root or auxiliary.i > root.i):
        return False
    plain = auxiliary.lower_ not in _PLAIN or any(part.tag_ == "VB" for part in (root, *root.lefts))
    beside = [part for part in root.lefts if part.i < length and part.dep_ not in _SUBJECTS]
    return plain and _has_subject(root) and all(part.dep_ in _ASIDE for part in beside)


def _has_subject(verb: Token) -> bool:
    """Tell whether the sentence opens with the subject of a verb."""
    return any(noun.left_edge.i == 0 for noun in children(verb, *_SUBJECTS))
