"""All figures of a run, by name."""

from collections.abc import Sequence

from eval.bootstrap import Figure
from eval.fidelity import fidelity
from eval.grouping import grouping
from eval.latency import latency
from eval.library import Library
from eval.outcome import Outcome
from eval.retrieval import retrieval
from eval.stages import stages
from eval.statements import statements
from eval.verdicts import verdicts


def measure(outcomes: Sequence[Outcome], library: Library) -> dict[str, Figure]:
    """Return every figure over the outcomes, in the order they are shown in."""
    return {
        **verdicts(outcomes),
        **statements(outcomes),
        **grouping(outcomes),
        **fidelity(outcomes, library),
        **retrieval(outcomes, library),
        **stages(outcomes, library),
        **latency(outcomes),
    }
