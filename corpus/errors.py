"""Errors that a user can act on."""


class SaysWhoError(Exception):
    """A problem whose message, one line, tells the user what is wrong and what to do.

    Every error raised on purpose derives from this one. The command line prints the
    message and exits with status 2; anything else that escapes is a bug and shows its
    traceback.
    """


class UnreadableError(SaysWhoError):
    """A file, or one article of a file, that cannot be read as text."""
