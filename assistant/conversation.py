"""Follow-up questions: made to stand on their own from what was asked before."""

import re
from collections.abc import Sequence

from assistant.question import read_question
from corpus.parsing import Parser

_LINK = re.compile(
    r"^(?:and|but|so|then|ok|okay)?[\s,]*(?:(?:what|how) about|and in|and at|and)?\s*", re.IGNORECASE
)
_ASKING = re.compile(
    r"^(?:(?:since|until|from|by|at|in|on|to|for) )?"
    r"(?:who|what|when|where|which|why|how|is|are|was|were|do|does|did|has|have|had|will)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|there|they|them|he|she|him|her|that (?:village|town|city|district|place))\b", re.I
)


def standalone(question: str, history: Sequence[str], parser: Parser) -> str:
    """Return the question as it would be asked without the conversation before it.

    `history` holds the earlier questions, oldest first. "And 1070 Apartments?" takes the form of
    the question before with the new name in place of the old; a pronoun takes the name asked
    about before; a bare "When?" is asked of the names before. Anything else stays as it is.
    """
    before = _last_full(history, parser)
    if before is None or not question.strip():
        return question
    names = read_question(before, parser).names
    fragment = _LINK.sub("", " ".join(question.split()), count=1).rstrip("?!. ")
    if not names or not fragment:
        return question
    if not _ASKING.match(fragment):
        return before.replace(names[-1], fragment) if len(fragment.split()) <= 8 else question
    if read_question(question, parser).names:
        return question
    if _PRONOUN.search(fragment):
        return _PRONOUN.sub(lambda _: names[-1], fragment, count=1) + "?"
    return f"{fragment} ({', '.join(names)})?"


def _last_full(history: Sequence[str], parser: Parser) -> str | None:
    """Return the last earlier question, itself made to stand on its own."""
    full: str | None = None
    for asked in history:
        if asked.strip():
            full = asked if full is None else standalone(asked, [full], parser)
    return full
