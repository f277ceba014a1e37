"""A person's name that runs into the description before it: "Director of the Harbour Hospital Ann Lee"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from corpus.resolution.capitals import is_capital, part_before
from corpus.resolution.kinds import is_country
from corpus.resolution.matching import is_acronym
from corpus.resolution.vocabulary import bodies, people, singular, words

_LINKS = frozenset("of for in to at from with the on and al el bin - ' de".split())
_JOINED = ("based", "backed", "led", "monitoring", "fighting", "ruling")
_LONGEST = 18
_FULL_NAME = 2
_RULING = ("governor", "mayor", "president", "premier", "chancellor", "king", "emir", "prefect", "bishop")
_PLACES = ("GPE", "LOC", "NORP")
_BODIES = ("ORG", "FAC", *_PLACES)


def part_names(doc: Doc) -> None:
    """Mark in a doc where such names begin, so that no name is read across their beginning."""
    names = (person_after(token) for token in doc)
    part_before(name[0] for name in names if name)
    titles = [title for token in doc if (title := title_after(token)) is not None]
    part_before(titles)
    part_before(title.nbor(-_FULL_NAME) for title in titles if title.nbor(-_FULL_NAME).text != "-")


def person_after(head: Token) -> list[Token]:
    """Return the person's name at the end of the description that begins with a noun for people.

    The description may be capitalised and must hold a preposition; the name must stand before a verb or
    the end of a clause, and be parted from what is before it by its words or labels.
    """
    if singular(head.lower_) not in people():
        return []
    description = _description(head)
    run = _last_run(description)
    units = _units(run)
    if (_follows_body(description, run) or _is_second_subject(head, run)) and _is_name(units):
        return run
    cut = _cut(units) or int(_rules_place(head, units))
    while 0 < cut < len(units) and units[cut][-1].lower_ in words("honorific"):
        cut += 1
    name = [token for unit in units[cut:] for token in unit] if 0 < cut < len(units) else []
    return name if name and _is_name(units[cut:]) else []


def _rules_place(head: Token, units: Sequence[Sequence[Token]]) -> bool:
    """Tell whether a place of one word and a person of two follow an office: "governor of Orlby Ann Lee"."""
    of = head.doc[head.i + 1 : head.i + 2].text.lower() == "of"
    if singular(head.lower_) not in _RULING or not of or len(units) != _FULL_NAME + 1:
        return False
    return units[-1][-1].ent_type_ == "PERSON" and units[0][-1].ent_type_ in ("", *_PLACES)


def _follows_body(description: Sequence[Token], run: Sequence[Token]) -> bool:
    """Tell whether a person's name follows a common noun for a body: "of the hospital | Ann Lee"."""
    before = description[len(description) - len(run) - 1] if 0 < len(run) < len(description) else None
    if before is None or not before.text.islower() or singular(before.lower_) not in bodies():
        return False
    return run[-1].ent_type_ == "PERSON"


def _is_second_subject(head: Token, run: Sequence[Token]) -> bool:
    """Tell whether a person is read as a second subject of one verb: "a diver at the scene | Ann Lee"."""
    if not run or run[-1].head != head.head or run[-1].dep_ != head.dep_ or run[0].nbor(-1).text.isupper():
        return False
    return run[0].nbor(-1).pos_ == "NOUN" and all(token.ent_type_ == "PERSON" for token in run)


def title_after(head: Token) -> Token | None:
    """Return the first word of the title in "Ann Lee WHO Deputy Director", whose last word is `head`.

    The title may begin with a body or country that has lost its apostrophe: "Varnias interior minister".
    """
    if singular(head.lower_) not in people() or head.i < _FULL_NAME:
        return None
    owner = next((token for token in head.doc[max(head.i - 3, 0) : head.i] if _owns_title(token)), None)
    if owner is not None and owner.i >= _FULL_NAME:
        name = owner.doc[owner.i - _FULL_NAME : owner.i]
        return owner if all(is_capital(token) or token.text == "-" for token in name) else None
    if not head.text[:1].isupper():
        return None
    first = head
    while first.i > 0 and (first.nbor(-1).lower_ in words("rank") or is_acronym(first.nbor(-1).text)):
        first = first.nbor(-1)
    name = head.doc[max(first.i - _FULL_NAME, 0) : first.i]
    labelled = all(token.ent_type_ == "PERSON" and is_capital(token) for token in name)
    titled = any(token.lower_ in words("honorific") or is_acronym(token.text) for token in name)
    return first if labelled and len(name) == _FULL_NAME and not titled else None


def _owns_title(token: Token) -> bool:
    plain = token.text[:-1]
    return token.text.endswith("s") and len(plain) > 1 and (is_acronym(plain) or is_country(plain))


def _description(head: Token) -> list[Token]:
    """Return the words after a noun up to a verb, a mark or a second description."""
    found: list[Token] = []
    for token in head.doc[head.i + 1 : head.i + _LONGEST]:
        if token.is_sent_start or token.lower_ in ("a", "an") or token.lower_ in ("who", "said"):
            break
        inside = (
            token.lower_ in _LINKS
            or token.lower_ in words("prefix")
            or is_capital(token)
            or token.pos_ in ("NOUN", "ADJ")
            or token.lower_ in _JOINED
        )
        if not inside or (token.is_punct and token.text not in ("-", "'")):
            break
        found.append(token)
    return found if found and found[0].pos_ == "ADP" else []


def _last_run(words_: Sequence[Token]) -> list[Token]:
    """Return the capitals, with what joins the parts of one word, that a description ends with."""
    first = len(words_)
    while first > 0 and (is_capital(words_[first - 1]) or _is_joint(words_, first - 1)):
        first -= 1
    return list(words_[first:])


def _is_joint(words_: Sequence[Token], place: int) -> bool:
    token = words_[place]
    return token.text == "-" or (token.lower_ in words("prefix") and place + 1 < len(words_))


def _units(run: Sequence[Token]) -> list[list[Token]]:
    """Group tokens into words as a reader counts them: "al-Zor" is one."""
    units: list[list[Token]] = []
    for place, token in enumerate(run):
        before = run[place - 1] if place else None
        joined = before is not None and (before.text == "-" or before.lower_ in words("prefix"))
        if units and (joined or token.text == "-"):
            units[-1].append(token)
        else:
            units.append([token])
    return units


def _cut(units: Sequence[Sequence[Token]]) -> int:
    """Return the number of the unit from which a person's name begins, 0 for none."""
    ends = [place + 1 for place, unit in enumerate(units) if _ends_body(unit[-1])]
    if ends:
        return ends[-1]
    for place in range(1, len(units)):
        before, first = units[place - 1][-1], units[place][0]
        plain = not before.ent_type_ and all(unit[-1].ent_type_ == "PERSON" for unit in units[place:])
        plain = plain and len(units) - place >= _FULL_NAME and singular(before.lower_) not in people()
        if first.ent_type_ == "PERSON" and first.ent_iob_ == "B" and (before.ent_type_ in _BODIES or plain):
            return place
    placed = bool(units) and units[0][0].ent_type_ in _PLACES
    whole = {token.ent_type_ for unit in units for token in unit if token.text != "-"}
    if placed and len(units) > _FULL_NAME and (len(whole) > 1 or len(units) > _FULL_NAME + 1):
        return len(units) - _FULL_NAME
    return 0


def _ends_body(token: Token) -> bool:
    return singular(token.lower_) in bodies() or token.lower_ in words("ending") or is_acronym(token.text)


def _is_name(units: Sequence[Sequence[Token]]) -> bool:
    """Tell whether units make a person's name: two to four words, none of them a title or a body."""
    if not _FULL_NAME <= len(units) <= _FULL_NAME * 2:
        return False
    return not any(singular(unit[-1].lower_) in people() or unit[-1].ent_type_ == "NORP" for unit in units)
