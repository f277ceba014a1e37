"""Running a set of cases over an index, case by case into a journal."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from eval.bars import Bar, check_names
from eval.cases import Case
from eval.figures import MEASURES
from eval.gold import check
from eval.grade import grade
from eval.journal import Journal
from eval.library import Library
from eval.outcome import Outcome
from eval.progress import progress
from eval.provenance import Provenance
from eval.record import record
from eval.retrieval import Ranks
from eval.run import Asked, run


def evaluate(
    cases: Sequence[Case],
    assistant: Asked,
    library: Library,
    journal: Journal,
    provenance: Provenance,
    jobs: int = 1,
    rivals_of: Callable[[Outcome], Mapping[str, Ranks]] = lambda _: {},
) -> bool:
    """Ask every question the journal has no record of; return whether all were asked.

    Each case is kept as soon as it is answered; `rivals_of` gives what other ways to search find for
    it. Ctrl-C ends the asking. Raises SaysWhoError, before anything is asked, when the index holds
    none of the articles quoted or the journal is of another run.
    """
    check(cases, library)
    with journal.writing(provenance) as done:
        left = [case for case in cases if case.id not in done]
        outcomes = run(left, assistant, library, jobs)
        try:
            for outcome in progress(outcomes, "asking", len(cases), done=len(done)):
                graded = grade(outcome, library, rivals_of(outcome))
                journal.append(record(outcome, graded, library))
        except KeyboardInterrupt:
            return False
    return True


def check_bars(bars: Iterable[Bar]) -> None:
    """Raise SaysWhoError, listing the names, when a bar is for a figure that there is not."""
    check_names([bar.name for bar in bars], [measure.name for measure in MEASURES])
