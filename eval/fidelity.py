"""Fidelity: whether quotes stand in the stored reports, character for character."""

from collections.abc import Sequence

from assistant.answer import Citation
from eval.bootstrap import Figure, share
from eval.library import Library
from eval.outcome import Outcome


def fidelity(outcomes: Sequence[Outcome], library: Library) -> dict[str, Figure]:
    """Return how many quotes equal their article's `text[start:end]`; under 1 is a bug."""
    units = [
        (sum(_is_verbatim(citation, library) for citation in outcome.citations), len(outcome.citations))
        for outcome in outcomes
    ]
    return {"quote_fidelity": share(units)}


def _is_verbatim(citation: Citation, library: Library) -> bool:
    article = library.article(citation.article.id)
    return article is not None and article.text[citation.start : citation.end] == citation.quote
