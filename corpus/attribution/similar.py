"""Reports of the same: "the radio carried a similar report", "the ministry gave the same figure"."""

from spacy.tokens import Token

from corpus.attribution.mentions import mention
from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import subject
from corpus.attribution.tree import children, governed, verb_group
from corpus.statement import Stance

_SAME = ("similar", "same", "identical")
_REPORTS = ("report", "account", "claim", "statement", "version", "figure", "toll", "number", "assessment")
_CARRYING = (
    "carry",
    "give",
    "issue",
    "publish",
    "make",
    "offer",
    "run",
    "release",
    "provide",
    "report",
    "put",
)


def similar(paragraph: Paragraph, noun: Token) -> Relation | None:
    """Return the relation of a source that says the same as the one before it, which it confirms."""
    verb = noun.head
    if noun.lemma_ not in _REPORTS or noun.dep_ != "dobj" or verb.lemma_ not in _CARRYING:
        return None
    head = subject(verb)
    if head is None or not any(word.lower_ in _SAME for word in children(noun, "amod")):
        return None
    return Relation(
        paragraph,
        "similar",
        tuple(verb_group(verb)),
        tuple(governed(noun)),
        mention(head, verb),
        head,
        stance=Stance.CONFIRMS,
        confidence=0.8,
    )
