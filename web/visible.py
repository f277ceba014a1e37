"""Text of a report as a page may show it: without the characters that act unseen."""

import re

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(value: object) -> object:
    """Return a template's `value`; in a text, what acts unseen is shown as U+FFFD.

    That are control characters, bidirectional overrides (which show words in another order than
    they are stored in) and lone surrogates. Lines and tabs stay, and every other character its place.
    """
    return _UNSEEN.sub("\ufffd", value) if type(value) is str else value
