"""Sentences that run into the heading or the line before them, the stop between the two lost."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

COMPONENT = "glued_sentences"
"""The name of the pipeline component that parts them."""

_ARTICLES = ("A", "An", "The")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD", "-RRB-")
_COMMON = ("NN", "NNS", "JJ")
_LETTERED = frozenset(
    "vitamin plan grade class group hepatitis type appendix section team serie series level league category"
    " bridge big an the a".split()
)
_COUNTS = (
    "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Scores Hundreds Thousands Several"
    " Some Many At"
).split()
_OPENERS = (
    "In",
    "On",
    "At",
    "After",
    "Since",
    "According",
    "Meanwhile",
    "Earlier",
    "Elsewhere",
    "However",
    "Also",
)
_SHORTEST_WORD = 5
_NUMBERED = _LETTERED | frozenset(
    "war chapter world day part phase group channel formula stage round".split()
)
_PLURALS = ("NNS", "NNPS")
_LONGEST_NAME = 10
_LONGEST = 4
_YEAR = 4
_HEADING = 2
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_FARTHEST = 40
_STOPS = (".", "!", "?", ":", ",", ";", "—", "-")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SPEECH = tuple(
    "said say told tell add wrot writ stat declar announc tweet call ask report describ warn read repl insist"
    " not explain argu claim shout cry cried quot dubb term nam titl publish post show chant".split()
)


@Language.component(COMPONENT)
def part_sentences(doc: Doc) -> Doc:
    """Mark, before the parser runs, the tokens that begin a sentence though no stop stands before."""
    signs = (
        begins_again,
        _follows_credit,
        _follows_place,
        _counts_anew,
        _quotes_after_date,
        _quotes_anew,
        *_PLAIN_SIGNS,
    )
    for token in doc[1:]:
        if _is_in_word(token):
            token.is_sent_start = False
        elif any(sign(token) for sign in signs):
            token.is_sent_start = True
    return doc


def _is_in_word(token: Token) -> bool:
    """Tell whether a token goes on with the word that a hyphen cuts at the end of a line: "al- Tarn"."""
    before = token.nbor(-1)
    if before.text != "-" or before.i == 0 or not before.whitespace_:
        return False
    return not before.nbor(-1).whitespace_ and before.nbor(-1).is_alpha


def _follows_stop(token: Token) -> bool:
    """Tell whether the stop before a capital ends a word too long for an abbreviation: "in Tarnby. Lee"."""
    stop = token.nbor(-1)
    if stop.text != "." or not stop.whitespace_ or stop.i == 0 or not token.text[:1].isupper():
        return False
    word = stop.nbor(-1)
    return not word.whitespace_ and word.is_alpha and len(word) >= _SHORTEST_WORD


def _follows_credit(token: Token) -> bool:
    """Tell whether a sentence begins after the credit of a photograph: "INTERFAX/Ann Lee The envoys …"."""
    if token.i < len(("INTERFAX", "/", "Ann", "Lee")) or not token.text[:1].isupper():
        return False
    agency, stroke, *name = token.doc[token.i - 4 : token.i]
    return stroke.text == "/" and agency.text.isupper() and all(word.is_title for word in name)


def _opens_anew(token: Token) -> bool:
    """Tell whether a capital function word inside a line begins a sentence: "Ships lost In Varn a …"."""
    before, following = token.nbor(-1), token.nbor(min(1, len(token.doc) - 1 - token.i))
    if token.text not in _OPENERS or not before.whitespace_ or not following.text.islower():
        return False
    return (before.is_alpha or before.is_digit) and not _is_speech(before) and before.text not in _OPENERS


def _follows_day(token: Token) -> bool:
    """Tell whether a sentence begins after a whole date line: "… Interfax Saturday 10 Aug 2013 Storms …"."""
    if token.i < len(("Interfax", "Saturday", "10", "Aug", "2013")) or not token.text[:1].isupper():
        return False
    before, weekday = token.nbor(-5), token.nbor(-4)
    return (
        _is_year(token.nbor(-1))
        and weekday.text.endswith("day")
        and weekday.is_title
        and before.text[:1].isupper()
    )


def begins_again(token: Token) -> bool:
    """Tell whether a capital article inside a line begins a sentence: "Ships lost in Varn A coalition …".

    The article of a name ("told The Harbour Post") follows no noun, and no common noun follows it.
    """
    if token.text not in _ARTICLES:
        return False
    before = token.nbor(-1)
    if _is_year(before) or _is_short_heading(token):
        return True
    if before.tag_ not in _NOUNS or before.lower_ in _LETTERED or before.is_quote or not before.whitespace_:
        return False
    return _describes(token.doc[token.i + 1 : token.i + 1 + _LONGEST])


def _follows_place(token: Token) -> bool:
    """Tell whether a sentence begins after the place of a date line: "… 2015 VARN Thirteen sailors …"."""
    place = token.nbor(-1)
    if not place.text.isalpha() or not place.text.isupper() or len(place) < _LONGEST or not token.is_title:
        return False
    opens = place.i == 0 or place.nbor(-1).text in (*_STOPS, ")") or place.nbor(-1).is_digit
    return opens and (token.like_num or token.tag_ in ("DT", "CD", "NNS", "IN", "RB", "VBG"))


def _is_year(token: Token) -> bool:
    """Tell whether a token is the year that ends a date line: "Interfax Friday 10 Oct 2014 The Harbour …"."""
    months = token.i > 1 and any(word.text[:3] in _MONTHS for word in token.doc[token.i - 2 : token.i])
    return months and token.is_digit and len(token) == _YEAR


def _is_short_heading(token: Token) -> bool:
    """Tell whether a verb ends a heading of two words: "Harbour denies The port's master on Tuesday …"."""
    verb = token.nbor(-1)
    opens = token.i == _HEADING or (token.i > _HEADING and token.nbor(-_HEADING - 1).text in _STOPS)
    return opens and verb.tag_ == "VBZ" and _describes(token.doc[token.i + 1 : token.i + 1 + _LONGEST])


def _counts_anew(token: Token) -> bool:
    """Tell whether a capital number inside a line begins a sentence: "Ships lost in Varn Four sailors …"."""
    if token.text not in _COUNTS or token.i + 1 >= len(token.doc):
        return False
    before, following = token.nbor(-1), token.nbor(1)
    if before.tag_ not in _NOUNS or before.lower_ in _NUMBERED or not before.whitespace_ or before.is_quote:
        return False
    counted = token.doc[token.i + 1 : token.i + 1 + _LONGEST]
    return (following.text.islower() or following.like_num) and any(
        word.text.islower() and word.tag_ in ("NNS", "NNPS") for word in counted
    )


def _describes(words: Span) -> bool:
    """Tell whether the words after an article are those of a common noun, up to a verb."""
    for following in words:
        if following.is_punct and following.text != "-":
            return False
        if following.nbor(-1).text == "-" and following.text.islower():
            return True
        if following.tag_.startswith(("V", "MD", "IN")):
            return False
        if following.text.islower() and following.tag_ in _COMMON:
            return True
    return False


def _quotes_after_date(token: Token) -> bool:
    """Tell whether a quotation opens right after the year that ends a signature: "Lee May 3 2019 "We …"."""
    before = token.nbor(-1)
    opens = token.is_quote and token.i + 1 < len(token.doc) and token.nbor(1).text[:1].isupper()
    return opens and before.is_digit and len(before) == _YEAR and not token.whitespace_


def _quotes_anew(token: Token) -> bool:
    """Tell whether a quotation begins a sentence though no stop stands before: "… for a year "The toll …"."""
    before = token.nbor(-1)
    opens = token.is_quote and not token.whitespace_ and bool(before.whitespace_)
    if (
        not opens
        or before.tag_ not in _NOUNS
        or not token.nbor(min(1, len(token.doc) - 1 - token.i)).is_title
    ):
        return False
    stretch: list[Token] = []
    for word in reversed(list(token.doc[max(token.i - _FARTHEST, 0) : token.i])):
        if word.is_quote or word.text in _STOPS:
            break
        stretch.append(word)
    finite = any(word.tag_ in _FINITE for word in stretch)
    return finite and not any(word.tag_.startswith("V") and _is_speech(word) for word in stretch)


def _is_speech(verb: Token) -> bool:
    return verb.lower_.startswith(_SPEECH)


def _speaks_anew(token: Token) -> bool:
    """Tell whether "The" begins the source of a verb of speech: "… some badly The medic added that …"."""
    before, rest = token.nbor(-1), token.doc[token.i + 1 : token.i + 3]
    if (
        token.text != "The"
        or len(rest) <= 1
        or not before.whitespace_
        or before.pos_ in ("ADP", "VERB", "DET")
    ):
        return False
    return rest[0].text.islower() and rest[1].tag_ in ("VBD", "VBZ") and _is_speech(rest[1])


def _names_anew(token: Token) -> bool:
    """Tell whether "The" begins a name after a place that ends a heading: "… in Varn The Port Watch …"."""
    before, following = token.nbor(-1), token.nbor(min(1, len(token.doc) - 1 - token.i))
    if token.text != "The" or not following.text[:1].isupper() or not before.whitespace_:
        return False
    placed = before.tag_ == "NNP" and before.i > 0 and before.nbor(-1).tag_ == "IN"
    rest = token.doc[token.i + 1 : token.i + _LONGEST_NAME]
    return placed and any(word.tag_ in ("VBD", "VBZ") and _is_speech(word) for word in rest)


def _repeats_opening(token: Token) -> bool:
    """Tell whether a heading's first word comes again: "Gulls sink ferry near Varn Gulls sank a ferry …"."""
    before = token.nbor(-1)
    if not token.text.istitle() or len(token) < _SHORTEST_WORD or before.tag_ not in _NOUNS:
        return False
    stretch = token.doc[max(token.i - _FARTHEST, 0) : token.i]
    stops = [word.i + 1 for word in stretch if word.text in _STOPS and word.text != "-"]
    first = token.doc[max([stretch.start, *stops])]
    opens = first.i == 0 or bool(stops)
    return opens and first.text == token.text and token.i - first.i >= _LONGEST and token.tag_ in _PLURALS


_PLAIN_SIGNS = (_follows_stop, _opens_anew, _follows_day, _speaks_anew, _names_anew, _repeats_opening)
