"""Content that syntax does not tie to its verb: quotations, and attribution trailing a sentence."""

from spacy.tokens import Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.quotations import Quotation
from corpus.attribution.subjects import Subject
from corpus.attribution.tree import children, governed, has_commas, verb_group

_TRAILING_VERBS = ("say", "add", "report", "state", "announce", "claim", "warn", "confirm", "tell", "note")
_TRAILERS = ("nsubj", "npadvmod", "advmod", "prep", "dobj", "dative", "prt", "punct", "aux", "neg")
_SUBORDINATING = ("IN", "WP", "WDT", "WRB", "CC")
_NO_SPEECH = ("know", "see", "hold", "regard", "title", "dub", "label", "learn")
_OPENERS = ("The", "A", "An", "He", "She", "It", "They")
_FEWEST_WORDS = 4
_FARTHEST = 8


def quoted(paragraph: Paragraph, verb: Token) -> list[Token] | None:
    """Return the long quotation beside a verb: "…," she said; she told us: "…".

    Beside means that no other verb stands between them.
    """
    if verb.lemma_ in _NO_SPEECH or (verb.lemma_ == "continue" and children(verb, "xcomp")):
        return None
    if verb.lemma_ == "call" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "for":
        return None
    near = [
        (distance, quotation)
        for quotation in paragraph.beside(verb)
        if (
            paragraph.is_long(quotation)
            or paragraph.is_remark(quotation)
            or _follows(paragraph, quotation, verb)
        )
        and (distance := _words_between(paragraph, quotation, verb)) is not None
    ]
    if not near:
        return None
    return paragraph.tokens_of(min(near, key=lambda pair: pair[0])[1])


def _follows(paragraph: Paragraph, quotation: Quotation, verb: Token) -> bool:
    """Tell whether a quotation follows its verb at once: She said, "No." and left."""
    tokens = paragraph.tokens_of(quotation)
    if not tokens or tokens[0].i <= verb.i:
        return False
    return all(token.text in (",", ":") for token in verb.doc[verb.i + 1 : tokens[0].i])


def _words_between(paragraph: Paragraph, quotation: Quotation, verb: Token) -> int | None:
    """Count the words between verb and quotation, None where another verb or sentence intervenes."""
    tokens = paragraph.tokens_of(quotation)
    first, last = tokens[0].i, tokens[-1].i
    if verb.i > last and (_is_led(tokens[0]) or _is_new_sentence(tokens[-1], verb)):
        return None
    if verb.i < first:
        between = list(verb.doc[verb.i + 1 : first])
    elif verb.i > last:
        between = list(verb.doc[last + 1 : verb.i])
    else:
        return None
    if any(_is_break(token, verb) for token in between):
        return None
    words = sum(token.is_alpha for token in between)
    return words if words <= _FARTHEST else None


def _is_led(first: Token) -> bool:
    """Tell whether a participle of speech stands right before a quotation: stating "…" is not Lee said's."""
    before = first.nbor(-1) if first.i else first
    cue = lexicon().verb(before) if before.tag_ == "VBG" else None
    return cue is not None and "clause" in cue.frames


def _is_new_sentence(last: Token, verb: Token) -> bool:
    """Tell whether a sentence of its own follows a quotation that has ended: "…." The groom hails from …."""
    ended = [token for token in last.doc[max(last.i - 1, 0) : last.i + 1] if token.text in (".", "!", "?")]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    told = verb.lemma_ in _TRAILING_VERBS
    owns = following.is_title and following.i < verb.i and bool(children(verb, "dobj", "ccomp", "xcomp"))
    return bool(ended) and not told and (following.text in _OPENERS or owns)


def _is_break(token: Token, verb: Token) -> bool:
    return token.text in (".", "!", "?") or (
        token.pos_ == "VERB" and token.head != verb and token.dep_ != "acl"
    )


def trailing(verb: Token, who: Subject | None) -> list[Token] | None:
    """Return the words before an attribution that ends its sentence: "… a monitor said"."""
    if who is None or not who.words or verb.lemma_ not in _TRAILING_VERBS or not _ends_sentence(verb):
        return None
    first = min(who.words[0], *verb_group(verb), key=lambda token: token.i)
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or _is_apart(verb, who):
        return None
    if first.tag_ in _SUBORDINATING or _is_subordinate(first):
        return None
    words = [token for token in verb.sent if token.i < first.i]
    if not words or words[0].tag_ in (*_SUBORDINATING, "VBN"):
        return None
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in words)
    return words if finite and sum(token.is_alpha for token in words) >= _FEWEST_WORDS else None


def _is_apart(verb: Token, who: Subject) -> bool:
    """Tell whether more than a word stands between the source and its verb."""
    group = verb_group(verb)
    if who.head.i > verb.i:
        return who.words[0].i > group[-1].i + 1
    return who.words[-1].i + 1 < group[0].i - 1


def _is_subordinate(first: Token) -> bool:
    """Tell whether the word before makes a clause of an attribution: "what the mayor said", "all he said"."""
    if first.i == 0:
        return False
    before = first.nbor(-1)
    return before.tag_ in _SUBORDINATING or before.pos_ == "PRON" or before.lower_ in ("that", "as")


def _ends_sentence(verb: Token) -> bool:
    own = {part.i for child in children(verb, *_TRAILERS) for part in governed(child)}
    after = [token for token in verb.sent if token.i > verb.i]
    restored = (place for place, token in enumerate(after) if token.text == "," and not token.whitespace_)
    after = after[: next(restored, len(after))] if not has_commas(verb) else after
    return all(token.i in own or token.is_punct for token in after) and not any(
        token.text in (":", '"') for token in after
    )
