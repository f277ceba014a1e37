"""Reports made without parsing: each paragraph a passage."""

from collections.abc import Iterator, Sequence

from corpus.article import Article
from corpus.passage import Passage, passage_id
from corpus.report import Report


def bare_reports(texts: Sequence[str], each: int = 8, first: int = 0) -> Iterator[Report]:
    """Yield reports of `each` paragraphs, numbered from `first`, with passages and no statements."""
    for number, start in enumerate(range(0, len(texts), each), start=first):
        name, text, passages = f"report-{number}", "", list[Passage]()
        for order, paragraph in enumerate(texts[start : start + each]):
            text += "\n\n" * bool(text)
            begin, text = len(text), text + paragraph
            passages.append(Passage(passage_id(name, order), name, order, begin, len(text), paragraph))
        yield Report(Article(name, f"Report {number}", text, outlet="Benchmark"), tuple(passages), ())
