"""The collection: documents, questions, and which documents are relevant to which question."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpus.errors import SaysWhoError
from eval.sampling import sample


@dataclass(frozen=True, slots=True)
class Document:
    """One document; an empty line in its text parts paragraphs."""

    id: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """A public set for retrieval: `judgements` give the gain of each relevant document, by question."""

    documents: tuple[Document, ...]
    queries: Mapping[str, str]
    judgements: Mapping[str, Mapping[str, int]]

    def judged(self, limit: int | None, seed: int) -> "Collection":
        """Return this with the questions some document is relevant to, `limit` of them drawn at random.

        Raises SaysWhoError when there are none.
        """
        answered = [query for query in self.queries if self.judgements.get(query)]
        if not answered:
            raise SaysWhoError("the set has no question with a relevant document; is it complete?")
        drawn = sample(answered, limit, seed)
        return replace(
            self,
            queries={query: self.queries[query] for query in drawn},
            judgements={query: self.judgements[query] for query in drawn},
        )
