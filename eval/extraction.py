"""Running the extractor over annotated articles, from files to figures."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import spacy
from spacy.tokens import Doc

from eval.attribution import Document, Relation, extract
from eval.output import opened
from eval.progress import progress
from eval.relations import Tally, tally


def tallies(documents: Sequence[Document], predictions: Path | None) -> list[Tally]:
    """Extract from every document and count against its annotation.

    What is extracted goes into the file `predictions`, one article a line: `id` and
    `attributions`, each with the spans of `source`, `cue` and `content`.
    Raises SaysWhoError when that file cannot be written.
    """
    counted = []
    with opened(predictions) as file:
        for document, found in _extracted(documents):
            counted.append(tally(document.text, document.relations, found))
            if file:
                file.write(_line(document, found) + "\n")
    return counted


def narrations(documents: Sequence[Document]) -> list[Tally]:
    """Count the baseline that takes every sentence for a statement of the outlet's own."""
    cut = spacy.blank("en")
    cut.add_pipe("sentencizer")
    return [tally(each.text, each.relations, _sentences(cut(each.text))) for each in documents]


def _sentences(text: Doc) -> list[Relation]:
    spans = [(sentence.start_char, sentence.end_char) for sentence in text.sents]
    return [Relation(source=(), cue=(), content=(span,)) for span in spans]


def _extracted(documents: Sequence[Document]) -> Iterator[tuple[Document, tuple[Relation, ...]]]:
    found = zip(documents, extract(documents), strict=True)
    yield from progress(found, "reading", len(documents))


def _line(document: Document, found: Sequence[Relation]) -> str:
    return json.dumps({"id": document.id, "attributions": [asdict(relation) for relation in found]})
