"""Claims read from a few sentences: every statement that answers, with the real parser."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from assistant.candidate import Candidate
from assistant.claim import Claim, value
from assistant.origin import origin
from assistant.parsed import Parsed
from assistant.question import read_question
from assistant.timeline import speaks_of
from corpus.analysis import Analyst
from corpus.article import Article
from corpus.parsing import SpacyParser
from corpus.resolution.identity import Aliases
from index.hit import Hit

_PARSER = SpacyParser()


def made_claims(
    question: str, texts: Sequence[str], *, loose: bool = False, days: Sequence[date] = ()
) -> list[Claim]:
    """Return the claims of texts, each a report of an outlet of its own, on a question.

    With `loose`, nothing has to tie them to the words of the question; `days` are those of the reports.
    """
    asked = read_question(question, _PARSER)
    articles = [
        Article(f"report-{place}", "", text, outlet=f"Herald {place}", published=day)
        for place, (text, day) in enumerate(zip_longest(texts, days))
    ]
    candidates = [
        Candidate(statement, report.article, Hit(passage, 1.0, 1), origin(statement.source, Aliases()))
        for report in Analyst(_PARSER).reports(articles)
        for passage in report.passages
        for statement in report.statements
        if statement.passage_id == passage.id
    ]
    docs = _PARSER.parse(candidate.hit.passage.text for candidate in candidates)
    read = [Parsed(candidate, doc) for candidate, doc in zip(candidates, docs, strict=True)]
    return [
        Claim(candidate, answer, 1.0, *speaks_of(candidate, words.content), is_firm=not loose)
        for candidate, words in zip(candidates, read, strict=True)
        if (answer := value(asked, candidate, words, loose=loose)) is not None
    ]
