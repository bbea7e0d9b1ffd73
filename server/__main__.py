"""Starts the server: `chatapp-server` and `python -m server`."""

import os
import signal
import sys

from chatapp.console import print_what_can_be_printed
from server.verbs.help_language import speak


def main() -> None:
    """Do what the command line asks for and end with its exit code."""
    _end_quietly_while_it_starts()
    print_what_can_be_printed()
    speak(sys.argv[1:], os.environ)
    # Imports take most of the start, and Ctrl+C in them would print a traceback.
    from server.command_line import run_command  # noqa: PLC0415 - as said above

    sys.exit(run_command(sys.argv[1:]))


def _end_quietly_while_it_starts() -> None:
    """Let Ctrl+C end the process at once until the server listens to it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    main()
