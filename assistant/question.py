"""The question: what kind it is, what it names, and what words must be met."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from spacy.tokens import Doc, Token

from corpus.attribution.lexicon import lexicon
from corpus.attribution.tree import subject
from corpus.dates import named_days
from corpus.errors import SaysWhoError
from corpus.parsing import Parser

LONGEST = 2_000
"""Characters of the longest question."""

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_ASKING = frozenset("who what when where which why how many much say do be have there people person".split())
_GIVING = ("give", "put", "report", "claim", "have")
_COUNT = re.compile(
    r"\bhow (?:many|much|large|big|high)\b|\b(?:death|casualty) toll\b"
    r"|\bwhat (?:toll|number|figure|share|percentage|price)\b",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"\b(?:who|which|whose)\b.*\b(?:controls?|controlled|holds?|held|in charge of|captured?|retook|seized)\b"
    r"|\b(?:in control of|under .{,40} control)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"^(?:and |but |so )?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\b",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a question asks for, which decides how statements are compared."""

    COUNT = "count"
    CONTROL = "control"
    WHEN = "when"
    WHETHER = "whether"
    WHO = "who"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    `names` are the proper names it contains, `terms` the lemmas of its other content words,
    `speaker` the source whose words alone it asks for, `days` the days it names.
    """

    text: str
    kind: Kind
    names: tuple[str, ...]
    terms: tuple[str, ...]
    speaker: str | None
    days: tuple[date, ...]


def read_question(text: str, parser: Parser) -> Question:
    """Take a question apart.

    Raises SaysWhoError where it is empty or longer than LONGEST characters.
    """
    stripped = " ".join(text.split())
    if not stripped:
        raise SaysWhoError("the question is empty: ask something, such as 'Who controls Minian?'")
    if len(stripped) > LONGEST:
        raise SaysWhoError(f"the question has {len(stripped):,} characters; {LONGEST:,} is the most")
    doc = next(parser.parse([stripped]))
    speaker = _speaker(doc)
    names = [name for name in _names(doc) if name != speaker]
    named = {part for name in [*names, speaker or ""] for part in name.split()}
    return Question(
        text=stripped,
        kind=_kind(stripped),
        names=tuple(names),
        terms=tuple(dict.fromkeys(_lemma(t) for t in doc if _is_term(t) and t.text not in named)),
        speaker=speaker,
        days=tuple(named_day.day for named_day in named_days(stripped, None)),
    )


def _kind(text: str) -> Kind:
    for kind, pattern in ((Kind.COUNT, _COUNT), (Kind.CONTROL, _CONTROL), (Kind.WHETHER, _WHETHER)):
        if pattern.search(text):
            return kind
    first = text.split(maxsplit=1)[0].lower()
    if first == "when" or re.search(r"\b(?:what|which) (?:date|day)\b", text, re.I):
        return Kind.WHEN
    return Kind.WHO if re.match(r"(?:who|which|whose)\b", text, re.I) else Kind.OTHER


def _is_term(token: Token) -> bool:
    return (
        token.pos_ in _CONTENT
        and not token.is_stop
        and _lemma(token) not in _ASKING
        and token.ent_type_ != "DATE"
    )


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _names(doc: Doc) -> list[str]:
    """Return the runs of capitalised words, less a leading question word and dates."""
    days = list(named_days(doc.text, date(2000, 1, 1)))
    runs: list[list[Token]] = []
    for token in doc:
        if not _is_name_part(token) or any(day.start <= token.idx < day.end for day in days):
            continue
        if runs and _joined(runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [doc[run[0].i : run[-1].i + 1].text for run in runs if any(t.text[:1].isupper() for t in run)]


def _is_name_part(token: Token) -> bool:
    if token.i == 0 and token.pos_ != "PROPN":
        return False
    starts_name = token.text[:1].isdigit() and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN"
    return (token.text[:1].isupper() and token.pos_ not in ("PRON", "AUX", "SCONJ", "CCONJ")) or starts_name


def _joined(left: Token, right: Token) -> bool:
    between = [token.lower_ for token in left.doc[left.i + 1 : right.i]]
    return all(word in ("-", "al", "el", "of", "for", "de", "bin", "the") for word in between)


def _speaker(doc: Doc) -> str | None:
    """Return the source whose words are asked for: "What toll did the Observatory give?"."""
    for token in doc:
        cue = lexicon().verbs.get(token.lemma_.lower())
        speaks = cue is not None and cue.family in ("speech", "denial", "confirmation", "publication")
        if token.pos_ != "VERB" or not (speaks or token.lemma_ in _GIVING):
            continue
        head = subject(token)
        if head is not None and head.pos_ == "PROPN" and head.i < token.i:
            runs = [name for name in _names(doc) if head.text in name.split()]
            return runs[0] if runs else None
    return None
