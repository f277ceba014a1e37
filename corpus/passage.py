"""The passage: the paragraph that is embedded, retrieved and linked to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or a run of sentences of a paragraph too long for the encoder.

    `text` equals `article.text[start:end]`; `order` counts the article's passages from 0.
    """

    id: str
    article_id: str
    order: int
    start: int
    end: int
    text: str


def passage_id(article_id: str, order: int) -> str:
    """Return the id of an article's passage: the article's id, `#p` and the passage's order."""
    return f"{article_id}#p{order}"
