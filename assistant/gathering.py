"""Gathering: from the passages found to the claims that answer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from assistant.answerability import Answerability, Regression, load_answerability
from assistant.candidate import Candidate
from assistant.claim import Claim, Value, value
from assistant.comparing import compared
from assistant.contrast import difference
from assistant.corroboration import corroborating
from assistant.echoes import echoes
from assistant.evidence import Evidence, Judged, about, evidence, read
from assistant.extractor import Extractor
from assistant.hearing import heard
from assistant.kind import Kind
from assistant.marking import Mark, marks
from assistant.models import Models
from assistant.origin import origin
from assistant.parsed import Parsed, parsed
from assistant.question import Question
from assistant.reader import Reader
from assistant.timeline import in_time, speaks_of
from assistant.values.designation import Designation
from corpus.parsing import Parser
from corpus.statement import Form, Stance
from index.hit import Hit
from index.index import Index

_ONE_OF_MANY = (Kind.WHO, Kind.WHEN, Kind.WHERE)
"""Kinds asked for of which a text often names several."""

_SPOKEN_OF, _BY_SPEAKER = 0.5, 0.3
"""Share of the question's words that a free answer must meet to be firm: anybody's, the asked speaker's."""

_CERTAIN = 0.9
"""Probability from which what nothing ties to the question stands beside what something does."""

_READ_SURELY = 2.0
"""What the reader must give it (logit) to stand there too."""

SHORTLIST = 60
"""Statements looked at closely, at most: read beside the question, brought to a value."""

LEAST, NEAR = 0.1, 0.25
"""The probability that such a statement must be able to reach, and as a share of the most promising one's."""


def candidates(index: Index, hits: Sequence[Hit]) -> list[Candidate]:
    """Return the statements of the passages found, in the order of the passages' ranks."""
    by_passage = {hit.passage.id: hit for hit in hits}
    articles = index.articles_by_id({hit.passage.article_id for hit in hits})
    found = []
    for statement in index.statements(list(by_passage)):
        hit = by_passage[statement.passage_id]
        article = articles.get(hit.passage.article_id)
        if article is not None:
            found.append(Candidate(statement, article, hit, origin(statement.source, index.aliases)))
    return sorted(found, key=lambda candidate: candidate.hit.rank)


@dataclass(frozen=True, slots=True)
class Possible:
    """A candidate that may answer, by a value; it `is_tied` to the question's words, or else loose."""

    candidate: Candidate
    signs: Evidence
    words: Parsed
    value: Value
    is_tied: bool


def claims(
    question: Question,
    found: Sequence[Candidate],
    index: Index,
    parser: Parser,
    models: Models,
) -> list[Claim]:
    """Return the claims among the candidates, likeliest to answer first.

    Only the most promising are looked at closely and, of these, only those read that give a value.
    """
    model = load_answerability()
    weigh = model.unread if models.reader is None else model.whole
    judged = most_promising(evidence(question, about(question, found, index), index))
    words = parsed([candidate for candidate, _ in judged], index, parser)
    found_in = answering(question, judged, words, models.extractor)
    answers = [each for each in found_in if each is not None]
    if models.reader is not None:
        answers = _read(question, answers, models.reader)
    made = [_claim(question, each, weigh) for each in answers]
    sure = [
        claim
        for claim, each in zip(made, answers, strict=True)
        if each.is_tied or claim.relevance >= model.sure
    ]
    kept = tied_first(question, _likely(model, in_time(question, sure)))
    kept += corroborating(kept, in_time(question, made))
    if models.judge is not None:
        kept = heard(question, kept, models.judge)
    told = _distinct([*kept, *echoes(found, kept)])
    return told if models.comparer is None else compared(question, told, models.comparer)


def answering(
    question: Question, judged: Sequence[Judged], words: Sequence[Parsed], extractor: Extractor | None
) -> list[Possible | None]:
    """Return what each candidate may answer: what the rules read that is tied, or else what is marked."""
    ruled = list(map(possible, repeat(question), judged, words))
    unsure = [place for place, each in enumerate(ruled) if each is None or not each.is_tied]
    if extractor is not None:
        marked = marks(question, [(judged[place][0], words[place]) for place in unsure], extractor)
        for place, mark in zip(unsure, marked, strict=True):
            if mark is not None:
                ruled[place] = _marked(judged[place], words[place], mark)
    return ruled


def _marked(judged: Judged, words: Parsed, mark: Mark) -> Possible:
    candidate, signs = judged
    return Possible(candidate, replace(signs, marked=mark.lead), words, mark.value, is_tied=False)


def possible(question: Question, judged: Judged, words: Parsed) -> Possible | None:
    """Return what a candidate may answer, None for nothing of the kind asked for."""
    candidate, signs = judged
    tied = value(question, candidate, words)
    found = value(question, candidate, words, loose=True) if tied is None else tied
    if found is None:
        return None
    signs = replace(signs, value=float(tied is not None), loose=float(tied is None))
    return Possible(candidate, signs, words, found, tied is not None)


def _read(question: Question, possible: Sequence[Possible], reader: Reader) -> list[Possible]:
    """Add what the reader makes of each."""
    judged = read(question, [(each.candidate, each.signs) for each in possible], reader)
    return [replace(each, signs=signs) for each, (_, signs) in zip(possible, judged, strict=True)]


def _claim(question: Question, possible: Possible, weigh: Regression) -> Claim:
    """Return what a candidate claims."""
    candidate, signs = possible.candidate, possible.signs
    firm = possible.is_tied and _is_tied(question, possible.value, signs)
    day, is_dated = speaks_of(candidate, possible.words.content)
    chance, passing = weigh.probability(signs), question.passing
    return Claim(candidate, possible.value, chance, day, is_dated, firm, passing, signs.reader)


def _is_tied(question: Question, answer: Value, signs: Evidence) -> bool:
    """Tell whether an answer is tied to what is asked: a free one by its words, a name by being given."""
    if question.kind is Kind.OTHER:
        heard = question.speaker is not None and not signs.narration
        return signs.terms >= (_BY_SPEAKER if heard else _SPOKEN_OF)
    return not isinstance(answer, Designation) or answer.is_given


def most_promising(judged: Sequence[Judged]) -> list[Judged]:
    """Return the candidates worth a close look, best first."""
    first = load_answerability().unread
    chances = [first.at_best(signs) for _, signs in judged]
    bar = max(LEAST, NEAR * max(chances, default=0.0))
    order = sorted(range(len(judged)), key=lambda place: -chances[place])
    return [judged[place] for place in order[:SHORTLIST] if chances[place] >= bar]


def _likely(model: Answerability, answering: Sequence[Claim]) -> list[Claim]:
    """Keep the claims near the likeliest; none where that one is not likely enough."""
    best = max((claim.relevance for claim in answering), default=0.0)
    kept = [claim for claim in answering if claim.relevance >= best * model.share]
    bar = model.bar if any(claim.is_firm for claim in kept) else model.alone
    return kept if best >= bar else []


def tied_first(question: Question, kept: Sequence[Claim]) -> list[Claim]:
    """Leave out what nothing ties to the question, where others are, unless it all but surely answers.

    That is told by all the signs, or by the reader alone.

    Amounts and the like stay too where they bear out what a tied one says; of yes and no, all do.
    """
    firm = [claim for claim in kept if claim.is_firm]
    if not firm or question.kind is Kind.WHETHER:
        return list(kept)
    borne_out = () if question.kind in _ONE_OF_MANY else firm
    return [
        each
        for each in kept
        if each.is_firm
        or each.relevance >= _CERTAIN
        or each.read >= _READ_SURELY
        or any(difference(each, other) is None for other in borne_out)
    ]


def _distinct(ordered: Sequence[Claim]) -> list[Claim]:
    """Keep one claim for each source and place, and no narration of what a source there says."""
    kept: list[Claim] = []
    for claim in sorted(ordered, key=lambda claim: claim.candidate.statement.form is Form.NARRATION):
        if not any(_repeats(claim, other) for other in kept):
            kept.append(claim)
    return sorted(kept, key=lambda claim: -claim.relevance)


def _repeats(claim: Claim, other: Claim) -> bool:
    if claim.candidate.article.id != other.candidate.article.id:
        return False
    here, there = claim.candidate.statement, other.candidate.statement
    start, end = here.spans.quote
    overlap = min(end, there.spans.quote[1]) > max(start, there.spans.quote[0])
    if here.source.name == there.source.name:
        return overlap and here.stance is there.stance
    return here.form is Form.NARRATION and there.form is not Form.NARRATION and claim.value == other.value


def denials(found: Sequence[Candidate], answering: Sequence[Claim], question: Question) -> list[Candidate]:
    """Return denials that belong to claims: by the same source, in the same passage, of the same names."""
    chosen = {(c.candidate.statement.source.name, c.candidate.hit.passage.id) for c in answering}
    used = {claim.candidate.statement.id for claim in answering}
    return [
        candidate
        for candidate in found
        if candidate.statement.stance is Stance.DENIES
        and candidate.statement.id not in used
        and (candidate.statement.source.name, candidate.hit.passage.id) in chosen
        and any(name in candidate.own_words for name in question.names)
    ]
