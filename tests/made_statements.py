"""Statements read from a few sentences, with the real parser."""

from datetime import date

from corpus.analysis import Analyst
from corpus.article import Article
from corpus.report import Report
from corpus.statement import Form, Statement

TUESDAY = date(2019, 4, 16)


def report(text: str, title: str = "", published: date | None = TUESDAY) -> Report:
    """Read one article of a newspaper named The Lantern."""
    article = Article("made", title, text, outlet="The Lantern", published=published)
    return next(iter(Analyst().reports([article])))


def attributed(text: str) -> list[Statement]:
    """Return the statements of a text for which somebody is quoted."""
    return [statement for statement in report(text).statements if statement.form is not Form.NARRATION]


def said(text: str) -> Statement:
    """Return the last statement of a text for which somebody is quoted."""
    return attributed(text)[-1]
