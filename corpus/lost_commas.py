"""Commas restored where a text has lost them all, so that the parser sees where an attribution ends."""

import re

_FEWEST_WORDS = 8
_LONGEST_OPENING = 200
_LONGEST_NAME = 60
_SAID = r"(?:said|says|reported|added|announced|told (?:the )?[A-Z][\w-]*)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_GOING_ON = (
    "including|adding|noting|describing|citing|calling|referring|updating|accusing|urging|warning|stressing"
    "|contradicting|rejecting|denouncing|pointing|explaining|blaming|saying"
)
_SAYING = "adding|noting|stressing|asserting|expressing|saying|urging|emphasi[sz]ing|accusing|warning"
_AFTER = re.compile(
    rf"(\b{_SAID}(?: (?:on )?{_WEEKDAY})?) (?=(?:{_GOING_ON})\b|(?:while|before|after|without) \w+ing\b)"
)
_BEFORE = re.compile(
    r"(?<=\w) (?=(?:said|says) (?:[\w.-]+ ){1,4}(?:speaking|who (?:spoke|asked|declined)|on condition)\b)"
)
_PARTICIPLE = re.compile(rf"\b([\w'’-]{{1,40}}) (?=(?:{_SAYING})\b)")
_WITH = re.compile(r"\bwith (?:the |a |an )?(?:[A-Z][\w.'’-]* ){0,4}$")
"""What makes of a name before a participle who says it: "with Mayor Ann Lee | warning that …"."""

_HOLDING = frozenset(
    "statement letter response tweet email message memo post speech remarks comment note report article video"
    " release banner sign by in of without before after from for to with while when is are was were be"
    " been being as and or not also kept keeps started continued reports statements officials people those"
    " someone sources activists".split()
)
_PEOPLE = frozenset("officials people those someone sources activists reports statements".split())
"""Words that "saying" may tell of, but never "adding"."""

_DAY = re.compile(rf"((?:^|[.!?] )(?:On |Late |Early |Earlier |Also |Late on )?{_WEEKDAY}) (?=[A-Z])")
_BASED = re.compile(
    r"\b((?:[Tt]he|[Aa]n?) [A-Z][\w.]{0,40}) based"
    r"(?= (?!(?:his|her|their|its|on|in|at|the|an?|itself)\b)[A-Za-z])"
)
_QUOTED = re.compile(
    r"(?<=[\w.!?\])])\" (?!(?:He|She|It|They|The|An?|In|On|But)\b)"
    r"(?=(?:[\w.'’-]+ ){0,16}(?:said|says|told|added|warned)\b)"
)
_SPEAKER = re.compile(
    r"(?P<before>\b[\w'’-]{1,40}\)?) (?=(?:a|an|the) (?:[\w-]+ ){0,2}(?:source|official|spokesman|spokeswoman"
    r"|spokesperson|statement|monitor|activist|resident|doctor|medic|witness|ambassador|envoy"
    r"|minister|ministry|governor|commander|correspondent"
    r"|journalist|diplomat|lawyer|aide|observatory|Observatory) "
    rf"(?:(?:with|at|in|from|of|to|for) the |(?!the |a |an |that |who )[\w-]+ ){{0,7}}{_SAID}"
    r"[^.!?\"]{0,25}(?:[.!?]|$))"
)
_GOVERNING = frozenset(
    "in on at by of from for to with about against into than after before as and or but that while when where"
    " since because if whether said says told is was were are has had have killed wounded injured met quoted"
    " late early also which whom".split()
)
_OPENING = re.compile(r"(?:^|[.!?\"”]\s?)(?:[\w'’-]+ ){0,3}[\w'’-]*$")


def with_commas(text: str) -> str:
    """Return a text without a single comma with some in place of blanks, any other text as it is.

    "… hit both sides a monitor said including troops" is parted after "said", "children said sources
    speaking on condition of …" and "met the families saying …" before the verb, "On Monday Ann Lee" after
    the day; "the UK based group" gets its hyphen back. The length stays the same.
    """
    if "," in text or len(text.split()) < _FEWEST_WORDS:
        return text
    plain = _BASED.sub(r"\1-based", _DAY.sub(r"\1,", _AFTER.sub(r"\1,", text)))
    plain = _SPEAKER.sub(_before_speaker, _QUOTED.sub('",', plain))
    plain = _BEFORE.sub(lambda blank: " " if _opens(plain, blank.start()) else ",", plain)
    return _PARTICIPLE.sub(_parted, plain)


def _opens(text: str, end: int) -> bool:
    """Tell whether a text has no more than a few words of a sentence before a place."""
    return _OPENING.search(text[max(end - _LONGEST_OPENING, 0) : end]) is not None if end else True


def _before_speaker(match: re.Match[str]) -> str:
    word = match["before"]
    return (
        match.group()
        if _opens(match.string, match.end("before")) or word.lower() in _GOVERNING
        else f"{word},"
    )


def _parted(match: re.Match[str]) -> str:
    word, before = match.group(1), match.string[max(match.start() - _LONGEST_NAME, 0) : match.start()]
    adds = match.string.startswith("adding", match.end()) and word.lower() in _PEOPLE
    holds = (word.lower() in _HOLDING and not adds) or _WITH.search(before) is not None
    return match.group() if holds else f"{word},"
