"""A name and its description that run into each other where the commas between them are lost."""

from collections.abc import Sequence

from spacy.tokens import Token

from corpus.attribution.tree import children
from corpus.resolution.capitals import is_capital, run_end
from corpus.resolution.phrase import core, tail
from corpus.resolution.run_together import person_after, title_after
from corpus.resolution.vocabulary import bodies, is_human, singular, words

_LINKS = ("of", "from", "at", "with")
_PLACING = ("ADP", "DET")
_LONGEST_NAME = 7
_FARTHEST_LINK = 3

Beside = tuple[Token | None, Sequence[Token]]
"""The head of a name, None where there is none, and the words that describe it; none of a body."""


def named_before(head: Token) -> Beside:
    """Return the name that the description with this head directly follows, and the description."""
    noun, phrase = singular(head.lower_), core(head)
    title = title_after(head)
    if title is not None:
        return title.nbor(-1), [*title.doc[title.i : head.i + 1], *tail(head, head)]
    if head.pos_ != "NOUN" and not is_human(noun):
        return _led(head, phrase)
    for find in _FINDERS:
        name = find(head, noun, phrase)
        if name is not None:
            return name, () if find is _name_linked else _description(head, phrase, name)
    return None, ()


def _led(body: Token, phrase: Sequence[Token]) -> Beside:
    """Return the person whom the parser has put inside a body: "Harbour Watch for Fares | chief Ann Lee"."""
    office = body.doc[phrase[-1].i + 1 : phrase[-1].i + 3]
    if len(office) <= 1 or not is_capital(body) or singular(body.lower_) not in bodies():
        return None, ()
    titled = office[0].text.islower() and is_human(singular(office[0].lower_))
    if not titled or office[1].ent_type_ != "PERSON" or not is_capital(office[1]):
        return None, ()
    words_ = [token for token in (*phrase, office[0]) if token.lower_ != "the"]
    return body.doc[run_end(office[1])], words_


def _description(head: Token, phrase: Sequence[Token], name: Token) -> list[Token]:
    person = person_after(head)
    start = person[0].i if person else 0
    if 0 < start <= name.i:
        tokens = list(head.doc[phrase[0].i : start])
        return tokens[1:] if tokens[0].lower_ in ("the", "a", "an") else tokens
    if name.i > head.i:
        return [token for token in phrase if token.lower_ not in ("the", "a", "an")]
    words_ = [token for token in phrase if token.i > name.i and token.lower_ not in ("a", "an")]
    words_ = words_[1:] if len(words_) > 1 and words_[0].lower_ == "the" else words_
    return [*words_, *tail(head, phrase[-1])]


def _name_given(head: Token, noun: str, _: Sequence[Token]) -> Token | None:
    """Find "Ann" in "a witness named Ann"."""
    clauses = children(head, "acl") if is_human(noun) or noun in bodies() else []
    given = [name for verb in clauses if verb.lemma_ == "name" for name in children(verb, "oprd", "dobj")]
    links = [
        link
        for verb in clauses
        if verb.lemma_ == "know" and not is_capital(head)
        for link in children(verb, "prep")
    ]
    given += [name for link in links if link.lower_ == "as" for name in children(link, "pobj")]
    return next((name for name in given if is_capital(name) and name.head.i + 1 == name.left_edge.i), None)


def _name_within(head: Token, noun: str, phrase: Sequence[Token]) -> Token | None:
    """Find "Ann Lee" in "Ann Lee head of the Harbour Office", parsed as one phrase."""
    capitals = [token for token in phrase if token.i < head.i and is_capital(token)]
    is_whole = len(capitals) > 1 and capitals[-1].i - phrase[0].i + 1 == len(capitals)
    if not is_human(noun) or not is_whole:
        return None
    followed = any(
        link.i == head.i + 1 and link.lower_ in (*_LINKS, "for") for link in children(head, "prep")
    )
    known = any(
        singular(token.lower_) in bodies() or token.ent_type_ in ("GPE", "NORP") for token in capitals
    )
    return capitals[-1] if followed and not known else None


def _name_in_brackets(_: Token, noun: str, phrase: Sequence[Token]) -> Token | None:
    """Find "Harbour Watch" before "(HW) group"."""
    closing = phrase[0].i - 1
    doc = phrase[0].doc
    if closing < 3 or doc[closing].text not in (")", "]") or noun not in words("category"):
        return None
    inside = doc[closing - 3]
    return name_head(inside) if is_capital(inside) and doc[closing - 2].text in ("(", "[") else None


def _name_of_article(_: Token, noun: str, phrase: Sequence[Token]) -> Token | None:
    """Find "Ann Lee" before "an official", "the Harbour Watch" before "a group"."""
    before = phrase[0].doc[phrase[0].i - 1] if phrase[0].i else None
    if before is None or phrase[0].lower_ not in ("a", "an", "the") or phrase[0].is_sent_start:
        return None
    if phrase[0].lower_ == "the" and not (is_human(noun) and tail(phrase[-1], phrase[-1])):
        return None
    if not is_capital(before):
        long_name = name_head(before) if noun in bodies() else before
        return long_name if long_name != before else None
    if is_human(noun):
        return name_head(before) if _is_person(before) else None
    return name_head(before) if noun in bodies() and _is_body(before) else None


def _name_linked(_: Token, noun: str, phrase: Sequence[Token]) -> Token | None:
    """Find "Ann Lee" of "Ann Lee of the town based Harbour group", parsed as the group alone."""
    doc, place = phrase[0].doc, phrase[0].i - 1
    stop = max(place - _FARTHEST_LINK, 0)
    while place > stop and (doc[place].lower_ in ("the", "a") or is_capital(doc[place])):
        place -= 1
    if noun not in bodies() or place < 2 or doc[place].lower_ not in _LINKS or place == phrase[0].i - 1:
        return None
    before = doc[place - 1]
    return before if is_capital(before) and before.ent_type_ == "PERSON" and before.ent_iob_ == "I" else None


def _name_in_tail(head: Token, noun: str, _: Sequence[Token]) -> Token | None:
    """Find "Ann Lee" in "President of the Harbour Council Ann Lee"."""
    name = person_after(head)
    if name:
        return name[-1]
    for link in children(head, "prep") if is_human(noun) else []:
        for last in children(link, "pobj"):
            run = _run(last)
            place = next((n for n, token in enumerate(run[:-2]) if _parts(token)), None)
            if link.lower_ == "of" and place is not None and not _is_known(last):
                return last
    return None


def _parts(token: Token) -> bool:
    """Tell whether a word ends a body's name or is a title: a person's name follows."""
    return singular(token.lower_) in bodies() or token.lower_ in ("dr", "dr.", "mr", "mr.", "mrs", "ms")


def _name_after(head: Token, noun: str, _: Sequence[Token]) -> Token | None:
    """Find "Harbour Council" after "opposition", both read as subjects of one verb."""
    others = [token for token in children(head.head, head.dep_) if head.i < token.i]
    if noun not in bodies() or not others or not is_capital(others[0]):
        return None
    return others[0] if _run(others[0])[0].i == head.i + 1 else None


def _is_known(token: Token) -> bool:
    return singular(token.lower_) in bodies() or is_human(singular(token.lower_))


def name_head(last: Token) -> Token:
    """Return the word before "for" or "of" in a long name, from its last word, else that word."""
    for place in range(max(last.i - _LONGEST_NAME, 0), last.i):
        token = last.doc[place]
        if singular(token.lower_) in bodies() and is_capital(token) and run_end(token) == last.i:
            return token
    return last


def _run(last: Token) -> list[Token]:
    run = [last]
    while len(run) < _LONGEST_NAME and run[0].i and _goes_back(run[0].nbor(-1)):
        run.insert(0, run[0].nbor(-1))
    return run


def _goes_back(token: Token) -> bool:
    return is_capital(token) or token.text == "-" or token.lower_ in words("prefix")


def _is_person(last: Token) -> bool:
    """Tell whether a capitalised word ends a name of several words that follows no preposition."""
    run = _run(last)
    placed = run[0].i > 0 and run[0].nbor(-1).pos_ in _PLACING
    return len(run) > 1 and not placed and last.ent_type_ not in ("GPE", "DATE", "LOC")


def _is_body(last: Token) -> bool:
    """Tell whether a capitalised word ends the name of a body that follows no preposition."""
    first = name_head(last)
    run = _run(first)
    placed = run[0].i > 0 and run[0].nbor(-1).pos_ == "ADP"
    return not placed and any(singular(token.lower_) in bodies() for token in run)


_FINDERS = (
    _name_given,
    _name_within,
    _name_in_brackets,
    _name_of_article,
    _name_linked,
    _name_in_tail,
    _name_after,
)
