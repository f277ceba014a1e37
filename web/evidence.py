"""The evidence of an answer: the passages it cites, in their context, and those only retrieved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer import Answer, Citation
from assistant.rendering.wording import excerpt
from corpus.article import Article
from corpus.passage import Passage
from corpus.statement import Span
from index.hit import Hit
from index.index import Index
from web.report import address


@dataclass(frozen=True, slots=True)
class Words:
    """A run of a passage's text that is cited, or is not."""

    text: str
    is_cited: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage; `markers` number the citations that rest on it: there are none where it is only retrieved.

    `before` and `after` are the paragraphs around a cited one, empty at the ends of the report.
    """

    article: Article
    words: tuple[Words, ...]
    address: str
    markers: tuple[int, ...] = ()
    before: str = ""
    after: str = ""


def cited_evidence(answer: Answer, index: Index) -> list[Evidence]:
    """Return the passages that an answer cites, in the order of their first citation."""
    by_passage: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        by_passage.setdefault(citation.statement.passage_id, []).append(citation)
    found = (_cited(passage_id, group, index) for passage_id, group in by_passage.items())
    return [evidence for evidence in found if evidence is not None]


def retrieved_evidence(answer: Answer, index: Index) -> list[Evidence]:
    """Return the passages that were found for a question and are not cited, best first."""
    used = {citation.statement.passage_id for citation in answer.citations}
    found = (_retrieved(hit, index) for hit in answer.passages if hit.passage.id not in used)
    return [evidence for evidence in found if evidence is not None]


def _cited(passage_id: str, citations: Sequence[Citation], index: Index) -> Evidence | None:
    """Return the passage with its neighbours, None where it has been removed since."""
    article = citations[0].article
    passages = index.passages(article.id)
    place = next((place for place, passage in enumerate(passages) if passage.id == passage_id), None)
    if place is None:
        return None
    spans = [(citation.start, citation.end) for citation in citations]
    return Evidence(
        article,
        tuple(_words(passages[place], spans)),
        f"{address(article.id, base='')}?cite={spans[0][0]}-{spans[0][1]}#p{passages[place].order}",
        tuple(citation.marker for citation in citations),
        passages[place - 1].text if place else "",
        passages[place + 1].text if place + 1 < len(passages) else "",
    )


def _retrieved(hit: Hit, index: Index) -> Evidence | None:
    article = index.article(hit.passage.article_id)
    if article is None:
        return None
    at = f"{address(article.id, base='')}#p{hit.passage.order}"
    return Evidence(article, (Words(excerpt(hit), is_cited=False),), at)


def _words(passage: Passage, spans: Sequence[Span]) -> Iterator[Words]:
    """Cut a passage where a cited span begins or ends."""
    inside = {bound for span in spans for bound in span if passage.start < bound < passage.end}
    for start, end in pairwise(sorted({passage.start, passage.end, *inside})):
        text = passage.text[start - passage.start : end - passage.start]
        yield Words(text, any(span[0] <= start and end <= span[1] for span in spans))
