"""What both programs do alike at a terminal, in a pipe and in a file."""

import io
import sys


def print_what_can_be_printed() -> None:
    """Have "?" printed for what the output has no letter for, instead of no line.

    Windows gives files and pipes the few letters of a region, and so do old locales.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
