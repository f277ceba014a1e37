"""Kinds of question: what is asked for decides what is compared."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a question asks for."""

    COUNT = "count"
    CONTROL = "control"
    WHEN = "when"
    WHERE = "where"
    WHETHER = "whether"
    WHO = "who"
    OTHER = "other"


_MEASURES = r"(?:toll|number|figure|share|percentage|price|turnout|cost|size|rate|population|value|score)"
_PATTERNS = (
    (Kind.OTHER, r"^(?:and |but |so )?who (?:said|says|claims?|claimed|reported|denied|confirmed)\b"),
    (Kind.COUNT, r"\bhow (?:many|much|large|big|high)\b"),
    (Kind.COUNT, rf"\b(?:what|which)(?: (?:is|was|are|were|did))?(?: the| a)?(?: \w+)? {_MEASURES}\b"),
    (
        Kind.CONTROL,
        r"\b(?:who|which|whose)\b.*"
        r"\b(?:controls?|controlled|holds?|held|in charge of|captured?|retook|seized|occupies|occupied)\b",
    ),
    (Kind.CONTROL, r"\bwho\b.*\b(?:in control of|control over)\b"),
    (Kind.WHETHER, r"^(?:and |but |so )?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b"),
    (Kind.WHETHER, r":\s*(?:was|were|is|are|did|does|do|has|have)\b"),
    (Kind.WHEN, r"^(?:and |but |so )?(?:when|since when)\b|\b(?:what|which) (?:date|day|month|year)\b"),
    (Kind.WHERE, r"^(?:and |but |so )?where\b|\b(?:what|which) (?:place|town|city|village|country)\b"),
    (Kind.WHO, r"^(?:and |but |so )?(?:who|which|whose)\b"),
)


def kind_of(question: str) -> Kind:
    """Return the kind of a question by its wording, OTHER where no pattern fits."""
    for kind, pattern in _PATTERNS:
        if re.search(pattern, question, re.IGNORECASE):
            return kind
    return Kind.OTHER
