"""Numbers everything that is heard, in the order in which it was decided."""

MICROSECONDS_PER_MILLISECOND = 1000

MOST_NOT_STORED = 1_000_000_000
"""More numbers than a server uses behind the last one that it stores."""


class Sequence:
    """Gives each event its number; a later one is always higher, over restarts too.

    It begins at the clock's microseconds, so that numbers which were used and not
    stored before a restart are not used again; and well behind what was stored, if
    somebody has set the clock back.
    """

    def __init__(self, last_stored: int, now_milliseconds: int) -> None:
        """Begin after everything that was stored and after the time that it is."""
        start = now_milliseconds * MICROSECONDS_PER_MILLISECOND
        is_clock_behind = start <= last_stored
        self._last = last_stored + MOST_NOT_STORED if is_clock_behind else start

    @property
    def last(self) -> int:
        """The number that was given last, or after which the first one comes."""
        return self._last

    def next(self) -> int:
        """Give the number after the last one."""
        self._last += 1
        return self._last


class References:
    """Names batches: one counter for the server, so that all read the same bytes."""

    def __init__(self) -> None:
        """Begin at one."""
        self._last = 0

    def next(self) -> str:
        """Give a name that no open batch has."""
        self._last += 1
        return format(self._last, "x")


def render_msgid(sequence: int) -> str:
    """Give the msgid that carries this number."""
    return format(sequence, "x")


def parse_msgid(msgid: str) -> int | None:
    """Give the number that a msgid carries, or None when it is not one of ours."""
    if not msgid.isascii() or not msgid.isalnum():
        return None
    try:
        return int(msgid, 16)
    except ValueError:
        return None
