"""The question: what kind it is, what it names, and what words must be met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from assistant.asked_speaker import asked_speaker
from assistant.assertion import assertion
from assistant.deed import deed
from assistant.kind import Kind, asks_for_sum, kind_of, picked_noun
from assistant.naming import MONTHS, name_of, name_runs, without_title
from assistant.values.figures import is_person
from assistant.vocabulary import family, group
from corpus.attribution.tree import children
from corpus.dates import named_days
from corpus.errors import SaysWhoError
from corpus.parsing import Parser
from corpus.resolution.vocabulary import is_human

LONGEST = 2_000
"""Characters of the longest question."""

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
_EMPTY = frozenset(
    """who what when where which why how many much say do be have there people person accord time date day
    number figure total exact report give put go still happen take place""".split()
)
_GUILTY = frozenset("behind blame responsible responsibility guilty fault".split())
_ANYBODY = frozenset("man woman boy girl child person one".split())
_VAGUE = frozenset("use link involve relate concern".split())
"""Verbs that are one way of many to say what is asked."""

_MEASURES = {
    "toll": "",
    "number": "",
    "population": "people",
    "share": "share",
    "percentage": "share",
    "proportion": "share",
    "turnout": "share",
    "price": "money",
    "cost": "money",
    **dict.fromkeys(
        "rent fee fine salary wage bonus ransom revenue profit debt fare deposit payout deficit"
        " surplus".split(),
        "money",
    ),
    "casualties": "people",
    "compensation": "money",
}
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}),? ((?:19|20)\d\d)\b", re.IGNORECASE)
_HALF_A_MONTH = 16


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    `asserted` is the statement that it turns into ("Was the hall insured?" → "the hall was insured"), or
    else its text; `names` are the proper names it contains, without titles; `terms` the lemmas of its
    other content words, `things` the nouns among them and `deed` the main verb; `befalls` the words of the
    name, or of the noun, that it is done to ("Who killed Ann Lee?"); `role` the one whose holder is asked
    for ("Who is the sponsor of the bill?"); `unit` the lemma of what is counted ("how many prisoners"), or
    "share" or "money", or of the place picked from ("which mosque"), empty where none is named; `speaker`
    the source whose words alone it asks for; `passing` whether it asks for what may be otherwise some weeks
    on ("Who runs the bank?", "Where will it be?"); `days` the days it names, or the middle of a month that it
    names, `spread` how many days on either side of them it may mean, and `dated` whether it asks what was
    known on them ("as of Tuesday").
    """

    text: str
    asserted: str
    kind: Kind
    names: tuple[str, ...]
    terms: tuple[str, ...]
    things: tuple[str, ...]
    deed: str
    befalls: tuple[str, ...]
    role: str
    unit: str
    speaker: str | None
    passing: bool
    days: tuple[date, ...]
    spread: int
    dated: bool


def read_question(text: str, parser: Parser) -> Question:
    """Take a question apart.

    Raises SaysWhoError where it is empty or longer than LONGEST characters.
    """
    stripped = checked(text)
    doc = next(parser.parse([stripped]))
    kind, turned = kind_of(stripped), assertion(doc, parser) or doc
    days = tuple(named.day for named in named_days(stripped, None))
    months = _months(stripped)
    speaker = asked_speaker(doc, turned)
    runs = name_runs(doc)
    names = [name for name in map(name_of, runs) if name != speaker]
    named = {i for run in runs for i in range(run[0].i, run[-1].i + 1)}
    told = (speaker or "").split()
    terms = [t for t in doc if _is_term(t) and t.i not in named and t.text not in told]
    things = [t for t in terms if t.pos_ == "NOUN" and not _classifies(t, named)]
    return Question(
        text=stripped,
        asserted=turned.text,
        kind=kind,
        names=tuple(dict.fromkeys(without_title(name) for name in names)),
        terms=tuple(dict.fromkeys(map(_lemma, terms))),
        things=tuple(dict.fromkeys(map(_lemma, things))),
        deed=_asked_deed(turned),
        befalls=_befalls(turned, " ".join(names).split()),
        role=_role(turned) if kind is Kind.WHO else "",
        unit=_unit(doc, kind),
        speaker=speaker,
        passing=_is_passing(doc),
        days=days or months,
        spread=_HALF_A_MONTH if months and not days else 0,
        dated="as of" in stripped.lower() or "on" in {token.lower_ for token in doc[:1]},
    )


def _is_passing(doc: Doc) -> bool:
    """Tell whether a question asks what is now, or will be, rather than what was done, or who is to blame."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    ahead = any(token.lower_ in ("will", "'ll", "would") for token in children(root, "aux"))
    done = any(token.tag_ in ("VBD", "VBN") for token in doc)
    blaming = not _GUILTY.isdisjoint(token.lemma_.lower() for token in doc)
    return (ahead or root.tag_ in ("VBZ", "VBP")) and not done and not blaming


def checked(text: str) -> str:
    """Return a question with its white space folded.

    Raises SaysWhoError where it is empty or longer than LONGEST characters.
    """
    stripped = " ".join(text.split())
    if not stripped:
        raise SaysWhoError("the question is empty: ask something, such as 'Who controls Minian?'")
    if len(stripped) > LONGEST:
        raise SaysWhoError(f"the question has {len(stripped):,} characters; {LONGEST:,} is the most")
    return stripped


def _is_term(token: Token) -> bool:
    return (
        token.pos_ in _CONTENT
        and (not token.is_stop or token.pos_ == "VERB")
        and _lemma(token) not in _EMPTY
        and token.is_alpha
        and token.ent_type_ not in ("DATE", "TIME")
    )


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _classifies(noun: Token, named: set[int]) -> bool:
    """Tell whether a noun only says what kind of thing a name beside it is: "the Ostren camp"."""
    beside = noun.i - 1 in named or noun.i + 1 in named
    return beside and _lemma(noun) in group("places", "nouns")


def _asked_deed(doc: Doc) -> str:
    lemma = deed(doc)
    return "" if lemma in _EMPTY | _VAGUE else lemma


def _role(doc: Doc) -> str:
    """Return the role that somebody is said to have, empty for none or for one such as "woman"."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    roles = [noun for noun in children(root, "attr") if root.lemma_ == "be" and noun.pos_ == "NOUN"]
    named = [_lemma(noun) for noun in roles if noun.i > root.i]
    return next((role for role in named if role not in group("people", "anyone") | _ANYBODY), "")


def _befalls(doc: Doc, names: list[str]) -> tuple[str, ...]:
    """Return the words of a name that the deed is done to, or the noun for the one person: "the groom"."""
    undergoing = list(_undergoing(doc))
    named = tuple(part.text for part in undergoing if part.text in names)
    one = (part for part in undergoing if part.tag_ == "NN" and _is_one_person(part))
    return named or tuple(part.lemma_.lower() for part in one)


def _is_one_person(noun: Token) -> bool:
    """Tell whether a noun is for somebody known: "the groom"; not "a guard", nor "the man who ran"."""
    known = noun.left_edge.lower_ in ("the", "his", "her", "their") or bool(children(noun, "poss"))
    kin = group("people", "male") | group("people", "female")
    return known and (is_human(_lemma(noun)) or _lemma(noun) in kin) and _lemma(noun) not in _ANYBODY


def _undergoing(doc: Doc) -> Iterator[Token]:
    """Yield the words of the object of the main verb, or of what undergoes it."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    for noun in children(root, "dobj", "nsubjpass") if root.lemma_ not in _EMPTY else ():
        whole = [noun, *children(noun, "compound", "appos", "nmod", "amod", "poss")]
        yield from whole


def _unit(doc: Doc, kind: Kind) -> str:
    """Return what is counted, or what is picked from: "prisoner", "people", "share", "money", "mosque"."""
    if kind is not Kind.COUNT:
        return picked_noun(doc.text) if kind is Kind.WHERE else ""
    for token in doc[:-1]:
        if token.lower_ in ("many", "much") and token.head.pos_ == "NOUN" and token.head.i > token.i:
            lemma = _lemma(token.head)
            return "people" if lemma == "person" else "money" if lemma == "money" else lemma
        if token.lower_ == "much":
            relative = token.nbor().lower_ == "of" or doc[max(token.i - 2, 0)].lower_ == "by"
            return "share" if relative else "money"
    measure = next((token for token in doc if _lemma(token) in _MEASURES), None)
    if measure is None:
        return "money" if asks_for_sum(doc.text) else ""
    return _MEASURES[_lemma(measure)] or _of_people(measure)


def _of_people(toll: Token) -> str:
    """Return whose toll is asked for: "the civilian death toll", "the number of prisoners"."""
    inside = [noun for of in children(toll, "prep") if of.lower_ == "of" for noun in children(of, "pobj")]
    of_whom = [*toll.doc[max(toll.i - 3, 0) : toll.i], *inside]
    named = [_lemma(token) for token in of_whom if is_person(_lemma(token))]
    if toll.lemma_ == "toll":
        return next((lemma for lemma in named if lemma not in family("kill")), "people")
    return named[-1] if named else ""


def _months(text: str) -> tuple[date, ...]:
    """Return the middle of each month of a year that a text names: "in July 2014"."""
    named = ((MONTHS.index(name.lower()) + 1, int(year)) for name, year in _MONTH.findall(text))
    return tuple(date(year, month, 15) for month, year in named)
