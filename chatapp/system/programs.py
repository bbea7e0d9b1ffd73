"""Runs programs of the system that only tell something, as both doctors ask them."""

import shutil
import subprocess
from collections.abc import Sequence

from chatapp.wire.firewalls import MORE_FOLDERS, Answer

SECONDS_TO_ANSWER = 10.0


def ask_program(
    command: Sequence[str], seconds: float = SECONDS_TO_ANSWER
) -> Answer | None:
    """Run a program that only tells; None: it is not there, or says nothing in time.

    Args:
        command: its name and its arguments.
        seconds: how long it has to answer.
    """
    name, *arguments = command
    program = shutil.which(name) or shutil.which(name, path=MORE_FOLDERS)
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - one of a table of ours
            [program, *arguments],
            check=False,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds,
            stdin=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Answer(done.returncode, f"{done.stdout}\n{done.stderr}")
