"""Making text of a report harmless where it is shown."""

import re
import string

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ENTITIES = str.maketrans({character: f"&#{ord(character)};" for character in string.punctuation})


def plain(text: str) -> str:
    """Return the text on one line, its control characters shown as U+FFFD.

    Covers terminal escapes, bidirectional overrides (which show words in another order than
    they are stored in) and lone surrogates (which no output encodes).
    """
    return _UNSEEN.sub("\ufffd", " ".join(text.split()))


def markdown(text: str) -> str:
    """Return the text as Markdown and HTML that show it and do nothing else.

    Every ASCII punctuation mark becomes a character reference. Those, unlike backslashes, also
    hold inside HTML and are not mistaken for the delimiters of a formula.
    """
    return plain(text).translate(_ENTITIES)
