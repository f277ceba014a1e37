"""Latency: how long answers took."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from eval.bootstrap import Figure, estimate
from eval.outcome import Outcome

_PERCENTILES = (50, 95)


def latency(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return the 50th and 95th percentile of wall time in milliseconds over answered cases."""
    taken = [outcome.milliseconds for outcome in outcomes if outcome.answer]
    return {
        f"latency_p{percentile}_ms": estimate(taken, partial(_percentile, percentile), len(taken))
        for percentile in _PERCENTILES
    }


def _percentile(percentile: int, values: Sequence[float]) -> float:
    return float(np.percentile(values, percentile))
