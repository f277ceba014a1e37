"""An answer as the chat shows it: a piece of HTML that grows as it streams in."""

from collections.abc import Iterator

from assistant.answer import Answer, Verdict
from assistant.rendering.wording import NEAREST, VERDICTS
from index.index import Index
from web.asked import Asked
from web.evidence import cited_evidence, retrieved_evidence
from web.markup import fragment
from web.timeline import timeline
from web.voices import voices

NO_REPORTS = "There are no reports yet. Add some with: python -m index add PATH…"
NONE_LEFT = "No report is of these days and outlets. Choose a wider span of days, or all outlets."


def answer_parts(answer: Answer, asked: Asked, index: Index) -> Iterator[str]:
    """Yield the answer as HTML: its verdict and summary, then with a position more each time, then whole."""
    context = {
        "answer": answer,
        "asked": asked,
        "summary": _summary(answer, index),
        "moments": timeline(answer),
        "positions": [(position.label, voices(position, index.aliases)) for position in answer.positions],
        "nearest": () if answer.positions else retrieved_evidence(answer, index)[:NEAREST],
    }
    for shown in range(len(answer.positions) + 1):
        yield fragment("answer.html", shown=shown, **context)


def _summary(answer: Answer, index: Index) -> str:
    """Return the summary without the verdict, or why there is nothing at all to show."""
    if answer.verdict is Verdict.NONE and not answer.passages:
        return NONE_LEFT if index.stats().articles else NO_REPORTS
    return answer.summary.removeprefix(f"{VERDICTS[answer.verdict]}. ")


def evidence_panel(answer: Answer, index: Index) -> str:
    """Return the passages behind an answer as HTML, the cited and the merely retrieved apart."""
    cited, retrieved = cited_evidence(answer, index), retrieved_evidence(answer, index)
    return fragment("evidence.html", cited=cited, retrieved=retrieved)
