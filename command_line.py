"""What the command lines share: one-line errors, exit status 2, and Ctrl-C."""

import sys
from collections.abc import Callable

import typer

from corpus.errors import SaysWhoError

BAD_INPUT = 2
INTERRUPTED = 130


def run(main: Callable[[], object]) -> None:
    """Call a command line's `main`; turn expected errors into one line on standard error.

    Exits with status 2 on a SaysWhoError and 130 on Ctrl-C.
    """
    try:
        main()
    except SaysWhoError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        typer.echo("stopped; what was added so far is kept", err=True)
        sys.exit(INTERRUPTED)
