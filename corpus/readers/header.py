"""The header of a report: `Key: value` lines, or the front matter of Markdown."""

import re

_FIELDS = {
    "id": "id",
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "url": "url",
    "link": "url",
    "author": "author",
    "byline": "author",
    "date": "published",
    "published": "published",
    "language": "language",
}
_LINE = re.compile(r"([A-Za-z][\w -]{0,30}):(?:[ \t]+|$)(.{0,1000})")
_FENCE = "---"
_LONGEST = 20_000


def split_header(text: str) -> tuple[dict[str, str], str]:
    """Split a text into the fields of its header and what follows the header.

    A header is a run of lines, each a known key, a colon and a value, that begins the text
    and ends in a blank line. A text without one is returned whole.
    """
    fields: dict[str, str] = {}
    start = len(text) - len(text.lstrip("\r\n"))
    for line in text[start : start + _LONGEST].splitlines(keepends=True):
        start += len(line)
        entry = _LINE.fullmatch(line.rstrip())
        if entry and entry[1].lower() in _FIELDS:
            fields[_FIELDS[entry[1].lower()]] = entry[2].strip()
        elif fields and not line.strip():
            return fields, text[start:].lstrip("\r\n")
        else:
            break
    return {}, text


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split a Markdown text into the `key: value` lines between its first `---` lines and the rest.

    Keys that are not known are kept under their own name; lines of another form are passed over.
    """
    lines = text[:_LONGEST].splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        return split_header(text)
    fields: dict[str, str] = {}
    for count, line in enumerate(lines[1:], start=2):
        if line.rstrip() == _FENCE:
            return fields, text[sum(map(len, lines[:count])) :].lstrip("\r\n")
        if entry := _LINE.fullmatch(line.rstrip()):
            key = entry[1].lower()
            fields[_FIELDS.get(key, key)] = entry[2].strip().strip("\"'")
    return {}, text
