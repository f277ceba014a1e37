"""The noun phrase that touches a verb, as far as its words alone tell, where the parse cannot be trusted."""

from spacy.tokens import Doc, Token

from corpus.attribution.subjects import is_day
from corpus.resolution.capitals import begins_name, is_owner, join, part_before
from corpus.resolution.vocabulary import bodies, is_human, singular, words

ARTICLES = ("the", "a", "an", "one", "another", "his", "its", "her")
NAMING = ("NOUN", "PROPN")
_LONGEST = 12


def touching(verb: Token) -> list[Token]:
    """Return the noun phrase right before a verb, as far as its words alone tell."""
    last = verb.nbor(-1) if verb.i > verb.sent.start else None
    if last is None:
        return []
    described = _described(last)
    if described:
        return described
    phrase = _named_or_common(last)
    before = phrase[0].nbor(-1) if phrase and phrase[0].i > verb.sent.start else None
    return [] if before is not None and before.pos_ == "ADP" and phrase[0].text.islower() else phrase


def _named_or_common(last: Token) -> list[Token]:
    noun = singular(last.lower_)
    qualified = last.i > 0 and last.nbor(-1).pos_ in ("NOUN", "ADJ") and last.nbor(-1).text.islower()
    if last.text[:1].isupper() and not (qualified and noun in bodies()):
        return _name(last)
    return _common(last) if last.pos_ in NAMING and (is_human(noun) or noun in bodies()) else []


def _described(last: Token) -> list[Token]:
    """Return the phrase that ends at `last` and begins with an article: "a source in Harbour Hospital"."""
    in_place = False
    for token in reversed(list(last.doc[max(last.sent.start, last.i - _LONGEST) : last.i])):
        placed = token.lower_ == "the" and token.i > 0 and token.nbor(-1).pos_ == "ADP"
        named = placed and last.ent_type_ in ("ORG", "GPE")
        joined = token.i > 0 and token.nbor(-1).text == "-"
        if (token.pos_ in ("VERB", "AUX") and not joined) or (token.lower_ in ARTICLES and not placed):
            return []
        in_place |= placed and not named
        owned = token.lower_ in words("voice") and token.nbor(1).lower_ in ("from", "by", "of")
        speaks = owned or (is_human(singular(token.lower_)) and not in_place)
        if speaks and token.tag_ == "NN" and token.nbor(1).pos_ == "ADP":
            phrase = _common(token)
            return [*phrase, *last.doc[token.i + 1 : last.i + 1]] if phrase[0].lower_ in ARTICLES else []
    return []


def _name(last: Token) -> list[Token]:
    """Return the name that ends at `last`, less the place it runs into: "in Tarnby | Reuters"."""
    doc, stop = last.doc, max(last.sent.start, last.i - _LONGEST)
    first = _run_start(last, stop)
    if first > stop and doc[first - 1].pos_ == "ADP":
        if first > stop + 1 and _heads_name(doc[first - 2]):
            first = _run_start(doc[first - 2], stop)
        else:
            first = _after_place(doc, first)
            if first > last.i:
                return []
    if last.lower_ in words("medium"):
        first = last.i
    first -= _sentence_name(doc, first, stop)
    phrase = list(doc[first : last.i + 1])
    before = doc[first - 1] if first > stop else last
    owns = before.text.islower() and before.lower_.endswith("s") and before.nbor(-1).lower_ in ARTICLES
    owns = owns and _heads_name(last) and not is_human(singular(before.lower_))
    if owns or (before.tag_ == "NN" and before.lower_ in words("category")):
        return [*_common(before), *phrase]
    return _with_article(phrase)


def _sentence_name(doc: Doc, first: int, stop: int) -> int:
    """Return how many words begin a name that is a sentence: the movement "Varnia is | Rising Again"."""
    if first < stop + 3 or doc[first - 1].lower_ not in ("is", "are"):
        return 0
    name, group = doc[first - 2], doc[first - 3]
    if not name.text[:1].isupper() or singular(group.lower_) not in words("category"):
        return 0
    part_before([name])
    join(doc[first - 1])
    return 2


def _long_name(first: Token) -> list[Token]:
    """Return the start of a name whose end a noun follows: "Observatory for Fair" before "Fares monitor"."""
    stop = max(first.sent.start, first.i - _LONGEST)
    place = _run_start(first, stop)
    if not first.text[:1].isupper() or place < stop + 2 or place == 0:
        return []
    link, body = first.doc[place - 1], first.doc[place - 2]
    if link.lower_ not in ("for", "of") or not _heads_name(body):
        return []
    return list(first.doc[_run_start(body, stop) : first.i])


def _run_start(last: Token, stop: int) -> int:
    first = last.i
    while first > stop and _is_part(last.doc[first - 1]):
        first -= 1
    return first


def _is_part(token: Token) -> bool:
    return token.text[:1].isupper() or token.text == "-" or token.lower_ in words("prefix")


def _heads_name(token: Token) -> bool:
    """Tell whether a capitalised noun goes on with "for" or "of": "Observatory for …"."""
    return token.text[:1].isupper() and singular(token.lower_) in bodies()


def _after_place(doc: Doc, first: int) -> int:
    """Return where the word after a place begins; "al-Tell" is one word."""
    place = first + 1
    while place < len(doc) and ("-" in (doc[place].text, doc[place - 1].text)):
        place += 1
    return place


def _common(last: Token) -> list[Token]:
    first = _with_compound(last)
    while first > last.sent.start and first > last.i - _LONGEST:
        before = last.doc[first - 1]
        placed = before.text[:1].isupper() and before.i > 0 and before.nbor(-1).pos_ == "ADP"
        if (
            before.pos_ not in ("NOUN", "ADJ", "PROPN")
            or placed
            or begins_name(last.doc[first])
            or is_day(before)
            or (
                before.i > 0
                and is_owner(before.nbor(-1))
                and before.lower_ in (*words("area"), "countryside")
            )
            or not first <= before.head.i <= last.i
            or (before.tag_ == "NN" and before.text.islower() and last.doc[first].lower_ == "state")
        ):
            if before.pos_ == "NOUN":
                part_before([last.doc[first]])  # "to hit the district | state media"
            break
        first -= 1
    bracketed = _bracketed(last.doc[first])
    if bracketed:
        return [*bracketed, *last.doc[first : last.i + 1]]
    long_name = _long_name(last.doc[first])
    if long_name:
        return _with_article([*long_name, *last.doc[first : last.i + 1]])
    return _with_article(list(last.doc[first : last.i + 1]))


def _bracketed(first: Token) -> list[Token]:
    """Return the name and its acronym in brackets before a noun: "the Harbour Watch (HW)" | "group"."""
    opening = first.i - len(("(", "HW", ")"))
    if opening <= first.sent.start or first.nbor(-1).text != ")" or first.doc[opening].text != "(":
        return []
    name = _name(first.doc[opening - 1]) if first.doc[opening - 1].text[:1].isupper() else []
    if not name:
        return []
    start, doc = name[0].i, first.doc
    if start > first.sent.start + len(("the", "Varn", "-")) and doc[start - 2].text == "-":
        start -= len(("Varn", "-", "based"))
        start -= doc[start - 1].lower_ in ARTICLES
    return list(doc[start : first.i])


def _with_compound(last: Token) -> int:
    """Return where a noun begins with its compound adjective: "… Ann Lee | well-informed sources"."""
    before = list(last.doc[max(last.i - 4, last.sent.start) : last.i])
    if len(before) < 4 or before[-2].text != "-" or not before[-1].text.endswith("ed"):
        return last.i
    if before[0].text[:1].isupper():
        part_before([before[1]])
    return last.i - 3 if before[1].text.islower() else last.i


def _with_article(phrase: list[Token]) -> list[Token]:
    """Return a phrase with its article, and with what "and" joins to it: "the army and a medic"."""
    first = phrase[0]
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is not None and before.lower_ in ARTICLES:
        phrase = [before, *phrase]
    link = phrase[0].nbor(-1) if phrase[0].i > first.sent.start + 1 else None
    if link is None or link.lower_ != "and":
        return phrase
    joined = _joined(link.nbor(-1))
    return [*joined, link, *phrase] if joined else phrase


def _joined(last: Token) -> list[Token]:
    """Return the phrase that ends at `last` if it names somebody who may speak too."""
    noun = singular(last.lower_)
    if last.text[:1].isupper():
        found = _name(last)
        return found if found and found[0].lower_ in ARTICLES else []
    found = _common(last) if last.pos_ == "NOUN" and (is_human(noun) or noun in bodies()) else []
    return found if found and (found[0].lower_ in ARTICLES or last.tag_ == "NNS") else []
