"""Who watches for which nicks (MONITOR)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from server.world.session import Session


class Watches:
    """Finds the sessions that watch for a nick.

    What `watchers_of` gives stays the same object while anybody watches.
    """

    def __init__(self) -> None:
        """Begin with nobody who watches."""
        self._by_nick: dict[str, dict[Session, None]] = {}
        self._by_session: dict[Session, Mapping[str, str]] = {}

    def watchers_of(self, nick_key: str) -> "Collection[Session]":
        """Give the sessions that watch for the nick with this key."""
        return self._by_nick.get(nick_key, ())

    def nicks_of(self, session: "Session") -> "Mapping[str, str]":
        """Give the nicks that a session watches for, as written, by their keys."""
        return self._by_session.get(session, {})

    def change(self, session: "Session", nicks: "Mapping[str, str]") -> None:
        """Let a session watch for these nicks and no others."""
        previous = self.nicks_of(session).keys()
        for key in previous - nicks.keys():
            watchers = self._by_nick[key]
            del watchers[session]
            if not watchers:
                del self._by_nick[key]
        for key in nicks.keys() - previous:
            self._by_nick.setdefault(key, {})[session] = None
        if nicks:
            self._by_session[session] = nicks
        else:
            self._by_session.pop(session, None)
