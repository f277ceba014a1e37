"""The grade: all that is counted of one case, so that figures need neither index nor answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.answer import Verdict
from eval.fidelity import fidelity
from eval.grouping import pairs
from eval.library import Library
from eval.outcome import ERROR, Outcome
from eval.retrieval import Ranks, ranks
from eval.stages import furthest, stages
from eval.statements import narrated, statements

Share = tuple[int, int]
"""Hits, and of how many."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What one case adds to the figures of a run.

    `shares` holds hits and of how many by the figure's name; `ranks` the retrieval figures, empty
    where the case has no gold; `pairs` (same gold position, same position of the answer) for each
    pair of matched statements; `reached` the stage each gold statement came to; `rivals` the
    retrieval figures of other ways to search, by their names.
    """

    id: str
    type: str
    tags: tuple[str, ...]
    expected: str
    answered: str
    milliseconds: float
    shares: Mapping[str, Share] = field(default_factory=dict)
    ranks: Ranks = field(default_factory=dict)
    pairs: tuple[tuple[bool, bool], ...] = ()
    reached: tuple[str, ...] = ()
    rivals: Mapping[str, Ranks] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Return whether no answer came back."""
        return self.answered == ERROR

    @property
    def is_right(self) -> bool:
        """Return whether the verdict is the gold one."""
        return self.answered == self.expected

    @property
    def is_calm(self) -> bool:
        """Return whether the gold verdict is an answer without a conflict."""
        return self.expected in (Verdict.AGREE, Verdict.CHANGED, Verdict.SINGLE)


def grade(outcome: Outcome, library: Library, rivals: Mapping[str, Ranks] | None = None) -> Grade:
    """Count what came back for one case."""
    reached = furthest(outcome, library)
    return Grade(
        id=outcome.case.id,
        type=outcome.case.type.value,
        tags=outcome.case.tags,
        expected=outcome.case.verdict.value,
        answered=outcome.verdict,
        milliseconds=round(outcome.milliseconds, 2),
        shares={
            **statements(outcome),
            "narrated": narrated(outcome),
            **fidelity(outcome, library),
            **stages(reached),
        },
        ranks=ranks(outcome.gold, [hit.passage for hit in outcome.passages], library),
        pairs=pairs(outcome),
        reached=tuple(stage.name.lower() for stage in reached),
        rivals=rivals or {},
    )
