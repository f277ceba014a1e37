"""Who does what a verb says: the subject, in the words that name it beside the verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from corpus.attribution.links import after_link
from corpus.attribution.mentions import mention
from corpus.attribution.tree import RELATIVES, children, governed

_INHERITING = ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep")
_SHOWING = ("show", "suggest", "indicate", "reveal", "demonstrate", "find", "confirm", "prove", "describe")
_CAUSING = frozenset(
    "lead ask urge tell force prompt push cause allow encourage want get invite persuade convince press"
    " require pressure drive compel permit help enable order direct expect".split()
)
_PERCEIVING = ("hear", "see", "film", "overhear", "catch", "depict")
_WRITINGS = frozenset(
    "statement letter response tweet email e-mail memo message post speech remark comment note report article"
    " ad advertisement video release banner sign op-ed essay interview answer reply resolution".split()
)
_RECEIVING = frozenset(
    "veto reject block oppose dismiss ignore receive get read see hear obtain cite quote criticise criticize"
    " condemn defy violate breach debate discuss consider delay".split()
)
_GOING_ON = ("add", "say", "note", "stress", "assert", "point", "emphasize", "emphasise", "warn", "explain")
_SAYING = (
    "say",
    "tell",
    "add",
    "report",
    "note",
    "stress",
    "explain",
    "announce",
    "state",
    "confirm",
    "claim",
)
_OF_OTHERS = (
    "think",
    "believe",
    "say",
    "report",
    "know",
    "allege",
    "suspect",
    "understand",
    "consider",
    "regard",
)
_MAX_STEPS = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """`head` is the syntactic head of who acts, `words` are those that name it, in text order.

    For "the aide, who said" the head is "aide" and the words are "who".
    """

    head: Token
    words: tuple[Token, ...]


def grammatical_subject(verb: Token) -> Subject | None:
    """Return who does what the verb says, or None where the sentence names nobody.

    Subjects are inherited through coordination, infinitives and participles. A passive has only
    its agent, and a participle after a noun the one whom that noun is said of or by.
    """
    linked = after_link(verb)
    return Subject(_first_head(linked), tuple(linked)) if linked else _in_tree(verb)


def _in_tree(verb: Token) -> Subject | None:
    current = _level(verb)
    for _ in range(_MAX_STEPS):
        if is_passive(current):
            return _agent(current, verb)
        found = [noun for noun in children(current, "nsubj") if not is_day(noun)]
        if found and _is_place_acted_on(found[0], current):
            current = current.head
            continue
        if found:
            return _among(found, current, verb)
        patient = _controller(current)
        if patient is not None:
            return _named(patient, current, verb)
        following = _inherits_from(current)
        if following is None:
            return _modified(current, verb)
        current = following
    return None


def _is_place_acted_on(noun: Token, participle: Token) -> bool:
    """Tell whether a place is a verb's object, not who claims: "boats shelled Varn claiming to …"."""
    acting = participle.head
    placed = noun.ent_type_ in ("GPE", "LOC") and participle.tag_ == "VBG" and not children(participle, "aux")
    touches = acting.i + 1 == noun.left_edge.i and acting.pos_ == "VERB" and noun.i + 1 == participle.i
    return placed and touches and bool(children(acting, "nsubj")) and acting.lemma_ not in _CAUSING


def _among(found: Sequence[Token], current: Token, verb: Token) -> Subject | None:
    nearest = next((noun for noun in reversed(found) if noun.i < current.i), found[0])
    nearest = found[0] if _ends_clause_of(found[0], nearest) else nearest
    whole = _run_together(found, nearest) if current == verb else None
    if whole is not None:
        return whole
    return None if _is_empty(nearest, current, verb) else _named(nearest, current, verb)


def _ends_clause_of(first: Token, nearest: Token) -> bool:
    """Tell whether a second subject ends the clause of the first: "Lee who met men of | Varn Watch said"."""
    clauses = children(first, "relcl")
    touches = bool(clauses) and clauses[-1].right_edge.i + 1 == nearest.left_edge.i
    return touches and bool(first.left_edge.is_sent_start)


def _first_head(phrase: Sequence[Token]) -> Token:
    """Return the noun that a phrase begins with: "rebels" of "rebels and medics in the town"."""
    noun = next(token for token in phrase if token.pos_ in ("NOUN", "PROPN"))
    while noun.dep_ in ("compound", "amod", "nmod") and noun.head in phrase:
        noun = noun.head
    return noun


def _run_together(found: Sequence[Token], nearest: Token) -> Subject | None:
    """Return the source that a lost comma has cut in two: "Varnia | a key ally of Tarnia"."""
    for first in found:
        if first.i < nearest.i and first.right_edge.i + 1 == nearest.left_edge.i:
            named = first.ent_type_ in ("GPE", "ORG") and nearest.left_edge.lower_ in ("a", "an", "the")
            placed = nearest.pos_ == "PROPN" and first.pos_ == "NOUN" and first.right_edge.i > first.i
            if named or placed:
                return Subject(first, (*governed(first), *governed(nearest)))
    return None


def _level(verb: Token) -> Token:
    """Return the verb that a conjunct belongs with: "she says it is over but conceded …" with "says".

    The parser ties a second verb of speech to the clause before it, though its form is the first one's.
    """
    inner = verb.head
    if _is_level_with_main(verb, inner):
        return verb.sent.root
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or children(verb, "nsubj", "nsubjpass"):
        return verb
    outer = inner.head
    linked = verb.i > 0 and verb.nbor(-1).dep_ == "cc"
    perfect = inner.tag_ in ("VBN", "VBG") and (linked or not children(inner, "auxpass"))
    helping = [] if perfect else children(inner, "aux", "auxpass")
    forms = {inner.tag_, *(word.tag_ for word in helping)}
    apart = verb.tag_ == outer.tag_ and verb.tag_ not in forms
    return outer if (apart or inner.pos_ == "AUX") and outer.i < inner.i else verb


def _is_level_with_main(verb: Token, inner: Token) -> bool:
    """Tell whether a second predicate is the main verb's: "Orl has not left since it fell and denies it"."""
    root = verb.sent.root
    helps = {word.tag_ for word in children(root, "aux")} | {root.tag_}
    linked = verb.dep_ == "conj" and inner.dep_ == "advcl" and not children(verb, "nsubj", "nsubjpass")
    return linked and root.i < inner.i and verb.tag_ in helps and verb.tag_ != inner.tag_ == "VBD"


def _is_empty(found: Token, owner: Token, verb: Token) -> bool:
    """Tell whether a subject stands for nobody: "It is hard to know"."""
    return owner != verb and owner.lemma_ == "be" and found.lower_ in ("it", "that", "this", "there")


def _controller(verb: Token) -> Token | None:
    """Return who is to act in "it led some to believe", who is heard in "we heard them saying"."""
    perceived = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.lemma_ in _PERCEIVING
    if not perceived and (verb.dep_ != "xcomp" or verb.head.lemma_ not in _CAUSING):
        return None
    things = [noun for noun in children(verb.head, "dobj") if noun.i < verb.i]
    if perceived:
        between = [token for noun in things for token in verb.doc[noun.right_edge.i + 1 : verb.i]]
        things = [] if any(token.text != "," or token.whitespace_ for token in between) else things
    return next(iter(things), None)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb's subject, if any, is not who acts: "was said", "a memo titled"."""
    if children(verb, "auxpass", "nsubjpass", "agent") or _is_said_to(verb):
        return True
    if _is_reduced(verb):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "acl":
        return True
    if verb.tag_ != "VBN" or children(verb, "aux", "nsubj"):
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "amod", "ROOT", "relcl")


def _is_said_to(verb: Token) -> bool:
    """Tell whether a verb with "to" can only be a passive: "boats thought to belong to the port"."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return verb.lemma_ in _OF_OTHERS and verb.tag_ in ("VBD", "VBN") and following.tag_ == "TO"


def _is_reduced(verb: Token) -> bool:
    """Tell whether a participle stands for a passive: "Asked whether …, she said", "when asked"."""
    if verb.tag_ not in ("VBN", "VBD") or any(noun.i < verb.i for noun in children(verb, "nsubj", "aux")):
        return False
    if verb.dep_ == "dep" and verb.lemma_ in _OF_OTHERS:
        return True
    return bool(verb.is_sent_start) or (verb.lemma_ == "ask" and verb.dep_ == "advcl")


def _agent(passive: Token, verb: Token) -> Subject | None:
    if passive != verb and verb.dep_ != "conj":
        undergoing = children(passive, "nsubjpass")
        return _named(undergoing[0], passive, verb) if undergoing else None
    for agent in children(passive, "agent"):
        for noun in children(agent, "pobj"):
            return Subject(noun, mention(noun, verb))
    return None


def _named(found: Token, owner: Token, verb: Token) -> Subject:
    if found.tag_ in RELATIVES and owner.dep_ == "relcl" and not found.text.isupper():
        return Subject(owner.head, (found,))
    return Subject(found, mention(found, verb))


def _inherits_from(verb: Token) -> Token | None:
    """Return the verb whose subject an infinitive, participle or second predicate shares."""
    head = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (speaker := _going_on(verb)) is not None:
        return speaker
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and _is_told(verb):
        return _verb_above(head)
    if verb.dep_ == "acl" and any(mark.lower_ == "to" for mark in children(verb, "aux")):
        return _verb_above(head)
    if verb.dep_ not in _INHERITING or head == verb:
        return None
    if head.pos_ == "ADP":
        head = head.head
    if head.pos_ in ("VERB", "AUX"):
        return head
    return _verb_above(head) if verb.dep_ in ("pcomp", "xcomp") or head.dep_ == "acomp" else None


def _going_on(participle: Token) -> Token | None:
    """Return whose speech goes on: "she said the army had won, calling it a relief": she calls it so."""
    head = participle.head
    if head.dep_ == "ccomp" and head.i < participle.i:
        return head.head
    return _said_in(head) if participle.lemma_ in _GOING_ON else None


def _said_in(verb: Token) -> Token:
    """Return who goes on in "he said they tried but were stopped, adding …": the verb that says it all."""
    if verb.lemma_ in _SAYING:
        return verb
    return next((above for above in verb.ancestors if above.lemma_ in _SAYING and above.i < verb.i), verb)


def is_day(noun: Token) -> bool:
    """Tell whether a noun says when rather than who: "said Tuesday"."""
    return noun.ent_type_ in ("DATE", "TIME") and noun.pos_ in ("NOUN", "PROPN")


def _is_told(participle: Token) -> bool:
    """Tell whether "a letter saying", "the idea, calling it": not the noun but its giver speaks."""
    noun = participle.head
    if noun.dep_ not in ("dobj", "pobj", "attr") or participle.lemma_ in _SHOWING:
        return False
    if noun.dep_ == "dobj" and noun.head.lemma_ in _RECEIVING:
        return False
    return noun.doc[participle.i - 1].text == "," or noun.lemma_.lower() in _WRITINGS


def _verb_above(token: Token) -> Token | None:
    current = token
    while current.head != current:
        current = current.head
        if current.pos_ in ("VERB", "AUX"):
            return current
    return None


def _modified(current: Token, verb: Token) -> Subject | None:
    if current.dep_ not in ("acl", "relcl"):
        return None
    relatives = [part for part in children(current, "nsubj") if part.tag_ in RELATIVES]
    return Subject(current.head, tuple(relatives) or mention(current.head, verb))


def subject(verb: Token) -> Token | None:
    """Return the head of who does what the verb says, or None where the sentence names nobody."""
    who = grammatical_subject(verb)
    return None if who is None else who.head
