"""When the reactor ends: it lets what waits go out first, but not for ever."""

import math

SECONDS_TO_SAY_GOODBYE = 2.0


class Ending:
    """Whether it shall end, why, and until when it may take."""

    __slots__ = ("ends_at", "reason")

    def __init__(self) -> None:
        """Begin without an end in sight."""
        self.reason = ""
        self.ends_at = math.inf

    def begin(self, reason: str, now: float) -> None:
        """End soon, for this reason."""
        self.reason = reason
        self.ends_at = now + SECONDS_TO_SAY_GOODBYE

    def has_come(self, now: float, *, is_all_done: bool) -> bool:
        """Tell whether this is the moment."""
        return self.ends_at < math.inf and (is_all_done or now >= self.ends_at)
