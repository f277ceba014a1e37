"""Time: when a claim speaks of, and whether one side only came after the other."""

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from assistant.candidate import Candidate
from assistant.claim import Claim
from assistant.positions import Side
from assistant.question import Question
from assistant.values.amount import Amount
from corpus.dates import named_days

_ROOM = 5
"""Days between a report and the day asked about within which it is likely to speak of it."""

_FIRST = re.compile(r"\b(?:initially|at first|originally|earlier (?:said|reported|put))\b", re.IGNORECASE)
_ASIDES = ("relcl", "acl")


def speaks_of(candidate: Candidate, content: Doc) -> tuple[date | None, bool]:
    """Return the day a statement speaks of, and whether its main clause names that day.

    Where it names none, the day is that of the statement.
    """
    statement = candidate.statement
    aside = {part.i for token in content if token.dep_ in _ASIDES for part in token.subtree}
    main = "".join(" " * len(t.text_with_ws) if t.i in aside else t.text_with_ws for t in content)
    named = next(named_days(main, candidate.article.published), None)
    return (named.day, True) if named else (statement.said_on, False)


def follows(later: Side, earlier: Side) -> bool:
    """Tell whether one side only came after the other, so that both were true in their time.

    A later publication is not enough: the later side must name its day, or be an amount that rose;
    or the earlier one is marked as what was said at first.
    """
    if _was_only_first(earlier) and not _was_only_first(later):
        return True
    after = [claim.day for claim in later.claims if claim.day is not None]
    before = [claim.day for claim in earlier.claims if claim.day is not None]
    if not after or not before or min(after) <= max(before):
        return False
    first, second = earlier.claims[0].value, later.claims[0].value
    if isinstance(first, Amount) and isinstance(second, Amount):
        return second.low >= first.low
    return any(claim.is_dated for claim in later.claims)


def in_order(found: Sequence[Side]) -> list[Side]:
    """Return sides by the first day that each speaks of, amounts of one day from low to high."""

    def place(side: Side) -> tuple[date, float]:
        first = min((claim.day for claim in side.claims if claim.day), default=date.max)
        lead = side.claims[0].value
        return first, lead.low if isinstance(lead, Amount) else 0.0

    return sorted(found, key=place)


def _was_only_first(side: Side) -> bool:
    """Tell whether every claim of a side is marked as what was said at first."""
    return all(_FIRST.search(claim.candidate.before_content) for claim in side.claims)


def in_time(question: Question, answering: Sequence[Claim]) -> list[Claim]:
    """Keep the claims of the time asked about, where there are any; else all.

    "As of" a day means reports of that very day; any other day leaves room on either side.
    """
    room = 0 if question.dated else _ROOM
    near = [claim for claim in answering if _is_within(claim, question, room)]
    return near if near and question.days else list(answering)


def _is_within(claim: Claim, question: Question, room: int) -> bool:
    published = claim.candidate.article.published
    known = [published] if question.dated else [published, claim.day]
    return any(abs((day - asked).days) <= room for day in known if day for asked in question.days)
