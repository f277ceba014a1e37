"""What the parser made of the words of candidates."""

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc

from assistant.candidate import Candidate
from corpus.parse import cut, unpack
from corpus.parsing import Parser
from corpus.statement import Span
from index.index import Index


class Parsed:
    """The parse of the text around a statement, cut to what is read of it."""

    def __init__(self, candidate: Candidate, doc: Doc, start: int | None = None) -> None:
        """Take the parse of the candidate's passage, or of what stands from `start` on in its article."""
        self._candidate, self._doc = candidate, doc
        self._start = candidate.hit.passage.start if start is None else start

    @cached_property
    def content(self) -> Doc:
        """Return the words of the content alone."""
        return self._cut(self._candidate.statement.spans.content)

    @cached_property
    def quote(self) -> Doc:
        """Return the sentences that the statement stands in, as far as they are parsed."""
        return self._cut([self._candidate.statement.spans.quote])

    def _cut(self, spans: Sequence[Span]) -> Doc:
        return cut(self._doc, [(start - self._start, end - self._start) for start, end in spans])


def parsed(found: Sequence[Candidate], index: Index, parser: Parser) -> list[Parsed]:
    """Return what the parser made of each candidate when it was added.

    What was kept without is parsed, as is a statement that runs over into the next passage.
    """
    passages = {each.hit.passage.id: each.hit.passage.text for each in found}
    kept = {name: unpack(packed) for name, packed in index.parses(passages).items()}
    docs = {name: doc for name, doc in kept.items() if doc is not None}
    missing = [name for name in passages if name not in docs]
    docs |= zip(missing, parser.parse(passages[name] for name in missing), strict=True)
    long = [each for each in found if _runs_over(each)]
    whole = dict(zip((each.statement.id for each in long), parser.parse(map(_text, long)), strict=True))
    return [
        Parsed(each, whole[each.statement.id], _span(each)[0])
        if each.statement.id in whole
        else Parsed(each, docs[each.hit.passage.id])
        for each in found
    ]


def _runs_over(candidate: Candidate) -> bool:
    start, end = _span(candidate)
    return start < candidate.hit.passage.start or end > candidate.hit.passage.end


def _span(candidate: Candidate) -> Span:
    """Return where the words of a statement begin and end, the sentences that hold them included."""
    spans = [candidate.statement.spans.quote, *candidate.statement.spans.content]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _text(candidate: Candidate) -> str:
    start, end = _span(candidate)
    return candidate.article.text[start:end]
