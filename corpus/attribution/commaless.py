"""Attribution at the end of a sentence whose commas are lost: "… in the town state media said"."""

from collections.abc import Sequence

from spacy.tokens import Token

from corpus.attribution.paragraph import Paragraph
from corpus.attribution.relation import Relation
from corpus.attribution.subjects import Subject, grammatical_subject, is_day
from corpus.attribution.touching import ARTICLES, NAMING, touching
from corpus.attribution.tree import children, governed, has_commas
from corpus.resolution.capitals import part_before
from corpus.resolution.vocabulary import can_speak, is_human, singular, words

_VERBS = ("say", "report", "add", "tell", "announce", "confirm")
_AFTER = ("npadvmod", "advmod", "prep", "dobj", "dative", "punct", "nmod")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_FEWEST_WORDS = 4
_LONGEST_TIME = 3


def after_lost_comma(paragraph: Paragraph, verb: Token) -> Relation | None:
    """Return the relation of a verb that ends its sentence, whose subject the parser took from the claim.

    Who speaks is the noun phrase that touches the verb; the claim is all before it.
    """
    if verb.lemma_ not in _VERBS or verb.tag_ not in ("VBD", "VBZ", "VBP") or not _ends(verb):
        return None
    if _is_inverted(verb):
        return None
    who = grammatical_subject(verb)
    source = touching(verb)
    if who is not None and (who.head.i > verb.i or not _is_misread(who, source)):
        return None
    before = [token for token in verb.sent if not source or token.i < source[0].i]
    finite = any(token.tag_ in _FINITE or _is_past(token) for token in before)
    if not source or not finite or sum(token.is_alpha for token in before) < _FEWEST_WORDS:
        return None
    _part(source)
    return Relation(paragraph, "trailing", (verb,), tuple(before), tuple(source), phrase_head(source))


def _is_past(token: Token) -> bool:
    """Tell whether a participle can only be a past tense: it has an object, "a wave | struck | the pier"."""
    return token.tag_ == "VBN" and bool(children(token, "dobj")) and not children(token, "aux", "auxpass")


def _is_inverted(verb: Token) -> bool:
    """Tell whether who speaks stands behind the verb: "… and hospitals said the Observatory"."""
    following = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    after = children(verb, "nsubj", "dobj")
    return following.lower_ == "the" and any(noun.i > verb.i and _may_speak(noun) for noun in after)


def _is_misread(who: Subject, source: Sequence[Token]) -> bool:
    """Tell whether a subject cannot speak, or holds another phrase: "the islanders' port Varn a monitor"."""
    if not _may_speak(who.head):
        return True
    if not source or who.head in source or who.words[0].i >= source[0].i or who.words[0].is_sent_start:
        return False
    before = source[0].nbor(-1)
    return source[0].lower_ in ARTICLES and before.pos_ in NAMING and before.ent_type_ != "PERSON"


def touching_name(verb: Token, who: Subject) -> Subject | None:
    """Return whom a verb touches where its subject cannot speak: "Leaks in Varn Harbour Watch said"."""
    if verb.lemma_ not in _VERBS or has_commas(verb) or who.head.i > verb.i or _is_inverted(verb):
        return None
    if _may_speak(who.head) and not _is_inherited(verb):
        return None
    source = touching(verb)
    alone = len(source) == 1 and source[0].text[:1].isupper() and source[0].lower_ not in words("medium")
    if not source or alone:
        return None
    _part(source)
    return Subject(phrase_head(source), tuple(source))


def _part(source: Sequence[Token]) -> None:
    """Keep the name that a source begins with from being read together with a place before it."""
    before = source[0].nbor(-1) if source[0].i else source[0]
    if source[0].text[:1].isupper() and before.text[:1].isupper():
        part_before([source[0]])


def _is_inherited(verb: Token) -> bool:
    """Tell whether a subject was taken from another verb though people stand right before this one."""
    before = verb.nbor(-1) if verb.i else verb
    joined = verb.dep_ == "conj" and not children(verb, "nsubj", "nsubjpass")
    single = before.tag_ == "NN" and before.i > 0 and before.nbor(-1).lower_ in ARTICLES
    anew = single and before.i > 1 and before.nbor(-2).lower_ == "and"  # "… died and the medic said"
    if anew and is_human(singular(before.lower_)):
        return True
    return joined and (before.tag_ == "NNS" or single) and is_human(singular(before.lower_))


def phrase_head(source: Sequence[Token]) -> Token:
    """Return the word of a phrase that the others hang on."""
    inside = {token.i for token in source}
    return next((token for token in reversed(source) if token.head.i not in inside), source[-1])


def whole_before(verb: Token, source: Sequence[Token], content: list[Token]) -> list[Token]:
    """Return all of a sentence without commas that stands before its attribution, if a content does.

    Where commas are lost the parser drops ends of what is said: "… ten ships and their cargo lost the
    agency said".
    """
    phrase = touching(verb)
    whole_source = phrase if phrase and phrase[-1] in source else source
    first = min((token.i for token in (*source, *whole_source)), default=0)
    if not content or not source or source[-1].i > verb.i:
        return _with_time(verb, content)
    if not _ends(verb):
        return content
    bracketed = source[0].i > 0 and source[0].nbor(-1).text == ")" and content[-1].i < source[0].i
    if content[-1].i >= first and not bracketed:
        return content
    before = [token for token in verb.sent if token.i < first]
    if verb.lemma_ not in _VERBS or sum(token.is_alpha for token in before) < _FEWEST_WORDS:
        return content
    return before


def _with_time(verb: Token, content: list[Token]) -> list[Token]:
    """Return a content with the time right after it that a verb before its speaker has taken."""
    between = list(verb.doc[content[-1].i + 1 : verb.i]) if content else []
    times = all(token.ent_type_ in ("DATE", "TIME") or token.lower_ == "overnight" for token in between)
    near = 0 < len(between) <= _LONGEST_TIME and times and not has_commas(verb)
    return [*content, *between] if near else content


def _ends(verb: Token) -> bool:
    """Tell whether a verb ends its sentence, which has no comma, but for a day or a listener.

    What a comma that was put back parts from it ("… said on Friday, adding …") does not count.
    """
    if has_commas(verb) or any(token.text in ('"', ":") for token in verb.sent):
        return False
    own = {part.i for child in children(verb, *_AFTER) for part in governed(child) if child.i > verb.i}
    after = [token for token in verb.sent if token.i > verb.i]
    if not any(token.text == "," for token in after) and any(token.tag_ in _FINITE for token in after):
        return False
    end = next((token.i for token in after if token.text == ","), verb.sent.end)
    if end < verb.sent.end and any(
        token.dep_ in ("nsubj", "dobj", "ccomp") for token in after if token.i < end
    ):
        return False
    return all(token.i in own or token.is_punct or is_day(token) for token in after if token.i < end)


def _may_speak(head: Token) -> bool:
    if head.pos_ in ("PRON", "PROPN") or (head.text[:1].isupper() and not head.is_sent_start):
        return not head.text.isupper() or not children(head, "compound")
    if head.pos_ == "NUM":
        return any(phrase.lower_ == "of" for phrase in children(head, "prep"))
    return can_speak(singular(head.lower_)) and not children(head, "nummod", "quantmod")
