"""A proper name parted from the titles, owners and places that stand in its run of capitals."""

from collections.abc import Sequence

from spacy.tokens import Token

from corpus.resolution.capitals import is_owner
from corpus.resolution.kinds import is_country
from corpus.resolution.matching import is_acronym
from corpus.resolution.vocabulary import bodies, is_human, people, singular, words


def titles_and_name(name: list[Token]) -> tuple[list[Token], list[Token]]:
    """Part the titles in front from a name: "Secretary of State | Ann Lee", "Dr | Lee"."""
    name = _before_title(name)
    if not name or singular(name[-1].lower_) in bodies():
        return [], name
    places = [place for place, token in enumerate(name[:-1]) if token.lower_ in words("honorific")]
    cut = places[-1] + 1 if places else _after_body(name)
    if cut < len(name) and name[cut].lower_ in ("of", "for"):
        cut = _after_of(name, cut)
    while cut < len(name) - 1 and name[cut].is_punct:
        cut += 1
    is_titled_body = name[-1].ent_type_ == "ORG" and name[0].ent_type_ == "ORG" and len(name) - cut < 2
    if is_titled_body:
        return [], name
    return (name[:cut] if places else []), name[cut:]


def _before_title(name: list[Token]) -> list[Token]:
    """Cut off what runs into a name where commas are lost: a title after it, a country before it."""
    if (
        len(name) > 1
        and is_acronym(name[-1].text)
        and name[-1].lower_ not in words("newsword")
        and singular(name[-2].lower_) in bodies()
    ):
        return name[:-1]
    before = _words_before(name)
    if before:
        return name[before:]
    if len(name) > 2 and name[-1].lower_ in words("medium") and holds_body(name[:-1]):
        return name[:-1]
    person_after = len(name) > 2 and not holds_body(name) and name[1].ent_type_ == name[-1].ent_type_
    if person_after and is_country(name[0].text) and name[0].lower_ not in ("us", "uk", "uae"):
        return name[1:]
    size = next((place for place, token in enumerate(name) if token.ent_type_ != "PERSON"), len(name))
    follows = any(singular(token.lower_) in people() for token in name[size:])
    return name[:size] if size > 1 and follows else name


def _words_before(name: Sequence[Token]) -> int:
    """Return how many words only say whose or of where a name is: "Observatorys | Ann Lee"."""
    if len(name) <= 1:
        return 0
    first, last, long_name = name[0].lower_, name[-1].lower_, len(name) > len(("Ann", "Lee"))
    if long_name and (first.endswith("s") and first[:-1] in bodies()):
        return 1
    if last in words("medium") and name[0].ent_type_ == "NORP" and not long_name:
        return 1  # "Varnian | SANA"
    if is_owner(name[0]) and last in words("medium") | words("newsword"):
        return 1  # "Varnias | Tarn TV"
    if is_country(name[0].text) and is_acronym(name[-1].text) and not long_name and len(last) > 2:
        return 0 if is_acronym(name[0].text) else 1  # "… in Varnia | UNICEF"
    return 2 if long_name and name[1].lower_ == "based" else 0


def _after_of(name: list[Token], cut: int) -> int:
    """Return where the person begins in "of Defense Ashton Carter"; a body goes on to its end."""
    if name[-1].ent_type_ == "PERSON" and name[-1].ent_iob_ == "I":
        place = len(name) - 1
        while place > cut + 1 and name[place].ent_iob_ == "I" and name[place].ent_type_ == "PERSON":
            place -= 1
        return place
    return len(name) - 2 if len(name) - cut > 3 else 0


def _after_body(name: list[Token]) -> int:
    """Return where a person begins that directly follows a body: "National Council | Ann Lee"."""
    people_after = [
        place + 1
        for place, token in enumerate(name[:-2])
        if token.lower_ in bodies()
        and name[place + 1].is_alpha
        and name[place + 1].lower_ not in words("particle")
    ]
    if people_after and not holds_body(name[people_after[-1] :]):
        is_two = len(name) - people_after[-1] == len(("first", "last"))
        if is_person_name(name) or (is_two and _follows_office(name[-1])):
            return people_after[-1]
    if len(name) > 2 and name[0].ent_type_ == "NORP" and is_person_name(name) and not holds_body(name):
        return 1
    return 0


def _follows_office(last: Token) -> bool:
    """Tell whether a name ends the "of" phrase of a noun for people: "president of the council Ann Lee"."""
    link = last.head
    return last.dep_ == "pobj" and link.lower_ == "of" and is_human(singular(link.head.lower_))


def is_person_name(name: Sequence[Token]) -> bool:
    """Tell whether a name of several words is labelled a person's."""
    return len(name) > 1 and name[-1].ent_type_ == "PERSON" and name[-1].ent_iob_ == "I"


def holds_body(name: Sequence[Token]) -> bool:
    """Tell whether a name has a noun for a body in it."""
    return any(token.lower_ in bodies() for token in name)
