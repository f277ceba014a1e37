"""Validation: everything that is wrong with a set of cases, over the index that it is about."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter
from rapidfuzz.fuzz import partial_ratio_alignment

from assistant.answer import Verdict
from corpus.errors import SaysWhoError
from eval.cases import Case, GoldStatement
from eval.draft import DRAFT
from eval.gold import locate
from eval.jsonl import lines, parse
from eval.library import Library

_CASE = TypeAdapter(Case)
_LIKE = 80
"""How alike, of 100, the words of an article must be to a quote to be shown as what it may have meant."""


def problems(path: Path, library: Library) -> Iterator[str]:
    """Yield a line for each thing that is wrong, with the line of the file and the case.

    A line that is no case, an unknown label, an id given twice; a verdict that does not fit the
    positions; an article that the index does not hold; a quote that does not stand in it word for
    word; a draft that nobody has checked. Raises SaysWhoError when the file cannot be read.
    """
    first: dict[str, int] = {}
    for number, text in lines(path):
        where = f"line {number}"
        try:
            case = parse(_CASE, text, where)
        except SaysWhoError as error:
            yield str(error)
            continue
        where = f"{where}, {case.id}"
        if first.setdefault(case.id, number) != number:
            yield f"{where}: the id is already on line {first[case.id]}"
        yield from (f"{where}: {problem}" for problem in _of_case(case, library))
    if not first:
        yield f"{path}: holds no case; write one JSON object a line"


def _of_case(case: Case, library: Library) -> Iterator[str]:
    if DRAFT in case.tags:
        yield f"is a draft; check it and take away the tag '{DRAFT}'"
    positions = len(case.positions)
    if (case.verdict is Verdict.NONE) != (positions == 0):
        yield f"the verdict '{case.verdict}' does not go with {positions} positions"
    if case.verdict in (Verdict.CONFLICT, Verdict.CHANGED) and positions == 1:
        yield f"the verdict '{case.verdict}' needs two positions"
    for gold in locate(case, library):
        if not gold.spans:
            yield _unfound(gold.statement, library)


def _unfound(statement: GoldStatement, library: Library) -> str:
    article = library.article(statement.article)
    if article is None:
        return f"article '{statement.article}' is not in the index"
    if statement.quote is None:
        return f"{statement.start}–{statement.end} is beyond the end of article '{statement.article}'"
    found = partial_ratio_alignment(statement.quote, article.text, score_cutoff=_LIKE)
    meant = f"; it has “{article.text[found.dest_start : found.dest_end]}”" if found else ""
    told = f"“{statement.quote}” does not stand word for word in article '{statement.article}'{meant}"
    return " ".join(told.split())
