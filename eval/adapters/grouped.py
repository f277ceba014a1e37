"""Cases for grouping: texts that answer one question, and which of them give the same answer."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Verdict
from corpus.statement import Stance
from eval.cases import Case, GoldPosition, GoldStatement


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells: its answer, and the group of those that tell the same."""

    article: str
    text: str
    answer: str
    group: str


def grouped_case(case_id: str, question: str, told: Sequence[Told]) -> Case:
    """Return a case with a position for each group.

    Groups conflict; one group of several agrees. A statement is where its text holds the answer, or
    the whole text where it does not.
    """
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for each in told:
        groups[each.group].append(each)
    positions = tuple(
        GoldPosition(held[0].answer, tuple(_gold(each) for each in held)) for held in groups.values()
    )
    return Case(case_id, question, _verdict(len(groups), len(told)), positions)


def _verdict(groups: int, told: int) -> Verdict:
    if groups > 1:
        return Verdict.CONFLICT
    if told > 1:
        return Verdict.AGREE
    return Verdict.SINGLE if told else Verdict.NONE


def _gold(each: Told) -> GoldStatement:
    found = each.text.casefold().find(each.answer.casefold()) if each.answer else -1
    start, end = (0, len(each.text)) if found < 0 else (found, found + len(each.answer))
    return GoldStatement(each.article, Stance.ASSERTS, each.article, start=start, end=end)
