"""Designations: what something is called, or which of several it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from assistant.answer import Cause, Relation
from assistant.names import mentions, mentions_any
from assistant.question import Question
from assistant.values.agents import Agent
from assistant.values.comparison import Difference
from assistant.vocabulary import family, group
from corpus.attribution.tree import children
from corpus.resolution.vocabulary import singular

_AUXILIARIES = r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|of|in)"
_NAMING = re.compile(
    r"^[\w ]{0,30}?\b(?:what|which)\b.*\b(?:names?|nicknames?|called|named|known as|dubbed|titles?|call)\b",
    re.I,
)
_WHICH = re.compile(rf"\b(?:which|what) (?!{_AUXILIARIES}\b)([\w' ’-]+?) {_AUXILIARIES}\b", re.IGNORECASE)
_NOT_NAMES = ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY")
_NAMED_BY = ("oprd", "attr", "dobj", "pobj", "appos", "ccomp", "xcomp")


@dataclass(frozen=True, slots=True)
class Designation:
    """A name or a description; it `is_given` where the text says that this is the one asked for."""

    label: str
    is_given: bool

    def differs(self, other: "Designation") -> Difference | None:
        """Names that are given differ where they have no word in common, in any spelling."""
        alike = any(mentions(other.label, word) for word in re.findall(r"\w{3,}", self.label))
        apart = self.is_given and other.is_given and not alike
        return Difference(Relation.CONTRADICTS, Cause.OTHER) if apart else None


def designation(doc: Doc, question: Question) -> Designation | None:
    """Return the name that a text gives for what is asked, or how it describes the one picked.

    What a verb of calling gives leads, then a name beside the noun picked from ("which website"), then
    a phrase with that noun, which only describes it.
    """
    given = next(_called(doc, question), None)
    noun = picked(question.text)
    given = given or next(_beside(doc, noun, question), None)
    if given is not None:
        return Designation(given, is_given=True)
    found = next(_described(doc, noun), None)
    return Designation(found, is_given=False) if found else None


def is_naming(question: str) -> bool:
    """Tell whether a question asks for a name and nothing less: "What was the ship called?"."""
    return _NAMING.search(question) is not None


def picked(question: str) -> str:
    """Return the noun for what is picked from, in the singular: "website" in "Which website was …"."""
    found = _WHICH.search(question)
    return "" if found is None or is_naming(question) else singular(found.group(1).split()[-1].lower())


def _called(doc: Doc, question: Question) -> Iterator[str]:
    """Yield what verbs of calling give: "named Orla", 'dubbed it a "sinkhole"'."""
    for verb in doc:
        if verb.lemma_.lower() not in group("names", "calling"):
            continue
        after = doc[verb.i + 1 : verb.i + 12]
        quoted = re.search(r"[\"“‘]([^\"“”’]{2,40}?)[,.]?[\"”’]", after.text)
        named = [name for name in _names(doc, question) if name.start > verb.i and _depends(name.root, verb)]
        if quoted is not None:
            yield quoted.group(1)
        elif named:
            yield named[0].text
        else:
            yield from (
                _phrase(noun) for to in children(verb, "prep") if to.lower_ == "as" for noun in to.children
            )


def _phrase(noun: Token) -> str:
    """Return a noun with what stands before it, less its article: "black hole"."""
    start = noun.left_edge.i + (noun.left_edge.dep_ == "det")
    return noun.doc[start : noun.i + 1].text


def _depends(noun: Token, verb: Token) -> bool:
    return noun.dep_ in _NAMED_BY and verb in list(noun.ancestors)[:2]


def _beside(doc: Doc, noun: str, question: Question) -> Iterator[str]:
    """Yield names that stand beside the noun picked from: "the Daily Gull website", "the liner Ostra"."""
    for name in _names(doc, question) if noun else ():
        root = name.root
        near = [root.head, *children(root, "appos", "compound", "attr")]
        is_one = (
            any(_is_one_of(part, noun) for part in children(root, "compound"))
            or root.dep_ in ("compound", "appos", "nmod")
            or any(part.dep_ == "appos" for part in near[1:])
        )
        copula = [
            part for part in children(root.head, "attr") if root.head.lemma_ == "be" and root.dep_ == "nsubj"
        ]
        if any(_is_one_of(part, noun) for part in (*near, *copula)) and (is_one or copula):
            yield name.text


def named_beside(doc: Doc, noun: str, question: Question) -> Agent | None:
    """Return the one whose name stands beside a noun: "the Daily Gull website"; None for none."""
    name = next(_beside(doc, noun, question), None)
    words = frozenset(name.lower().split()) if name else frozenset()
    return Agent(name, words, words) if name else None


def _described(doc: Doc, noun: str) -> Iterator[str]:
    for token in doc:
        if (
            noun
            and _is_one_of(token, noun)
            and any(part.dep_ in ("amod", "compound", "nmod") for part in token.children)
        ):
            yield doc[token.left_edge.i : token.i + 1].text


def _is_one_of(token: Token, noun: str) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in family(noun)


def _names(doc: Doc, question: Question) -> list[Span]:
    """Return the runs of proper nouns that the question does not name."""
    spans, start = list[Span](), None
    for token in [*doc, None]:
        proper = token is not None and token.pos_ == "PROPN" and token.ent_type_ not in _NOT_NAMES
        if proper and start is None:
            start = token.i if token is not None else None
        elif not proper and start is not None:
            spans.append(doc[start : token.i if token is not None else len(doc)])
            start = None
    known = " ".join(question.names).split()
    return [span for span in spans if not any(mentions_any(word, known) for word in span.text.split())]
