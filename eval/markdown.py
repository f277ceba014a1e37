"""Parts of a Markdown text; what comes from reports and sets is shown as it is, never as markup."""

import re
from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")  # every ASCII punctuation mark may be escaped (CommonMark 2.4)


def escaped(text: str) -> str:
    """Return a text in one line, without meaning to Markdown."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """Return a text as code, which nothing in it ends."""
    inside = " ".join(text.replace("`", "'").split())
    return f"`{inside}`"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of one column of names and others of numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
