"""A title for a report that names none."""

import re

_LONGEST_HEADLINE = 200
_LONGEST_MADE = 80
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s")
_HEADING = re.compile(r"(?m)^#{1,6}[ \t]+(\S[^\n]{0,300}?)[ \t#]*$")


def first_title(text: str) -> str:
    """Return the text's headline: a first short line without a full stop, else its beginning.

    A beginning is the first sentence, cut at a word to at most 80 characters.
    """
    head = text.lstrip()[: 10 * _LONGEST_HEADLINE]
    line, newline, _ = head.partition("\n")
    line = line.strip()
    if newline and len(line) <= _LONGEST_HEADLINE and not line.endswith((".", ":", ",", ";")):
        return line
    sentence = " ".join(_SENTENCE_END.split(head, maxsplit=1)[0].split())
    if len(sentence) <= _LONGEST_MADE:
        return sentence
    return sentence[:_LONGEST_MADE].rsplit(" ", 1)[0] + " …"


def first_heading(markdown: str) -> str | None:
    """Return the text of the first `#` heading of a Markdown text, None where there is none."""
    heading = _HEADING.search(markdown)
    return heading[1].strip() if heading else None
