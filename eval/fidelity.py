"""Fidelity: whether quotes stand in the stored reports, character for character."""

from assistant.answer import Citation
from eval.library import Library
from eval.outcome import Outcome


def fidelity(outcome: Outcome, library: Library) -> dict[str, tuple[int, int]]:
    """Return how many quotes equal their article's `text[start:end]`, of all; fewer is a bug."""
    verbatim = sum(_is_verbatim(citation, library) for citation in outcome.citations)
    return {"quote_fidelity": (verbatim, len(outcome.citations))}


def _is_verbatim(citation: Citation, library: Library) -> bool:
    article = library.article(citation.article.id)
    return article is not None and article.text[citation.start : citation.end] == citation.quote
