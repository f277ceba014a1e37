"""The words an answer is put in, whatever the screen. Nothing here is escaped."""

from datetime import date
from textwrap import shorten

from assistant.answer import Answer, Citation, Conflict, Verdict
from corpus.source import Source
from corpus.statement import Stance
from index.hit import Hit

NEAREST = 3
"""Passages shown when the reports do not answer the question."""
_PASSAGE_CHARACTERS = 300

VERDICTS = {
    Verdict.CONFLICT: "Sources conflict",
    Verdict.AGREE: "Sources agree",
    Verdict.CHANGED: "Changed over time",
    Verdict.SINGLE: "One source",
    Verdict.NONE: "Not in these reports",
}
STANCES = {
    Stance.ASSERTS: "says",
    Stance.DENIES: "denies",
    Stance.CONFIRMS: "confirms",
    Stance.UNVERIFIED: "says, unverified",
}


def speaker(source: Source) -> str:
    """Return the source's role and organisation after its name, where they are known and not said in it."""
    said = source.name
    for part in (source.role, source.organisation):
        said += f", {part}" if part and part not in said else ""
    return said


def deed(citation: Citation) -> str:
    """Return what the source does, and when: `denies (8 Nov 2016)`."""
    said_on = citation.statement.said_on
    return STANCES[citation.statement.stance] + (f" ({day(said_on)})" if said_on else "")


def origin(citation: Citation) -> str:
    """Return where the quote stands: relay, outlet, title and date, as far as they are known."""
    article = citation.article
    parts = [f"via {', '.join(citation.statement.via)}"] if citation.statement.via else []
    parts += [part for part in (article.outlet, article.title) if part]
    parts += [day(article.published)] if article.published else []
    return ", ".join(parts)


def difference(conflict: Conflict) -> str:
    """Return which positions differ, in what and why: `1 and 2 (denial): …`."""
    first, second = (number + 1 for number in conflict.positions)
    return f"{first} and {second} ({conflict.cause.value}, {conflict.relation.value}): {conflict.why}"


def nearest(answer: Answer) -> tuple[Hit, ...]:
    """Return the passages to show in place of positions: none unless the verdict is `none`."""
    return answer.passages[:NEAREST] if answer.verdict is Verdict.NONE else ()


def excerpt(hit: Hit) -> str:
    """Return the passage's text on one line, cut at a word when it is long."""
    return shorten(hit.passage.text, _PASSAGE_CHARACTERS, placeholder=" …")


def day(value: date) -> str:
    """Return a date as a reader writes it: `8 Nov 2016`."""
    return f"{value.day} {value:%b %Y}"
