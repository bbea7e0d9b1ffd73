"""Starts the desktop window, or what needs none: `chatapp`, `python -m chatapp`."""

import gc
import os
import sys
from collections.abc import Sequence

from chatapp import language
from chatapp.command_line import Options, parse_options
from chatapp.console import ConsoleBehind, print_what_can_be_printed
from chatapp.language import gettext as _
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import LANGUAGE

EXIT_UNAVAILABLE, EXIT_INTERRUPTED = 69, 130
DOCTOR = "doctor"
SCRIPT_VERBS = ("send", "tail")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    console = ConsoleBehind()
    if words:
        console.borrow()
    print_what_can_be_printed()
    try:
        return _run(words, console)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def _run(words: Sequence[str], console: ConsoleBehind) -> int:
    choose_language()
    if words and words[0] == DOCTOR:
        from chatapp import doctor_command  # noqa: PLC0415 - few need it

        return doctor_command.main(words[1:])
    if words and words[0] in SCRIPT_VERBS:
        from chatapp import script_command  # noqa: PLC0415 - few need it

        return script_command.main(words)
    options = parse_options(words)
    if options.registers_links is not None:
        from chatapp import link_command  # noqa: PLC0415 - few need it

        return link_command.main(register=options.registers_links)
    if options.config is not None:
        from chatapp import headless  # noqa: PLC0415 - few need it

        return headless.stay(options.config, os.environ)
    console.give_back()
    return _open_window(options)


def _open_window(options: Options) -> int:
    """Run chatapp until its last window is closed; return the exit code."""
    gc.disable()  # until the first window is there, which it would hold up
    try:
        import tkinter as tk  # noqa: PLC0415 - its absence is told in a sentence
    except ModuleNotFoundError:
        return _fail(
            _(
                "chatapp needs Tk, which this Python does not have. On Debian or"
                " Ubuntu: sudo apt install python3-tk. On macOS: brew install"
                " python-tk."
            )
        )
    from chatapp.app_start import run  # noqa: PLC0415 - needs Tk

    try:
        return run(options)
    except tk.TclError as error:
        if "display" not in str(error):
            raise
        return _fail(
            _(
                "chatapp cannot open a window here: there is no screen that it may"
                " use. Start it from a desktop session."
            )
        )


def choose_language() -> None:
    """Settle the language, before any words that people read are loaded."""
    code = language.choose(Settings.load()[LANGUAGE].code, os.environ)
    language.teach_libraries(code, os.environ)


def _fail(sentence: str) -> int:
    print(f"chatapp: {sentence}", file=sys.stderr)  # noqa: T201 - no window yet
    return EXIT_UNAVAILABLE


if __name__ == "__main__":
    sys.exit(main())
