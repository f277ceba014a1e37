"""Feedback that readers of the web chat gave, turned into drafts."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from assistant.feedback import KeptFeedback
from corpus.errors import SaysWhoError
from eval.cases import Case
from eval.draft import draft


def drafts(given: Collection[KeptFeedback], taken: Collection[str]) -> Iterator[Case | SaysWhoError]:
    """Yield a draft for each word of feedback that has none among `taken`, or why there is none."""
    for each in given:
        mark = f"-feedback-{each.id}"
        if any(name.endswith(mark) for name in taken):
            continue
        try:
            made = draft(each.answer, (), _notes(each))
            yield replace(made, id=f"{made.id}{mark}")
        except SaysWhoError as error:
            yield SaysWhoError(f"feedback {each.id}: {error}")


def _notes(each: KeptFeedback) -> str:
    comment = " ".join(each.comment.split())
    return f"A reader said on {each.given_at}: {each.kind.value}{f' ({comment})' if comment else ''}."
