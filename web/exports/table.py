"""An answer as a CSV file: a row for each statement."""

import csv
from collections.abc import Iterator
from io import StringIO

from assistant.answer import Answer, Citation
from assistant.rendering.escaping import plain
from assistant.rendering.wording import VERDICTS
from web.report import link

COLUMNS = (
    "question",
    "verdict",
    "position",
    "holds",
    "citation",
    "source",
    "role",
    "organisation",
    "stance",
    "said_on",
    "via",
    "quote",
    "outlet",
    "title",
    "published",
    "link",
)
_FORMULA = ("=", "+", "-", "@")


def table(answer: Answer, site: str) -> bytes:
    """Return the statements with their sources, in UTF-8 with the mark that spreadsheets look for.

    The last column leads to the words on `site`, which ends with a slash.
    """
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in _rows(answer, site):
        writer.writerow(_cell(str(value or "")) for value in row)
    return file.getvalue().encode("utf-8-sig")


def _rows(answer: Answer, site: str) -> Iterator[tuple[object, ...]]:
    asked = (answer.question, VERDICTS[answer.verdict])
    for number, position in enumerate(answer.positions, 1):
        for citation in position.citations:
            yield (*asked, number, position.label, *_statement(citation), link(citation, site))
    if not answer.positions:
        yield asked


def _statement(citation: Citation) -> tuple[object, ...]:
    statement, article = citation.statement, citation.article
    source = statement.source
    who = (citation.marker, source.name, source.role, source.organisation)
    said = (statement.stance.value, statement.said_on, "; ".join(statement.via), citation.quote)
    return (*who, *said, article.outlet, article.title, article.published)


def _cell(text: str) -> str:
    """Return the text as it is shown; an apostrophe keeps a spreadsheet from computing it."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
