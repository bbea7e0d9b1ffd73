"""What both programs do alike at a terminal, in a pipe and in a file."""

import errno
import io
import os
import sys
from collections.abc import Iterable
from typing import TextIO

_SCREEN = "CONOUT$"
_OUTPUTS = ("stdout", "stderr")
_PARENT = 0xFFFFFFFF
"""Stands for the process that started this one: ATTACH_PARENT_PROCESS."""


def print_what_can_be_printed() -> None:
    """Have "?" printed for what the output has no letter for, instead of no line.

    Windows gives files and pipes the few letters of a region, and so do old locales.
    And where it gives a program no output at all, as pythonw.exe has none, what is
    printed goes nowhere, instead of ending the program.
    """
    _print_nowhere(name for name in _OUTPUTS if getattr(sys, name) is None)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def print_line(line: str) -> bool:
    """Print a line at once; tell whether somebody still reads what is printed.

    Raises:
        OSError: it cannot be printed for another reason, such as a full disk.
    """
    if sys.stdout is None:
        return False
    try:
        print(line, flush=True)  # noqa: T201 - what all output goes through
    except OSError as error:
        if not _is_pipe_closed(error):
            raise
        sys.stdout = None  # nothing is left to flush
        return False
    return True


def _is_pipe_closed(error: OSError) -> bool:
    """Tell whether who read has gone, as with `| head`; Windows calls it EINVAL."""
    is_unclear = sys.platform == "win32" and error.errno == errno.EINVAL
    return isinstance(error, BrokenPipeError) or is_unclear


class ConsoleBehind:
    """The console from which a program was started that has none of its own.

    Windows gives `chatapp` none, for a click would open one beside the window. Who
    types it in a console is told there what is to be told.
    """

    def __init__(self) -> None:
        self._borrowed: tuple[str, ...] = ()

    def borrow(self) -> None:
        """Print there what would be printed nowhere; if there is none, do nothing."""
        lost = tuple(name for name in _OUTPUTS if getattr(sys, name) is None)
        if sys.platform == "win32" and lost:
            import ctypes  # noqa: PLC0415 - other systems have no need of it

            if ctypes.windll.kernel32.AttachConsole(_PARENT):
                self._borrowed = lost
                for name in lost:
                    setattr(sys, name, _opened(_SCREEN))

    def give_back(self) -> None:
        """Let it be closed, or hear Ctrl+C, without an end to this program."""
        if sys.platform == "win32" and self._borrowed:
            import ctypes  # noqa: PLC0415 - as above

            _print_nowhere(self._borrowed)
            self._borrowed = ()
            ctypes.windll.kernel32.FreeConsole()


def _print_nowhere(names: Iterable[str]) -> None:
    for name in names:
        before = getattr(sys, name)
        setattr(sys, name, _opened(os.devnull))
        if before is not None:
            before.close()


def _opened(place: str) -> TextIO:
    return open(place, "w", buffering=1, encoding="utf-8", errors="replace")  # noqa: PTH123 - no path, and open to the end
