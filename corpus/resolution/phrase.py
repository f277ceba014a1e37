"""The noun phrase: its words from the article to the head, and the prepositional tail after them."""

from spacy.tokens import Token

from corpus.attribution.tree import children
from corpus.resolution.capitals import begins_name, is_capital, is_joined, run_end
from corpus.resolution.vocabulary import words

_LEFT = ("compound", "amod", "nmod", "nummod", "poss", "quantmod", "punct", "flat", "det", "case", "predet")
_TAIL = ("of", "at", "in", "from", "for", "with", "inside", "near", "to", "on")
_PLACING = ("at", "in", "from", "of")
_CLAUSES = ("relcl", "acl", "advcl", "appos", "ccomp", "cc", "punct")
_TIMES = ("DATE", "TIME")
_PARTING = (",", ";", ":", '"', "—", "(", ")", "[", "]")
_LONGEST_NAME = 6
_LONGEST_CLAUSE = 8
_MOST_BEFORE, _MOST_AFTER = 14, 10


def core(head: Token) -> list[Token]:
    """Return the contiguous words of a noun phrase up to its head, or to the end of its name.

    A common noun that says what a name is ("… for Human Rights monitoring group") is included.
    """
    first = head.i
    for token in reversed(list(head.doc[max(head.i - _MOST_BEFORE, 0) : head.i])):
        if (
            begins_name(head.doc[first])
            or not (head.is_ancestor(token) and _is_left_modifier(token, head))
            or parts_sources(token, head)
        ):
            break
        first = token.i
    first = min(first, _beginning(head))
    first = max([first, *(child.i for child in children(head, "det") if child.i < head.i)])
    last = run_end(head) if is_capital(head) else head.i
    if last > head.i or is_capital(head):
        last = _category_end(head, last)
    return _without_listener(_without_day(list(head.doc[first : last + 1])))


def _beginning(head: Token) -> int:
    """Return where the name that was found to end in `head` begins, `head` itself where none was."""
    first = head.i
    while first > max(head.sent.start, head.i - _LONGEST_NAME) and not begins_name(head.doc[first]):
        before = head.doc[first - 1]
        if not (
            is_capital(before) or is_joined(before) or before.text == "-" or before.lower_ in words("prefix")
        ):
            break
        first -= 1
    return first if begins_name(head.doc[first]) else head.i


def _is_left_modifier(token: Token, head: Token) -> bool:
    if token.text in _PARTING:
        return False
    return token.dep_ in _LEFT or token.head != head


def parts_sources(token: Token, head: Token) -> bool:
    """Tell whether "and" parts two sources taken for one: "the Observatory and local officials"."""
    if token.dep_ != "cc" or head.pos_ != "NOUN" or token.head == head:
        return False
    first = token.head
    if not first.text[:1].isupper() or first.ent_type_ == "NORP" or first.pos_ == "ADJ":
        return False
    return is_capital(first) and (first.i > 0 and not first.is_sent_start)


def _category_end(head: Token, last: int) -> int:
    """Return the index of the last of the nouns after a name that say what it is."""
    doc, place = head.doc, last
    while place + 1 < len(doc) and doc[place + 1].lower_ in words("category") | {"news", "tv", "war"}:
        if doc[place + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "VERB") or doc[place + 1].text[:1].isupper():
            break
        place += 1
    return place if place == last or doc[place].pos_ == "NOUN" else last


def _without_day(tokens: list[Token]) -> list[Token]:
    """Drop the day that ends the words before, where the comma is lost: "on Monday state media"."""
    start = 0
    while start < len(tokens) - 1 and _is_moment(tokens[start]):
        start += 1
    return tokens[start:]


def _is_moment(token: Token) -> bool:
    capital_day = token.ent_type_ == "DATE" and token.text[:1].isupper()
    small = token.ent_type_ == "DATE" and token.pos_ in ("NOUN", "DET")  # "earlier this | month | reports"
    return capital_day or small or (token.ent_type_ == "TIME" and token.pos_ in ("NOUN", "PROPN"))


def _without_listener(tokens: list[Token]) -> list[Token]:
    """Part a medium from the name it runs into: "told AFP Observatory director X"."""
    before = tokens[0].nbor(-1) if tokens[0].i else None
    if before is None or len(tokens) == 1 or tokens[0].lower_ not in words("medium"):
        return tokens
    if before.lower_ == "to" and before.i and before.nbor(-1).lower_ == "according":
        return tokens[:1]  # "according to AFP rebels fled": the rebels begin what AFP says
    return tokens[1:] if before.lemma_ == "tell" or before.lower_ == "to" else tokens


def tail(head: Token, last: Token) -> list[Token]:
    """Return the "of", "at" or "in" phrases that follow a common noun at once, without clauses."""
    found: list[Token] = []
    end = last.i
    for phrase in [*children(head, "prep"), *_displaced(head)]:
        if phrase.i != end + 1 or phrase.lower_ not in _TAIL or _is_time(phrase) or _is_writing(phrase):
            continue
        found += _up_to_clause(phrase)
        end = found[-1].i
    found = _trimmed(_shortened(found))
    return found if len(found) > 1 else []


def _shortened(tokens: list[Token]) -> list[Token]:
    """Cut what is too long before its last preposition, so that no phrase ends in its middle."""
    if len(tokens) <= _MOST_AFTER:
        return tokens
    places = [place for place, token in enumerate(tokens[: _MOST_AFTER + 1]) if token.pos_ == "ADP"]
    return tokens[: places[-1]] if places and places[-1] else tokens[:_MOST_AFTER]


def _displaced(head: Token) -> list[Token]:
    """Return the phrases that the parser ties to the verb: "quoted a source | at the mill | as saying"."""
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_ not in ("quote", "cite"):
        return []
    return [phrase for phrase in children(verb, "prep") if phrase.i > head.i and phrase.lower_ in _PLACING]


def defining(head: Token) -> list[Token]:
    """Return the short clause without which a bare noun says little: "organisation that monitors the war"."""
    clause = next((child for child in children(head, "relcl") if child.left_edge.i == head.i + 1), None)
    if clause is None or clause.left_edge.lower_ not in ("that", "which", "who"):
        return []
    words_ = list(head.doc[head.i + 1 : clause.right_edge.i + 1])
    parted = any(token.text in _PARTING or token.ent_type_ in _TIMES for token in words_)
    return [] if len(words_) > _LONGEST_CLAUSE or parted else _trimmed(words_)


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[-1].pos_ in ("ADP", "DET", "CCONJ", "ADV") or tokens[-1].is_punct):
        tokens.pop()
    return tokens


def _is_time(phrase: Token) -> bool:
    return any(thing.ent_type_ in _TIMES for thing in children(phrase, "pobj"))


def _is_writing(phrase: Token) -> bool:
    """Tell whether a phrase says where something was said: "the group in a report"."""
    things = children(phrase, "pobj")
    return phrase.lower_ == "in" and any(thing.lemma_.lower() in words("document") for thing in things)


def _up_to_clause(phrase: Token) -> list[Token]:
    """Return a phrase's contiguous words up to a clause, an apposition, a comma or a time."""
    found = [phrase]
    for token in phrase.doc[phrase.i + 1 : phrase.right_edge.i + 1]:
        opens = token.dep_ in _CLAUSES and token.text != "-"
        if opens or token.ent_type_ in _TIMES or (token.left_edge.i != token.i and _heads_clause(token)):
            break
        if token.tag_ in ("WP", "WDT", "WRB"):
            break
        found.append(token)
    return _trimmed(found) or [phrase]


def _heads_clause(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ in ("relcl", "acl", "advcl")
