"""Lets the process have as many open files as the system allows: one a connection."""

import logging
import sys

log = logging.getLogger(__name__)

KEPT_FOR_THE_SERVER = 64
"""Files that are no connection: the history, the doors, the program's own."""

MOST_ON_WINDOWS = 512
"""What select, which waits for sockets there, can wait for."""

MOST_ON_MACOS = 10_240
"""What macOS allows a process, although it names no limit."""

MORE_THAN_ANYBODY_NEEDS = 1_048_576

FEW = 1_000
"""Where there is room for more, nobody has to be told of it at each start."""


def room_for_connections() -> int:
    """Raise the process's limit, and give how many connections it leaves room for."""
    return max(1, _raise_limit() - KEPT_FOR_THE_SERVER)


def is_short_of_room(wanted: int) -> bool:
    """Tell whether there is room for no more than is wanted, and people may notice."""
    return room_for_connections() <= min(wanted, FEW)


if sys.platform == "win32":

    def _raise_limit() -> int:
        return MOST_ON_WINDOWS

else:
    import resource

    def _raise_limit() -> int:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = MORE_THAN_ANYBODY_NEEDS if hard == resource.RLIM_INFINITY else hard
        for wanted in (most, min(most, MOST_ON_MACOS)):
            try:
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            except (OSError, ValueError) as error:
                log.info("%d files cannot be open at a time: %s", wanted, error)
            else:
                return wanted
        return soft
