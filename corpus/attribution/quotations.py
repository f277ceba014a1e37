"""Quotation marks: which stretches of a paragraph stand in them, however badly they are set."""

import re
from dataclasses import dataclass

_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
_OPENING, _CLOSING = "“„«``", "”»"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters `start` to `end` of a paragraph, marks included.

    `closed` is false where the closing mark is missing: the paragraph ends inside the quotation.
    """

    start: int
    end: int
    closed: bool = True


def quotations(text: str) -> list[Quotation]:
    """Return the quotations of a paragraph, left to right, never overlapping.

    Double marks of any style come first; single ones count only where there are no double ones,
    since an apostrophe looks the same.
    """
    double = _double(text)
    return double or _single(text)


def _double(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text):
        opens = _opens(text, mark, opened is not None)
        if opens:
            opened = mark.start()
        elif opened is not None:
            found.append(Quotation(opened, mark.end()))
            opened = None
    if opened is not None and opened + 1 < len(text):
        found.append(Quotation(opened, len(text), closed=False))
    return found


def _opens(text: str, mark: re.Match[str], inside: bool) -> bool:
    """Tell whether a mark opens: by its shape, else by what it touches, else by turns.

    One set the wrong way round ("It is lost,“ she said) goes by what it touches.
    """
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    touches_left = bool(before) and not before.isspace() and before not in "([—-"
    touches_right = bool(after) and not after.isspace() and after not in "[("
    if mark.group() in _OPENING:
        return not (inside and touches_left and not touches_right)
    if mark.group() in _CLOSING:
        return not inside and touches_right and not touches_left and after.isalpha()
    if touches_left == touches_right:
        return not inside
    if inside and touches_right and not touches_left:
        return bool(re.match(r"\w", after))
    return touches_right


def _single(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    closings = [mark.end() for mark in _SINGLE_CLOSE.finditer(text)]
    position = 0
    for mark in _SINGLE_OPEN.finditer(text):
        if mark.start() < position:
            continue
        closing = next((end for end in closings if end > mark.start() + 2), None)
        if closing is None:
            break
        found.append(Quotation(mark.start(), closing))
        position = closing
    return found
