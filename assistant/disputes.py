"""Disputes: where a source and others say the contrary of each other, whatever is asked.

No question ties two statements together here, so only what denies or negates in so many words counts,
on matters that both put in nearly the same words within a few days.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.candidate import Candidate
from assistant.claim import Claim, value
from assistant.contrast import difference
from assistant.coverage import Coverage
from assistant.echoes import echoes
from assistant.gathering import candidates
from assistant.kind import Kind
from assistant.parsed import Parsed, parsed
from assistant.question import LONGEST, Question, read_question
from assistant.timeline import speaks_of
from assistant.values.polarity import Polarity, shortened
from assistant.values.rejection import Rejection
from assistant.vocabulary import family, group, opposites
from corpus.parsing import Parser
from corpus.statement import Form, Stance
from index.denials import denials
from index.hit import Hit
from index.index import Index
from index.quotations import Quotations

MOST = 200
"""Statements of a source that are compared with what others deny."""
_SEARCHED = 12
"""Denials of a source for which what others say is searched."""
_DENIALS = 5_000
"""Denials of others that are looked through."""
_NEIGHBOURS = 10
"""Passages looked through for a denial."""
_SIMILAR = 0.55
"""Cosine from which two statements may be on one matter."""
_SHARED, _SHARED_AT_BEST = 0.3, 0.55
"""How much of each other's words, weighed by rarity, two statements must share, either way and one way."""
_DAYS = 7
"""Days between two reports that may be of one matter; a denial is not told before what it denies."""
_BARE = re.compile(
    r"^(?:(?:the|these|those|that|this|such|any|all|both)\s)*\w+(?: as \w+)?\W*$", re.IGNORECASE
)
"""A denial that only points back: "the allegations", "the claims as baseless"."""
_NEGATION = re.compile(r"n['’]?t\b|\b(?:not|no|never|nobody|nothing|none|neither)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A statement of a source, and one of another that says the contrary."""

    own: Candidate
    other: Candidate


def disputes(index: Index, parser: Parser, quoted: Sequence[Quotations]) -> list[Dispute]:
    """Return where others say the contrary of what a source is `quoted` with, each pair once.

    At most MOST statements are compared: denials first, else in the order given.
    """
    told = [statement for each in quoted for statement in each.statements]
    told.sort(key=lambda statement: statement.stance is not Stance.DENIES)
    mine = {statement.id for statement in told[:MOST]}
    reports = [_report(index, each.article.id) for each in quoted if _has(each, mine)]
    own = [each for report in reports for each in report if each.statement.id in mine]
    pairs = [*_denied_by_others(index, own), *_denied(index, own)]
    found = [*_answered_back(reports, mine), *_contradicting(index, parser, pairs)]
    return list({(each.own.quote, each.other.quote): each for each in found}.values())


def _has(quoted: Quotations, ids: Collection[str]) -> bool:
    return any(statement.id in ids for statement in quoted.statements)


def _answered_back(reports: Sequence[Sequence[Candidate]], mine: Collection[str]) -> Iterator[Dispute]:
    """Yield the denials that point back to what another said just before: "rejected the allegation"."""
    for report in reports:
        said = [Claim(each, Polarity(shortened(each.content), affirms=True), 1.0) for each in report]
        denying = [each for each in report if each.statement.stance is Stance.DENIES]
        for echo in echoes(denying, [claim for claim in said if claim.candidate not in denying]):
            denied = next(claim.candidate for claim in said if _rejects(echo, claim))
            if _BARE.search(echo.candidate.content) is None:
                continue
            pair = (
                (echo.candidate, denied) if echo.candidate.statement.id in mine else (denied, echo.candidate)
            )
            if pair[0].statement.id in mine and denied.speaker != echo.candidate.speaker:
                yield Dispute(*pair)


def _rejects(echo: Claim, claim: Claim) -> bool:
    return isinstance(echo.value, Rejection) and echo.value.rejected is claim.value


def _denied_by_others(index: Index, own: Sequence[Candidate]) -> Iterator[Dispute]:
    """Yield the statements of a source with those by which others deny what is much alike."""
    denying = denials(index.database, _DENIALS)
    if not own or not denying:
        return
    vectors = index.statement_vectors([each.statement.id for each in own])
    alike = np.argwhere(vectors @ index.statement_vectors(denying).T >= _SIMILAR)
    for mine, theirs in alike.tolist():
        article = denying[theirs].rpartition("#")[0]
        other = next((each for each in _report(index, article) if each.statement.id == denying[theirs]), None)
        if other is not None and _are_of_one_matter(own[mine], other, index):
            yield Dispute(own[mine], other)


def _denied(index: Index, own: Sequence[Candidate]) -> Iterator[Dispute]:
    """Yield the denials of a source with what others say on the same."""
    for each in [each for each in own if _denies(each)][:_SEARCHED]:
        others = _spoken(index, index.search(each.own_words[:LONGEST], _NEIGHBOURS))
        ids = [each.statement.id, *(other.statement.id for other in others)]
        first, *vectors = index.statement_vectors(ids)
        for other, vector in zip(others, vectors, strict=True):
            if vector @ first >= _SIMILAR and _are_of_one_matter(each, other, index):
                yield Dispute(each, other)


def _contradicting(index: Index, parser: Parser, pairs: Sequence[Dispute]) -> Iterator[Dispute]:
    """Yield the pairs of which one says the contrary of the other."""
    asked = [_whether(pair.own, parser) for pair in pairs]
    own = parsed([pair.own for pair in pairs], index, parser)
    others = parsed([pair.other for pair in pairs], index, parser)
    for pair, question, first, second in zip(pairs, asked, own, others, strict=True):
        if question is None:
            continue
        claimed, against = _claim(question, pair.own, first), _claim(question, pair.other, second)
        if claimed is not None and against is not None and difference(claimed, against) is not None:
            yield pair


def _are_of_one_matter(own: Candidate, other: Candidate, index: Index) -> bool:
    """Tell whether two statements, of two sources, tell of the same about the same time."""
    if not _may_answer(own, other) or _is_misread(own) or _is_misread(other):
        return False
    if any(one.statement.source.name in another.quote for one, another in ((own, other), (other, own))):
        return False  # one tells what the other says
    if own.speaker == other.speaker or own.statement.spans.quote == other.statement.spans.quote:
        return False
    shared = [
        Coverage(" ".join((one.content, *one.statement.referents)), index).of(another.own_words)
        for one, another in ((own, other), (other, own))
    ]
    return min(shared) >= _SHARED and max(shared) >= _SHARED_AT_BEST


def _may_answer(own: Candidate, other: Candidate) -> bool:
    """Tell whether, by their days, one of two statements may deny the other; two denials do not."""
    if own.statement.stance is other.statement.stance is Stance.DENIES:
        return False
    day, other_day = own.article.published, other.article.published
    if day is None or other_day is None:
        return True
    later = (day - other_day).days if _denies(own) else (other_day - day).days
    earliest = -_DAYS if _denies(own) and _denies(other) else 0
    return earliest <= later <= _DAYS


def _is_misread(candidate: Candidate) -> bool:
    """Tell whether a statement holds an attribution of its own, or asserts what is only named a report."""
    words = candidate.content.lower().removeprefix("the ").split()
    named = candidate.statement.stance is not Stance.DENIES and words[:1]
    return "said" in words or bool(named and named[0] in group("echoes", "nouns") - {"that", "this", "it"})


def _denies(candidate: Candidate) -> bool:
    return candidate.statement.stance is Stance.DENIES or _NEGATION.search(candidate.content) is not None


def _whether(candidate: Candidate, parser: Parser) -> Question | None:
    """Return the question whether a statement's content is so; None where it has no verb to ask about."""
    asked = replace(read_question(candidate.content[:LONGEST], parser), kind=Kind.WHETHER)
    return asked if asked.deed else None


def _claim(asked: Question, candidate: Candidate, words: Parsed) -> Claim | None:
    """Return whether a statement affirms what is asked, where it speaks of the deed in words of its own."""
    deeds = (family(asked.deed) | opposites(asked.deed)) - group("echoes", "nouns")
    if deeds.isdisjoint(token.lemma_.lower() for token in words.content):
        return None
    answer = value(asked, candidate, words)
    return None if answer is None else Claim(candidate, answer, 1.0, *speaks_of(candidate, words.content))


def _spoken(index: Index, hits: Sequence[Hit]) -> list[Candidate]:
    """Return the statements of the passages that somebody is quoted for."""
    return [each for each in candidates(index, hits) if each.statement.form is not Form.NARRATION]


def _report(index: Index, article: str) -> list[Candidate]:
    """Return the statements of a whole report that somebody is quoted for."""
    return _spoken(
        index, [Hit(each, 1.0, rank) for rank, each in enumerate(index.passages(article), start=1)]
    )
