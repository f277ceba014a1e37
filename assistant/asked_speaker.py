"""The speaker asked for: whose words alone a question is about."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from assistant.naming import name_of, name_runs
from assistant.values.figures import is_person
from corpus.attribution.lexicon import lexicon
from corpus.attribution.subjects import subject
from corpus.attribution.tree import children
from corpus.resolution.vocabulary import is_human

_SPEAKING = ("speech", "denial", "confirmation", "publication", "accusation", "prediction", "cognition")
_DOING = frozenset("find discover learn see hold order offer call name show add continue decide".split())
"""Verbs that may attribute but of which a question asks what was done."""

_REPLYING = ("react", "respond", "reply", "answer")
_GIVING = ("give", "put", "have")
_WISHING = ("want", "ask", "recall")
"""Verbs of which a question asks for words only by a mere "what": "How many jars did the firm recall?"."""

_ASKED = ("what", "which", "how", "whose", "who", "whom")
_PLACES = ("GPE", "LOC", "FAC")
_HELPING = ("do", "have")


def asked_speaker(doc: Doc, turned: Doc) -> str | None:
    """Return the source whose words are asked for: "What toll did the Observatory give?".

    `turned` is the statement that the question turns into. Whether somebody said a thing is a question
    that others may answer too: then there is none.
    """
    heads = (_according(token) or _giver(token) for token in doc)
    found = next((head for head in heads if head is not None), None)
    found = found or _speaking(doc, turned) or _misread(doc)
    if found is None:
        return None
    runs = [run for run in name_runs(found.doc) if found in run or run[0].i == found.i + 1]
    inner = [run for run in name_runs(found.doc) if run[0] in found.subtree]
    introduced = [run for run in inner if _is_introduced(run, found)]
    named = [name_of(run) for run in (*introduced[-1:], *runs)]
    return named[0] if named else " ".join(part.text for part in _phrase(found))


def _is_introduced(name: Sequence[Token], head: Token) -> bool:
    """Tell whether a role leads to a name: "the mayor's aide Ida Horn", "the head of Orlo, Piet Denk"."""
    before = name[0].nbor(-1) if name[0].i else name[0]
    beside = before.text == "," and name[-1].dep_ == "appos" and name[-1].ent_type_ not in _PLACES
    return (beside and head.pos_ == "NOUN") or (before.pos_ == "NOUN" and is_human(before.lemma_.lower()))


def _speaking(doc: Doc, turned: Doc) -> Token | None:
    """Return the subject of a statement whose main verb is one of speech, of reply or of reaction.

    The question must ask for what is said, "How did the minister react?", not who said it, or whether.
    """
    asks = doc[0].lower_ in ("what", "how", "why", "when", "where") and turned is not doc
    root = next(token for token in turned if token.dep_ == "ROOT")
    replies = root.lemma_.lower() in _REPLYING
    head = subject(root) if asks and (replies or _speaks(root)) else None
    return head if head is not None and head.pos_ in ("PROPN", "NOUN") else None


def _misread(doc: Doc) -> Token | None:
    """Return the subject of a verb of speech that was taken for a noun: "What turnout did the board report?".

    After "did" a verb is bare: the noun is one if no such verb follows it.
    """
    helping = next((token.i for token in doc if token.lower_ in ("do", "does", "did")), 0)
    if not any(token.lower_ in _ASKED for token in doc[:helping]):
        return None
    for token in doc[helping + 2 : -1]:
        if token.tag_ == "VB":
            return None
        before = token.nbor(-1)
        ends = before.pos_ in ("NOUN", "PROPN") and token.nbor().tag_ != "VB"
        if ends and token.pos_ == "NOUN" and _speaks(token):
            return before
    return None


def _phrase(head: Token) -> list[Token]:
    """Return the words of a noun phrase up to its head, less the article."""
    return [part for part in head.subtree if part.i <= head.i and part.dep_ != "det"]


def _according(token: Token) -> Token | None:
    if token.lower_ != "according":
        return None
    return next((noun for to in children(token, "prep") for noun in children(to, "pobj")), None)


def _giver(verb: Token) -> Token | None:
    """Return who is asked for words: the subject between "did" and a verb of speech."""
    if verb.pos_ != "VERB" or not (_speaks(verb) or _gives(verb)):
        return None
    head = subject(verb)
    helped = any(aux.lemma_ in _HELPING for aux in children(verb, "aux"))
    if head is None or head.i > verb.i or not helped or head.lower_ in _ASKED:
        return None
    return head if head.pos_ in ("PROPN", "NOUN") and _is_asked_before(head) else None


def _speaks(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    cue = lexicon().verbs.get(lemma)
    if cue is None or cue.family not in _SPEAKING or lemma in _DOING:
        return False
    return lemma not in _WISHING or _asks_merely_what(verb.doc)


def _asks_merely_what(doc: Doc) -> bool:
    """Tell whether "what" stands by itself: "What did …", not "What price did …", "How many …"."""
    return any(token.lower_ == "what" and token.tag_ == "WP" for token in doc)


def _gives(verb: Token) -> bool:
    """Tell whether what is given is asked for: "What toll did … give"; not "did … give birth".

    What is counted is told only where it is people: "How many dead did … give", not "How much did … give".
    """
    objects = children(verb, "dobj")
    asked = [part for given in objects for part in given.subtree if part.lower_ in _ASKED]
    counted = any(part.lower_ == "how" for part in asked)
    of_people = any(is_person(given.lemma_.lower()) for given in objects)
    return verb.lemma_.lower() in _GIVING and bool(asked) and (of_people or not counted)


def _is_asked_before(head: Token) -> bool:
    """Tell whether a question word stands before: "What did …", not "Did …"."""
    return any(token.lower_ in _ASKED for token in head.doc[: head.left_edge.i])
