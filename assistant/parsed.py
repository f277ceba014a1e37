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
    """The parse of a candidate's passage, cut to what is read of it."""

    def __init__(self, candidate: Candidate, passage: Doc) -> None:
        self._candidate, self._passage = candidate, passage

    @cached_property
    def content(self) -> Doc:
        """Return the words of the content alone; what runs over into the next passage is left out."""
        return self._cut(self._candidate.statement.spans.content)

    @cached_property
    def quote(self) -> Doc:
        """Return the sentences that the statement stands in, as far as they stand in its passage."""
        return self._cut([self._candidate.statement.spans.quote])

    def _cut(self, spans: Sequence[Span]) -> Doc:
        offset = self._candidate.hit.passage.start
        return cut(self._passage, [(start - offset, end - offset) for start, end in spans])


def parsed(found: Sequence[Candidate], index: Index, parser: Parser) -> list[Parsed]:
    """Return what the parser made of each candidate when it was added; passages kept without are parsed."""
    passages = {each.hit.passage.id: each.hit.passage.text for each in found}
    kept = {name: unpack(packed) for name, packed in index.parses(list(passages)).items()}
    docs = {name: doc for name, doc in kept.items() if doc is not None}
    missing = [name for name in passages if name not in docs]
    docs |= zip(missing, parser.parse(passages[name] for name in missing), strict=True)
    return [Parsed(each, docs[each.hit.passage.id]) for each in found]
