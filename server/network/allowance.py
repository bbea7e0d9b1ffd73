"""How fast one client may send: how many lines it may send now."""

from server.settings.settings import FloodSettings

LINE_OF_MESSAGE = 0.1
"""What a line costs that is one of many of a message: all of them are heard as one."""

FURTHER_EVENT = 0.1
"""What each event costs of one command behind its first: one may join many rooms."""

LINE_OF_ANSWER = 0.005
"""What each line of a long answer costs: a room may have a thousand people."""


class Allowance:
    """How many commands one client may send now; who has none left is read later."""

    __slots__ = ("_left", "_most", "_rate", "_since")

    def __init__(self, messages: int, seconds: float, now: float) -> None:
        """Allow so many at once; after so many seconds all are allowed again."""
        self._most = float(messages)
        self._rate = messages / seconds
        self._left = self._most
        self._since = now

    def take(self, now: float, cost: float = 1.0) -> float:
        """Use one up and give 0, or give the seconds until there is one again.

        `cost` is what counts as one, or as a part of one.
        """
        self._left = min(self._most, self._left + (now - self._since) * self._rate)
        self._since = now
        if self._left < cost:
            return (cost - self._left) / self._rate
        self._left -= cost
        return 0.0

    def charge(self, now: float, cost: float = 1.0) -> float:
        """Use up what is done already; give the seconds until nothing is owed."""
        self.take(now, 0.0)
        self._left -= cost
        return max(0.0, -self._left / self._rate)


class NoLimit(Allowance):
    """Any number of commands."""

    __slots__ = ()

    def __init__(self) -> None:
        """Need nothing."""
        super().__init__(1, 1.0, 0.0)

    def take(self, now: float, cost: float = 1.0) -> float:  # noqa: ARG002 - as in Allowance
        """Give 0."""
        return 0.0

    def charge(self, now: float, cost: float = 1.0) -> float:  # noqa: ARG002 - so
        """Give 0."""
        return 0.0


def allowance_for(flood: FloodSettings, now: float) -> Allowance:
    """Give one client's allowance, as the settings have it."""
    if not flood.enabled:
        return NoLimit()
    return Allowance(flood.messages, flood.seconds, now)
