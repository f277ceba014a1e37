"""Kinds of question: what is asked for decides what is compared."""

import re
from enum import StrEnum

from assistant.vocabulary import group
from corpus.resolution.vocabulary import bodies, people, singular


class Kind(StrEnum):
    """What a question asks for."""

    COUNT = "count"
    CONTROL = "control"
    WHEN = "when"
    WHERE = "where"
    WHETHER = "whether"
    WHO = "who"
    MEASURE = "measure"
    NAME = "name"
    REASON = "reason"
    OTHER = "other"


_LEAD = (
    r"^(?:and |but |so )?(?:(?:in|at|on|by|to|from|near|under|beside|of|for|since|until|with|after|into"
    r"|against|through) )?"
)
_GAP = r"(?:(?: (?!about\b|of\b|in\b|on\b|after\b|for\b|to\b|said\b|say\b)[\w'’-]+){0,4}?)"
_MEASURES = (
    r"(?:tolls?|number|figure|share|percentage|proportion|price|turnout|costs?|size|rate|population|value"
    r"|score|amount|sum|total|estimate|bill|rents?|fees?|fines?|salar(?:y|ies)|wages?|bonus(?:es)?|ransom"
    r"|revenues?|profits?|debts?|fares?|deposit|compensation|payout|deficit|surplus|casualties)"
)
_HELD = (
    r"(?:controls?|controlled|controlling|holds?|held|holding|captured?|retook|recaptured|retaken|takes?|took"
    r"|taken|seized?|occup(?:y|ies|ied)|runs?|rules?|ruled|overran|liberated|regained|kept"
    r"|in (?:charge|control))"
)
_GROUNDS = r"(?:reasons?|causes?|motives?|grounds|justification|explanation|excuse|pretext|rationale)"
_LED = (
    r"(?:caused|led to|triggered|sparked|prompted|brought (?:about|down)|killed|explains|made|drove|set off"
    r"|provoked|persuaded|swayed|convinced|forced|stopped|delayed|held up)"
)
_THERE = r"(?:(?!(?:about|who|that|which|say|said|the cost|the pay)\b)[\w'’,-]+ ){1,10}?"
_PAID = (
    rf"(?:do|does|did|has|have|had|will|would|can|could|should|might|must) {_THERE}"
    r"(?:(?<!the )(?<!of )(?:cost|pay|paid)|fetch|owed?|be charged)"
    rf"|(?:is|are|was|were) {_THERE}(?:worth|costing|paying|charged)"
)
_SIZES = r"(?:ages?|heights?|lengths?|weights?|speeds?|distances?|durations?|depths?|widths?|time)"
_TITLES = (
    r"(?:names?|nicknames?|titles?|alias|aliases|pseudonyms?|codenames?|code names?|usernames?|handles?)"
)
_CALLED = r"(?:called|named|nicknamed|dubbed|known as|christened|titled|entitled)"
_SUCCEEDING = (
    r"\b(?:takes?|took|taken|taking) (?:over (?:from|as)|(?:over )?command|over the (?:helm|reins))\b"
)
_AFTER = r"\b(?:in|of|at|on|after|while|now|for|until|since|during|from|to|by|the|when|today|near)\b"
_HELPING = r"(?:(?: (?:now|still|currently|first|finally|is|was|were|are|has|had|have|did|does|do|be|been))*)"
_SAID = r"(?:said|says|claims?|claimed|reported|reports|denied|denies|confirmed|confirms)"
_ATTACK = (
    r"(?:attack|bombing|shelling|killing|strike|raid|shooting|assault|blast|kidnapping|abduction|murder)s?"
)
_OWN = (
    rf"(?:responsibility|the attack|(?:that )?(?:it|he|she|they)\b"
    rf"|the (?:[\w'’-]+ ){{0,6}}?{_ATTACK}\b(?! (?:is|was|were|are|had|has|did|would|will|killed)\b))"
)
_SETTING = r"(?:under|in|at|on|after|before|since|during|for|with|by|according to|as of)"
_ASKING = r"(?:^(?:[\w'’-]+ ){0,2}|[,:;?] (?:and |but |so )?)"
"""What may stand before the word that asks; any more, and it only ties on a clause."""

_AUX = r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|might|must|shall)"
_SUM = rf"^what (?:{_PAID})\b(?! (?:with|of)\b)(?!.*\bfor\?)|^how valuable\b"
_PATTERNS = (
    (
        Kind.OTHER,
        rf"^(?:and |but |so )?(?:who|which (?:\w+ )?\w+) {_SAID}\b(?! {_OWN})",
    ),
    (Kind.WHERE, r"\bhow far (?:in|inside|into|up|down|along|across|through|past)\b"),
    (Kind.WHEN, r"\bhow (?:long ago|soon|far back)\b|^(?:up to when|at what (?:hour|point|stage))\b"),
    (Kind.MEASURE, r"\bhow (?:old|long|far|tall|deep|wide|thick|heavy|fast)\b|\bhow much\b.*\bweigh\b"),
    (Kind.MEASURE, r"\bhow much (?:heavi|light|tall|short|long|wid|deep|old|young|fast|slow)i?e?r\b"),
    (
        Kind.MEASURE,
        rf"\b(?:what|which)(?:['’]s)?{_GAP} {_SIZES}\b(?! (?:bar|limit|capsule|bomb|frame|span)\b)",
    ),
    (Kind.REASON, rf"{_LEAD}(?:why|how come)\b(?!.*:\s*{_AUX}\b)"),
    (
        Kind.REASON,
        rf"\b(?:what|which)(?!.* d(?:id|oes|o) .* cause\?)(?:['’]s)?{_GAP} {_GROUNDS}\b(?!.*:\s*{_AUX}\b)",
    ),
    (Kind.REASON, r"^what (?:is|was|did|had)\b.{0,60}\bto (?:have )?(?:caused?|triggere?d?)\b"),
    (Kind.REASON, rf"^(?:who or )?what (?:(?!(?:is|are|was|were|got)\b)\w+ )?{_LED}\b"),
    (Kind.REASON, r"^what (?:is|was|lies|lay) (?:behind|to blame for)\b"),
    (Kind.REASON, r"\bwhat\b.*\bd(?:ie|ied|ead) (?:of|from)\b|\b(?:of|from) what\b.*\bdie\b"),
    (Kind.COUNT, r"\bhow (?:many|much|large|big|high)\b"),
    (Kind.COUNT, rf"\b(?:what|which)(?:['’]s)?{_GAP} {_MEASURES}\b"),
    (Kind.COUNT, _SUM),
    (Kind.CONTROL, rf"{_ASKING}(?:who|which(?: [\w'-]+){{1,3}}?|whose [\w-]+){_HELPING} {_HELD}\b"),
    (Kind.CONTROL, rf"{_ASKING}who(?:se)?\b.{{0,60}}\b(?:in control of|in charge of|control (?:of|over))\b"),
    (Kind.CONTROL, r"\b(?:under|in) whose (?:control|hands)\b"),
    (Kind.CONTROL, r"^(?:and |but |so )?to whom .*\bfall\b"),
    (Kind.WHEN, _LEAD + r"(?:when|since when|(?:what|which) (?:date|day|month|year))\b"),
    (Kind.WHEN, rf"{_LEAD}(?:what|which)(?: [\w'’-]+){{1,2}} (?:date|day|month|year) {_AUX}\b"),
    (Kind.WHERE, _LEAD + r"where\b"),
    (Kind.WHERE, _LEAD + r"(?:what|which) (?:part|area|corner|side|end|suburb) of\b"),
    (Kind.WHO, _LEAD + r"(?:who|whom|whose)\b"),
    (Kind.NAME, rf"{_LEAD}(?:what|which)(?:['’]s)?{_GAP} {_TITLES}\b"),
    (Kind.NAME, rf"^what (?:is|was|are|were|has|had)\b.*\b{_CALLED}\b|^what (?:did|do|does)\b.*\bcall\b"),
)
_WHETHER = (
    r"^(?:and |but |so )?may (?!\d|day\b)",  # elsewhere it may be the month, or a name
    rf"^(?:and |but |so )?{_AUX}\b",
    rf":\s*{_AUX}\b",
    rf"^{_SETTING}\b[^,?]*, {_AUX}\b",
)
_CHOICE = re.compile(
    rf"^{_AUX} (?:it )?(?:the |an? )?((?:[\w'-]+ )?[\w'-]+) or (?:the |an? )?([\w'-]+)", re.IGNORECASE
)
_PICKED = re.compile(rf"{_LEAD}(?:what|which)(?! (?:{_AUX[3:-1]})\b)((?: [\w'’-]+){{1,6}})", re.IGNORECASE)
_NAMED = re.compile(rf"{_LEAD}which (?!(?:{_AUX[3:-1]}|of)\b)[\w'’-]+", re.IGNORECASE)
_UNKNOWN = 2
"""Words that may stand between "which" and a noun for what is picked."""


def kind_of(question: str) -> Kind:
    """Return the kind of a question by its wording, OTHER where no pattern fits."""
    for kind, pattern in _PATTERNS:
        if re.search(pattern, question, re.IGNORECASE):
            return Kind.WHO if kind is Kind.CONTROL and _is_of_office(question) else kind
    picked = picked_noun(question)
    if picked:
        return Kind.WHERE if _is_place(picked) and not _acts(question, picked) else Kind.WHO
    if any(re.search(pattern, question, re.IGNORECASE) for pattern in _WHETHER):
        return _of_choice(question)
    return Kind.NAME if _NAMED.search(question) else Kind.OTHER


def asks_for_sum(question: str) -> bool:
    """Tell whether a question asks for a sum without a word for one: "What did the mill cost?"."""
    return re.search(_SUM, question, re.IGNORECASE) is not None


def _is_of_office(question: str) -> bool:
    """Tell whether what is held is an office or a body of people, no place: "Who took over from her?"."""
    if re.search(_SUCCEEDING, question, re.IGNORECASE):
        return True
    held = re.search(rf"\b{_HELD}(?: over| of)? (?:the|its|his|her|their) ([^,?]+)", question, re.IGNORECASE)
    words = [singular(word.lower()) for word in re.split(_AFTER, held.group(1))[0].split()] if held else []
    return bool(words) and words[-1] in bodies() and not _is_place(words[-1])


def picked_noun(question: str) -> str:
    """Return the noun for a place or for someone that is picked from: "mosque" in "Which mosque …".

    It is empty where none is asked for so.
    """
    found = _PICKED.search(question)
    if found is None:
        return ""
    words = [_singular(word) for word in found.group(1).lower().split()]
    known = [place for place, word in enumerate(words) if _is_place(word) or _is_agent(word)]
    if not known or known[0] > _UNKNOWN:
        return ""
    last = known[0]
    while last + 1 in known:
        last += 1
    return words[last]


def _acts(question: str, noun: str) -> bool:
    """Tell whether a question is about what a place does that is a body too: "Which bank lent …?"."""
    stem = re.escape(noun[:-1])  # "which countries"
    acting = rf"^(?:and |but |so )?which (?:\w+ )?{stem}\w*(?! {_AUX}\b) \w"
    return noun in bodies() and re.search(acting, question, re.IGNORECASE) is not None


def _of_choice(question: str) -> Kind:
    """Tell "did A or B do it" from "did it happen"."""
    found = _CHOICE.search(question)
    offered = [found.group(1).split()[-1], found.group(2)] if found else []
    if not offered or not all(word[:1].isupper() or _is_agent(singular(word)) for word in offered):
        return Kind.WHETHER
    held = re.search(rf"\b{_HELD}\b(?! by\b)", question, re.IGNORECASE)
    return Kind.CONTROL if held else Kind.WHO


def _singular(word: str) -> str:
    stems = (word.removesuffix("ies") + "y", word.removesuffix("es"), word.removesuffix("s"))
    places = [stem for stem in stems if stem != word and _is_place(stem)]
    return places[0] if places else singular(word)


def _is_place(word: str) -> bool:
    return word in group("places", "nouns") or word in group("places", "sites")


def _is_agent(word: str) -> bool:
    if word == "agent":
        return False  # as often a substance
    sides = group("sides", "state") | group("sides", "opposition")
    return word in bodies() | people() | sides | group("sides", "craft") or word.endswith("'s")
