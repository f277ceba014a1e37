"""Stages: how far each gold statement came, so that it is plain which stage to mend."""

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from scipy.optimize import linear_sum_assignment

from eval.gold import Gold
from eval.library import Library
from eval.matching import Match, matches
from eval.outcome import Outcome
from eval.retrieval import covers
from eval.span import half_overlaps


class Stage(IntEnum):
    """The furthest a gold statement came on its way into the answer."""

    MISSED = 0
    RETRIEVED = 1
    EXTRACTED = 2
    ANSWERING = 3
    SOURCED = 4
    GROUPED = 5


STAGES = tuple(f"stage_{stage.name.lower()}" for stage in Stage if stage is not Stage.MISSED)


def stages(reached: Sequence[Stage]) -> dict[str, tuple[int, int]]:
    """Return, for each stage, how many gold statements of a case came as far or further, of all."""
    return {
        f"stage_{stage.name.lower()}": (sum(one >= stage for one in reached), len(reached))
        for stage in Stage
        if stage is not Stage.MISSED
    }


def furthest(outcome: Outcome, library: Library) -> tuple[Stage, ...]:
    """Return the stage each gold statement of the case reached, in order.

    Retrieved: a retrieved passage overlaps its quote. Extracted: besides, the index holds a
    statement there. Answering: the answer cites that place. Sourced: besides, with the right
    source. Grouped: besides, in the position of the answer that stands for its gold position,
    under the one-to-one assignment of positions that serves most statements.
    """
    found = {match.gold: match for match in matches(outcome)}
    assigned = _assignment(list(found.values()))
    return tuple(
        _cited(found[gold], assigned) if gold in found else _uncited(gold, outcome, library)
        for gold in outcome.gold
    )


def _cited(match: Match, assigned: dict[int, int]) -> Stage:
    if not match.right_source:
        return Stage.ANSWERING
    grouped = assigned.get(match.gold.position) == match.position
    return Stage.GROUPED if grouped else Stage.SOURCED


def _uncited(gold: Gold, outcome: Outcome, library: Library) -> Stage:
    if not any(covers(hit.passage, gold) for hit in outcome.passages):
        return Stage.MISSED
    return Stage.EXTRACTED if _is_extracted(gold, library) else Stage.RETRIEVED


def _is_extracted(gold: Gold, library: Library) -> bool:
    passages = [passage.id for passage in library.passages(gold.statement.article)]
    quotes = [statement.spans.quote for statement in library.statements(passages)]
    return any(half_overlaps(quote, span) for quote in quotes for span in gold.spans)


def _assignment(found: Sequence[Match]) -> dict[int, int]:
    """Return for each gold position the position of the answer that stands for it (Kuhn, 1955)."""
    if not found:
        return {}
    size = 1 + max(max(match.gold.position, match.position) for match in found)
    together = np.zeros((size, size))
    for match in found:
        together[match.gold.position, match.position] += 1
    rows, columns = linear_sum_assignment(together, maximize=True)
    return dict(zip(rows.tolist(), columns.tolist(), strict=True))
