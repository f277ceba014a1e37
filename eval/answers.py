"""Gathering answers: each is written as it comes, and what is done is kept when a run is stopped."""

import json
from collections.abc import Iterable
from typing import TextIO

from assistant.rendering import as_json
from eval.outcome import Outcome


def collect(outcomes: Iterable[Outcome], file: TextIO | None) -> list[Outcome]:
    """Gather the outcomes, writing each one's answer as a line; Ctrl-C ends the gathering."""
    done = []
    try:
        for outcome in outcomes:
            done.append(outcome)
            if file:
                file.write(json.dumps(_line(outcome), ensure_ascii=False) + "\n")
                file.flush()
    except KeyboardInterrupt:
        pass  # the caller sees that cases are missing
    return done


def _line(outcome: Outcome) -> dict[str, object]:
    """Return the answer with the id of its case; a case that failed has its error instead."""
    if outcome.answer:
        return {"case": outcome.case.id, **as_json(outcome.answer)}
    return {"case": outcome.case.id, "question": outcome.case.question, "error": outcome.error}
