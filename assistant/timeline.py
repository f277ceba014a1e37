"""Time: when a claim speaks of, and whether one side only came after the other."""

from collections.abc import Sequence
from datetime import date
from statistics import fmean

from spacy.tokens import Doc

from assistant.candidate import Candidate
from assistant.claim import Claim
from assistant.positions import Side
from assistant.question import Question
from assistant.revision import is_provisional, is_update, was_said_first
from assistant.values.actor import Actor
from assistant.values.amount import Amount
from assistant.values.choice import Choice
from assistant.values.day import Day
from assistant.values.holder import Holder
from assistant.values.place import Place
from assistant.values.polarity import Aspect, Polarity
from corpus.dates import named_days

_ROOM = 5
"""Days between a report and the day asked about within which it is likely to speak of it."""

_LONG = 7
"""Days after which another holder, amount, state, coming day, or who or where it now is, is news."""

_NEWS, _NO_NEWS = 0.0, -2.0
"""Logits from which a comparer has one side follow the other whatever the rules say, and to which not."""

_FIXED = (Actor, Choice, Day, Place)
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

    The rules tell, unless a comparer finds news where they find none, or is sure of none where they do.
    """
    found, news = _follows(later, earlier), _news(later, earlier)
    return found if news is None else news > (_NO_NEWS if found else _NEWS)


def _news(later: Side, earlier: Side) -> float | None:
    """Return how likely one side is news against the other (logit), on average of their claims.

    It is None where that is not known, or where each has claims that came after the other's.
    """
    told, turned = _told_of(later, earlier), _told_of(earlier, later)
    return fmean(told) if told and not turned else None


def _told_of(later: Side, earlier: Side) -> list[float]:
    before = {claim.candidate.statement.id for claim in earlier.claims}
    return [logit for claim in later.claims for name, logit in claim.news.items() if name in before]


def _follows(later: Side, earlier: Side) -> bool:
    """Tell the same by rules.

    A later publication is not enough, unless by a week for places that change hands, amounts, states, days
    that were still to come, and who or where it now is, where that is asked. Sooner, an amount must have
    risen, be by the same source or be told as an update; a state must have turned on a day that is named; a
    fixed fact changes only where a source corrects itself, or where the earlier side is marked as what was
    said at first.
    """
    if _was_only_first(earlier) and not _was_only_first(later):
        return True
    first, second = earlier.claims[0].value, later.claims[0].value
    if _may_move_on(earlier.claims[0], _told(earlier)) and _is_long_after(_told(later), _told(earlier)):
        return True
    if isinstance(first, Amount) and isinstance(second, Amount):
        return second.low >= first.low and _has_risen(later, earlier)
    if isinstance(first, Polarity) and isinstance(second, Polarity):
        return _has_turned(later, earlier, first, second)
    if isinstance(second, _FIXED):
        return earlier.origins <= later.origins and _is_after(_told(later), _told(earlier))
    after = _is_after(_days(later), _days(earlier))
    apart = after and (min(_days(later)) - max(_days(earlier))).days >= _LONG
    return after and (any(claim.is_dated for claim in later.claims) or (isinstance(first, Holder) and apart))


def _may_move_on(claim: Claim, told: Sequence[date]) -> bool:
    """Tell whether an answer may be another some weeks on: an amount, a state, a coming day, who it is."""
    value = claim.value
    if isinstance(value, Actor | Place):
        return claim.is_passing
    if isinstance(value, Polarity):
        return value.aspect is not Aspect.PAST
    ahead = isinstance(value, Day) and bool(told) and value.day >= max(told)
    return ahead or isinstance(value, Amount)


def _is_long_after(after: Sequence[date], before: Sequence[date]) -> bool:
    return bool(after and before) and (min(after) - max(before)).days >= _LONG


def _has_risen(later: Side, earlier: Side) -> bool:
    """Tell whether a greater count came later: said on a later day, or told as an update of a first one."""
    updated = any(map(is_update, later.claims)) or all(map(is_provisional, earlier.claims))
    told, before = _told(later), _told(earlier)
    if not told or not before:
        return updated
    if min(told) <= min(before):
        return updated and min(told) == min(before)
    known = [claim.day for side in (later, earlier) for claim in side.claims if claim.is_dated]
    closed = len(set(known)) == 1 and len(known) > 1
    return updated or bool(later.origins & earlier.origins) or not closed


def _has_turned(later: Side, earlier: Side, first: Polarity, second: Polarity) -> bool:
    """Tell whether a no became a yes, or a state ended; what is past stays as it was."""
    after = _is_after(_days(later), _days(earlier))
    same = bool(later.origins & earlier.origins)
    if first.affirms is False and second.affirms:
        undated = not _days(later) or not _days(earlier)
        if any(_is_yet(claim) for claim in earlier.claims) and (after or undated):
            return True
    if second.aspect is Aspect.PAST or (second.aspect is Aspect.PERFECT and not second.affirms):
        return after and earlier.origins <= later.origins
    return after and (same or any(claim.is_dated for claim in later.claims))


def _is_yet(claim: Claim) -> bool:
    return isinstance(claim.value, Polarity) and claim.value.yet


def _is_after(after: Sequence[date], before: Sequence[date]) -> bool:
    return bool(after and before) and min(after) > max(before)


def _days(side: Side) -> list[date]:
    return [claim.day for claim in side.claims if claim.day is not None]


def _told(side: Side) -> list[date]:
    """Return the days on which a side's claims were made."""
    said = [claim.candidate.statement.said_on or claim.candidate.article.published for claim in side.claims]
    return [day for day in said if day is not None]


def in_order(found: Sequence[Side]) -> list[Side]:
    """Return sides by the first day that each speaks of, amounts of one day from low to high."""

    def place(side: Side) -> tuple[date, float]:
        first = min((claim.day for claim in side.claims if claim.day), default=date.max)
        lead = side.claims[0].value
        return first, lead.low if isinstance(lead, Amount) else 0.0

    return sorted(found, key=place)


def _was_only_first(side: Side) -> bool:
    """Tell whether every claim of a side is marked as what was said at first."""
    return all(map(was_said_first, side.claims))


def in_time(question: Question, answering: Sequence[Claim]) -> list[Claim]:
    """Keep the claims of the time asked about, where there are any; else all.

    "As of" a day means reports of that very day; any other day leaves room on either side.
    """
    room = question.spread + (0 if question.dated else _ROOM)
    near = [claim for claim in answering if _is_within(claim, question, room)]
    return near if near and question.days else list(answering)


def _is_within(claim: Claim, question: Question, room: int) -> bool:
    published = claim.candidate.article.published
    known = [published] if question.dated else [published, claim.day]
    return any(abs((day - asked).days) <= room for day in known if day for asked in question.days)
